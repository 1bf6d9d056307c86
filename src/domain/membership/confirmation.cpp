#include "domain/membership/confirmation.hpp"

namespace nennep::membership {

Folded apply(Person& person, const Confirmed& event, const Moment& at) {
    if (auto violation = must_be_member(person)) return violation;
    if (person.standing == Standing::full) {
        return Violation{"confirmation.already_full", "type", {{"name", person.full_name}}};
    }
    if (event.full_from && person.probation_from && *event.full_from < *person.probation_from) {
        return Violation{"confirmation.before_admission", "data.full_from", {}};
    }
    person.standing = Standing::full;
    person.confirmed_on = at.on;
    person.full_from = event.full_from;
    if (!person.full_from && person.probation_from) person.full_from = person.probation_from->plus_months(12);
    return folded;
}

catalogue::EventType member_confirmed() {
    return catalogue::event<Person, Confirmed>("member.confirmed", subject_type)
        .field("full_from", &Confirmed::full_from);
}

catalogue::Figure members_confirmed() {
    return catalogue::flow<Person, Confirmed>("members.confirmed", "person", "member.confirmed");
}

}  // namespace nennep::membership
