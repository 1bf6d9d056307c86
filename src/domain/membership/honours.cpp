#include "domain/membership/honours.hpp"

#include <algorithm>

namespace nennep::membership {

const Choices& choices_of(DisciplineForm) {
    static const Choices choices{"member_discipline",
                                 {"reprimand", "warning", "removal_from_post", "expulsion"}};
    return choices;
}

// A badge may be awarded after death (BDG-3), never to somebody who left.
Folded apply(Person& person, const BadgeAwarded& event, const Moment&) {
    constexpr std::int64_t ladder[] = {30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90};
    if (!person.died_on) {
        if (auto violation = must_be_member(person)) return violation;
    }
    const std::string years = std::to_string(event.years);
    if (std::find(std::begin(ladder), std::end(ladder), event.years) == std::end(ladder)) {
        return Violation{"badge.no_such_badge", "data.years", {{"years", years}}};
    }
    if (!person.badges.insert(event.years).second) {
        return Violation{"badge.already_awarded", "data.years", {{"years", years}}};
    }
    return folded;
}

Folded apply(Person& person, const MemberDisciplined& event, const Moment&) {
    if (auto violation = must_be_member(person)) return violation;
    person.discipline = static_cast<std::uint8_t>(event.form);
    return folded;
}

Folded apply(Person& person, const DisciplineLifted& event, const Moment&) {
    if (person.discipline != static_cast<std::uint8_t>(event.form)) {
        return Violation{"discipline.not_in_force", "data.form", {{"name", person.full_name}}};
    }
    person.discipline.reset();
    return folded;
}

Folded apply(Person& person, const MemberCommended&, const Moment&) {
    if (person.died_on) return folded;
    return must_be_member(person);
}

catalogue::EventType member_badge_awarded() {
    return catalogue::event<Person, BadgeAwarded>("member.badge_awarded", subject_type)
        .field("years", &BadgeAwarded::years)
        .shown_in_lists();
}

catalogue::EventType member_disciplined() {
    return catalogue::event<Person, MemberDisciplined>("member.disciplined", subject_type)
        .field("form", &MemberDisciplined::form)
        .shown_in_lists()
        .field("grounds", &MemberDisciplined::grounds)
        .seen_by("discipline")
        .keeps(journal::DataClass::in_case);
}

catalogue::EventType member_discipline_lifted() {
    return catalogue::event<Person, DisciplineLifted>("member.discipline_lifted", subject_type)
        .field("form", &DisciplineLifted::form)
        .shown_in_lists()
        .field("grounds", &DisciplineLifted::grounds)
        .seen_by("discipline")
        .keeps(journal::DataClass::in_case);
}

catalogue::EventType member_commended() {
    return catalogue::event<Person, MemberCommended>("member.commended", subject_type)
        .field("form", &MemberCommended::form)
        .shown_in_lists()
        .field("title", &MemberCommended::title)
        .shown_in_lists();
}

catalogue::Figure members_badges() {
    return catalogue::flow<Person, BadgeAwarded>("members.badges", "badge", "member.badge_awarded");
}

catalogue::Figure members_disciplined() {
    return catalogue::flow<Person, MemberDisciplined>("members.disciplined", "person",
                                                      "member.disciplined");
}

catalogue::Figure members_commended() {
    return catalogue::flow<Person, MemberCommended>("members.commended", "person", "member.commended");
}

}  // namespace nennep::membership
