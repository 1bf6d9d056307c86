#include "domain/membership/standing.hpp"

namespace nennep::membership {

Folded apply(Person& person, const MemberEvaluated& event, const Moment&) {
    if (auto violation = must_be_member(person)) return violation;
    const std::string year = std::to_string(event.year);
    if (!organisation::is_sensible_year(event.year)) {
        return Violation{"evaluation.year_out_of_range", "data.year", {{"year", year}}};
    }
    if (!person.evaluated_years.insert(event.year).second) {
        return Violation{"evaluation.already_rated", "data.year", {{"year", year}}};
    }
    if (event.year == *person.evaluated_years.rbegin()) person.rating = event.rating;
    return folded;
}

Folded apply(Person& person, const FeePaid&, const Moment&) { return must_be_member(person); }

Folded apply(Person& person, const Exempted& event, const Moment& at) {
    if (auto violation = must_be_member(person)) return violation;
    if (person.is_exempt) return Violation{"exemption.already_exempt", "type", {{"name", person.full_name}}};
    if (event.until && *event.until < at.on) return Violation{"exemption.ends_before_it_begins", "data.until", {}};
    person.is_exempt = true;
    return folded;
}

Folded apply(Person& person, const Resumed&, const Moment&) {
    if (auto violation = must_be_member(person)) return violation;
    if (!person.is_exempt) return Violation{"exemption.not_exempt", "type", {{"name", person.full_name}}};
    person.is_exempt = false;
    return folded;
}

catalogue::EventType member_evaluated() {
    return catalogue::event<Person, MemberEvaluated>("member.evaluated", subject_type)
        .field("year", &MemberEvaluated::year)
        .field("rating", &MemberEvaluated::rating)
        .shown_in_lists();
}

catalogue::EventType member_fee_paid() {
    return catalogue::event<Person, FeePaid>("member.fee_paid", subject_type)
        .field("month", &FeePaid::month)
        .field("amount_vnd", &FeePaid::amount_vnd);
}

catalogue::EventType member_exempted() {
    return catalogue::event<Person, Exempted>("member.exempted", subject_type)
        .field("until", &Exempted::until)
        .keeps(journal::DataClass::soft);
}

catalogue::EventType member_resumed() {
    return catalogue::event<Person, Resumed>("member.resumed", subject_type)
        .field("until", &Resumed::until)
        .keeps(journal::DataClass::soft);
}

namespace {

catalogue::Figure rated(const char* name, bool (*counts)(organisation::Rating)) {
    return catalogue::flow<Person, MemberEvaluated>(
        name, "person", "member.evaluated",
        [counts](const Person& person, const MemberEvaluated& event) -> std::optional<Place> {
            if (!counts(event.rating)) return std::nullopt;
            return Place{.organisation = person.branch,
                         .from = organisation::evaluation_day(event.year)};
        });
}

}  // namespace

catalogue::Figure members_evaluated() {
    return rated("members.evaluated", [](organisation::Rating) { return true; });
}

catalogue::Figure members_good_or_better() {
    return rated("members.good_or_better", organisation::good_or_better);
}

catalogue::Figure members_good_or_better_pct() {
    return catalogue::percentage("members.good_or_better_pct", "members.good_or_better",
                                 "members.evaluated");
}

catalogue::Figure fees_collected() {
    return catalogue::flow<Person, FeePaid>(
               "fees.collected_vnd", "vnd", "member.fee_paid",
               [](const Person& person, const FeePaid& event) -> std::optional<Place> {
                   return Place{.organisation = person.branch, .amount = event.amount_vnd.vnd};
               })
        .adding_up();
}

catalogue::Figure members_exempted() {
    return catalogue::flow<Person, Exempted>("members.exempted", "person", "member.exempted");
}

}  // namespace nennep::membership
