#include "domain/membership/admission.hpp"

namespace nennep::membership {
namespace {

Folded must_not_be_member(const Person& person) {
    if (person.died_on) {
        return Violation{"person.has_died", "effective_on", {{"day", person.died_on->vietnamese()}}};
    }
    if (!person.is_member()) return folded;
    return Violation{"admission.already_a_member", "subject", {{"name", person.full_name}}};
}

}  // namespace

Folded apply(Person& person, const BecameProspect& event, const Moment&) {
    if (auto violation = must_not_be_member(person)) return violation;
    person.branch = event.branch;
    person.standing = Standing::prospect;
    return folded;
}

Folded apply(Person& person, const Admitted& event, const Moment& at) {
    if (auto violation = must_not_be_member(person)) return violation;
    // Somebody who was a member before is admitted again, not for the first time.
    if (person.was_member) {
        return Violation{"admission.was_a_member", "type", {{"name", person.full_name}}};
    }
    if (event.ceremony_on && *event.ceremony_on < at.on) {
        return Violation{"admission.ceremony_before_decision", "data.ceremony_on", {}};
    }
    person.join(event.branch, Standing::probationary);
    person.admit(at.on, std::nullopt, std::nullopt);
    person.probation_from = event.ceremony_on.value_or(at.on);
    return folded;
}

Folded apply(Person& person, const InTheBooks& event, const Moment& at) {
    if (auto violation = must_not_be_member(person)) return violation;
    if (event.admitted_on > at.on) {
        return Violation{"admission.later_than_its_record", "data.admitted_on", {}};
    }
    if (event.confirmed_on && *event.confirmed_on < event.admitted_on) {
        return Violation{"confirmation.before_admission", "data.confirmed_on", {}};
    }
    if (event.confirmed_on && *event.confirmed_on > at.on) {
        return Violation{"admission.later_than_its_record", "data.confirmed_on", {}};
    }
    person.join(event.branch, event.confirmed_on ? Standing::full : Standing::probationary);
    person.admit(event.admitted_on, event.confirmed_on, event.card_number);
    person.has_card = event.card_number.has_value();
    return folded;
}

Folded apply(Person& person, const Readmitted& event, const Moment& at) {
    if (auto violation = must_not_be_member(person)) return violation;
    if (!person.was_member) {
        return Violation{"admission.was_never_a_member", "type", {{"name", person.full_name}}};
    }
    person.join(event.branch, Standing::probationary);
    person.admit(at.on, std::nullopt, std::nullopt);
    person.has_card = false;    // it was handed in on leaving (CARD-5)
    return folded;
}

catalogue::EventType person_became_prospect() {
    return catalogue::event<Person, BecameProspect>("person.became_prospect", subject_type)
        .field("branch", &BecameProspect::branch)
        .field("helper", &BecameProspect::helper);
}

catalogue::EventType member_admitted() {
    return catalogue::event<Person, Admitted>("member.admitted", subject_type)
        .field("branch", &Admitted::branch)
        .field("introducers", &Admitted::introducers)
        .field("ceremony_on", &Admitted::ceremony_on);
}

catalogue::EventType member_registered() {
    return catalogue::event<Person, InTheBooks>("member.registered", subject_type)
        .field("branch", &InTheBooks::branch)
        .field("admitted_on", &InTheBooks::admitted_on)
        .field("confirmed_on", &InTheBooks::confirmed_on)
        .field("card_number", &InTheBooks::card_number);
}

catalogue::EventType member_readmitted() {
    return catalogue::event<Person, Readmitted>("member.readmitted", subject_type)
        .field("branch", &Readmitted::branch);
}

catalogue::Figure members_admitted() {
    return catalogue::flow<Person, Admitted>("members.admitted", "person", "member.admitted");
}

catalogue::Figure members_readmitted() {
    return catalogue::flow<Person, Readmitted>("members.readmitted", "person", "member.readmitted");
}

}  // namespace nennep::membership
