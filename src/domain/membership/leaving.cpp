#include "domain/membership/leaving.hpp"

namespace nennep::membership {
namespace {

Folded leave(Person& person) {
    if (auto violation = must_be_member(person)) return violation;
    person.leave(Standing::gone);
    return folded;
}

template <class Event>
catalogue::EventDescription<Person, Event> leaving(const char* name) {
    return catalogue::event<Person, Event>(name, subject_type).field("grounds", &Event::grounds);
}

}  // namespace

Folded apply(Person& person, const NameRemoved&, const Moment&) { return leave(person); }
Folded apply(Person& person, const Left&, const Moment&) { return leave(person); }
Folded apply(Person& person, const Expelled&, const Moment&) { return leave(person); }

Folded apply(Person& person, const Died&, const Moment& at) {
    if (auto violation = leave(person)) return violation;
    person.died_on = at.on;
    return folded;
}

catalogue::EventType member_name_removed() { return leaving<NameRemoved>("member.name_removed"); }
catalogue::EventType member_left() { return leaving<Left>("member.left"); }
// That somebody is no longer a member is the registers' to say; why, is a matter of discipline.
catalogue::EventType member_expelled() {
    return leaving<Expelled>("member.expelled").guarded("discipline");
}
catalogue::EventType member_died() { return leaving<Died>("member.died"); }

catalogue::Figure members_name_removed() {
    return catalogue::flow<Person, NameRemoved>("members.name_removed", "person", "member.name_removed");
}
catalogue::Figure members_left() {
    return catalogue::flow<Person, Left>("members.left", "person", "member.left");
}
catalogue::Figure members_expelled() {
    return catalogue::flow<Person, Expelled>("members.expelled", "person", "member.expelled");
}
catalogue::Figure members_died() {
    return catalogue::flow<Person, Died>("members.died", "person", "member.died");
}

}  // namespace nennep::membership
