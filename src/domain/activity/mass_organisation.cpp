#include "domain/activity/mass_organisation.hpp"

namespace nennep::activity {

// Without a name of its own it is called by its kind.
Folded apply(MassOrganisation& mass, const MassRegistered& event, const Moment&) {
    mass.name = event.name.value_or(catalogue::in_name(event.kind));
    mass.own_name = event.name.value_or("");
    mass.kind = event.kind;
    mass.organisation = event.organisation;
    mass.members = event.members;
    return folded;
}

Folded apply(MassOrganisation& mass, const MassEvaluated& event, const Moment&) {
    const std::string year = std::to_string(event.year);
    if (!organisation::is_sensible_year(event.year)) {
        return Violation{"evaluation.year_out_of_range", "data.year", {{"year", year}}};
    }
    if (!mass.evaluated_years.insert(event.year).second) {
        return Violation{"evaluation.already_rated", "data.year", {{"year", year}}};
    }
    if (event.members) mass.members = event.members;
    if (event.year == *mass.evaluated_years.rbegin()) mass.rating = event.rating;
    return folded;
}

catalogue::EventType mass_organisation_registered() {
    return catalogue::event<MassOrganisation, MassRegistered>("mass_organisation.registered",
                                                              mass_organisation_type)
        .field("organisation", &MassRegistered::organisation)
        .field("kind", &MassRegistered::kind)
        .field("members", &MassRegistered::members)
        .field("name", &MassRegistered::name)
        .opens()
        .keeps(journal::DataClass::open);
}

catalogue::EventType mass_organisation_evaluated() {
    return catalogue::event<MassOrganisation, MassEvaluated>("mass_organisation.evaluated",
                                                             mass_organisation_type)
        .field("year", &MassEvaluated::year)
        .field("rating", &MassEvaluated::rating)
        .field("members", &MassEvaluated::members)
        .amends()
        .keeps(journal::DataClass::open);
}

catalogue::Figure mass_organisations_total() {
    return catalogue::stock<MassOrganisation>(
        "mass_organisations.total", "mass_organisation", mass_organisation_type,
        [](const MassOrganisation& mass) -> std::optional<Place> {
            return Place{.organisation = mass.organisation};
        });
}

catalogue::Figure mass_organisations_members() {
    return catalogue::stock<MassOrganisation>(
               "mass_organisations.members", "person", mass_organisation_type,
               [](const MassOrganisation& mass) -> std::optional<Place> {
                   if (!mass.members) return std::nullopt;
                   return Place{.organisation = mass.organisation, .amount = *mass.members};
               })
        .adding_up();
}

namespace {

catalogue::Figure rated(const char* name, bool (*counts)(organisation::Rating)) {
    return catalogue::flow<MassOrganisation, MassEvaluated>(
        name, "mass_organisation", "mass_organisation.evaluated",
        [counts](const MassOrganisation& mass, const MassEvaluated& event) -> std::optional<Place> {
            if (!counts(event.rating)) return std::nullopt;
            return Place{.organisation = mass.organisation,
                         .from = organisation::evaluation_day(event.year)};
        });
}

}  // namespace

catalogue::Figure mass_organisations_evaluated() {
    return rated("mass_organisations.evaluated", [](organisation::Rating) { return true; });
}

catalogue::Figure mass_organisations_good_or_better() {
    return rated("mass_organisations.good_or_better", organisation::good_or_better);
}

catalogue::Figure mass_organisations_good_or_better_pct() {
    return catalogue::percentage("mass_organisations.good_or_better_pct",
                                 "mass_organisations.good_or_better",
                                 "mass_organisations.evaluated");
}

}  // namespace nennep::activity
