#include "domain/membership/register.hpp"

namespace nennep::membership {

const Choices& choices_of(Gender) {
    static const Choices choices{"gender", {"male", "female"}};
    return choices;
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
