#include "domain/membership/register.hpp"

namespace nennep::membership {

const Choices& choices_of(Gender) {
    static const Choices choices{"gender", {"male", "female"}};
    return choices;
}

const Choices& choices_of(Standing) {
    static const Choices choices{
        "standing", {"none", "prospect", "probationary", "full", "moved_out", "gone"}};
    return choices;
}

namespace {

std::optional<std::int64_t> rating_year(const Person& person) {
    if (!person.rating) return std::nullopt;
    return *person.evaluated_years.rbegin();
}

}  // namespace

// Discipline, health, family and what identifies a person outside are known to few, so no list shows them.
catalogue::SubjectType people() {
    using catalogue::trait;
    return catalogue::subject<Person>(subject_type)
        .listed_as("people")
        .counting("standing", {"probationary", "full"})
        .knows(trait<&Person::full_name>("full_name").ordered_as_names())
        .knows(trait<&Person::gender>("gender").crossing())
        .knows(trait<&Person::birth_date>("birth_date"))
        .knows(trait<&Person::standing>("standing").crossing())
        .knows(trait<&Person::admitted_on>("admitted_on"), trait<&Person::confirmed_on>("confirmed_on"),
               trait<&Person::full_from>("full_from"), trait<&Person::card_number>("card_number"))
        .knows(trait<&Person::ethnicity>("ethnicity").crossing(), trait<&Person::religion>("religion").crossing())
        .knows(trait<&Person::occupation>("occupation").crossing(), trait<&Person::post>("post"))
        .knows(trait<&Person::education>("education").crossing(),
               trait<&Person::professional>("professional").crossing(),
               trait<&Person::academic_title>("academic_title").crossing(),
               trait<&Person::political_theory>("political_theory").crossing(),
               trait<&Person::foreign_language>("foreign_language").crossing(),
               trait<&Person::informatics>("informatics").crossing())
        .knows(trait<&Person::youth_union_on>("youth_union_on"))
        .knows(trait<&Person::is_exempt>("is_exempt").crossing())
        .knows(trait<&Person::rating>("rating").crossing(), trait<&rating_year>("rating_year").crossing())
        .knows(catalogue::years_since("age", "birth_date").crossing().in_bands({30, 35, 40, 45, 50, 55, 60}),
               catalogue::year_of("birth_year", "birth_date").crossing(),
               catalogue::year_of("admitted_year", "admitted_on").crossing(),
               catalogue::years_since("party_age", "admitted_on")
                   .crossing()
                   .in_bands({4, 9, 14, 19, 24, 29, 39, 49, 59}))
        .knows(catalogue::of_seat("organisation_kind", "kind").crossing(),
               catalogue::of_seat_or_above("sector", "sector").crossing());
}

void describe(const Person& person, catalogue::Portrait& portrait) {
    portrait.label = person.full_name;
    portrait.until = person.died_on.value_or(Day::never());
}

Folded must_be_member(const Person& person) {
    if (person.died_on) {
        return Violation{"person.has_died", "effective_on", {{"day", person.died_on->vietnamese()}}};
    }
    if (person.is_member()) return folded;
    return Violation{"membership.not_a_member", "subject", {{"name", person.full_name}}};
}

namespace {

catalogue::Figure standing_in(const char* name, bool (*counts)(const Person&)) {
    return catalogue::stock<Person>(name, "person", subject_type,
                                    [counts](const Person& person) -> std::optional<Place> {
                                        if (!counts(person)) return std::nullopt;
                                        return Place{.organisation = person.branch};
                                    });
}

}  // namespace

catalogue::Figure members_total() {
    return standing_in("members.total", [](const Person& person) { return person.is_member(); })
        .needing_a_home();
}

catalogue::Figure members_probationary() {
    return standing_in("members.probationary", [](const Person& person) {
        return person.standing == Standing::probationary;
    });
}

catalogue::Figure members_full() {
    return standing_in("members.full",
                       [](const Person& person) { return person.standing == Standing::full; });
}

catalogue::Figure members_prospects() {
    return standing_in("members.prospects",
                       [](const Person& person) { return person.standing == Standing::prospect; });
}

}  // namespace nennep::membership
