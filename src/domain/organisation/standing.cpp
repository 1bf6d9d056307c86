#include "domain/organisation/standing.hpp"

namespace nennep::organisation {

const Choices& choices_of(DisciplineForm) {
    static const Choices choices{"organisation_discipline", {"reprimand", "warning", "dissolution"}};
    return choices;
}

// A year may be evaluated after the organisation has ended: the rating is decided in winter.
Folded apply(Organisation& organisation, const Evaluated& event, const Moment&) {
    if (!is_sensible_year(event.year)) {
        return Violation{"evaluation.year_out_of_range", "data.year", {{"year", std::to_string(event.year)}}};
    }
    if (!organisation.evaluated_years.insert(event.year).second) {
        return Violation{"evaluation.already_rated", "data.year", {{"year", std::to_string(event.year)}}};
    }
    if (event.year == *organisation.evaluated_years.rbegin()) organisation.rating = event.rating;
    return folded;
}

Folded apply(Organisation&, const Disciplined&, const Moment&) { return folded; }

Folded apply(Organisation&, const Commended&, const Moment&) { return folded; }

catalogue::EventType organisation_evaluated() {
    return catalogue::event<Organisation, Evaluated>("organisation.evaluated", subject_type)
        .field("year", &Evaluated::year)
        .field("rating", &Evaluated::rating)
        .shown_in_lists()
        .keeps(journal::DataClass::open);
}

catalogue::EventType organisation_disciplined() {
    return catalogue::event<Organisation, Disciplined>("organisation.disciplined", subject_type)
        .field("form", &Disciplined::form)
        .shown_in_lists()
        .field("grounds", &Disciplined::grounds)
        .seen_by("discipline")
        .keeps(journal::DataClass::in_case);
}

catalogue::EventType organisation_commended() {
    return catalogue::event<Organisation, Commended>("organisation.commended", subject_type)
        .field("form", &Commended::form)
        .shown_in_lists()
        .field("title", &Commended::title)
        .shown_in_lists()
        .keeps(journal::DataClass::open);
}

namespace {

// Only grassroots organisations are counted: they are the unit of evaluation (rules.md EVA-12).
catalogue::Figure rated(const char* name, bool (*counts)(Rating)) {
    return catalogue::flow<Organisation, Evaluated>(
        name, "organisation", "organisation.evaluated",
        [counts](const Organisation& organisation, const Evaluated& event) -> std::optional<Place> {
            if (!is_grassroots(organisation.kind) || !counts(event.rating)) return std::nullopt;
            return Place{.organisation = organisation.self, .from = evaluation_day(event.year)};
        });
}

}  // namespace

catalogue::Figure organisations_evaluated() {
    return rated("organisations.evaluated", [](Rating) { return true; });
}

catalogue::Figure organisations_good_or_better() {
    return rated("organisations.good_or_better", good_or_better);
}

catalogue::Figure organisations_good_or_better_pct() {
    return catalogue::percentage("organisations.good_or_better_pct", "organisations.good_or_better",
                                 "organisations.evaluated");
}

catalogue::Figure organisations_disciplined() {
    return catalogue::flow<Organisation, Disciplined>("organisations.disciplined", "organisation",
                                                      "organisation.disciplined");
}

catalogue::Figure organisations_commended() {
    return catalogue::flow<Organisation, Commended>("organisations.commended", "organisation",
                                                    "organisation.commended");
}

}  // namespace nennep::organisation
