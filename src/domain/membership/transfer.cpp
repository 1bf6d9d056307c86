#include "domain/membership/transfer.hpp"

namespace nennep::membership {

const Choices& choices_of(TransferKind) {
    static const Choices choices{"transfer_kind", {"official", "temporary", "abroad"}};
    return choices;
}

Folded apply(Person& person, const TransferIntroduced& event, const Moment&) {
    if (auto violation = must_be_member(person)) return violation;
    if (event.to_branch.has_value() == event.to_external.has_value()) {
        return Violation{"transfer.one_destination", "data.to_branch", {}};
    }
    if (event.kind == TransferKind::official && event.to_external) {
        person.before_moving_out = person.standing;
        person.leave(Standing::moved_out);
    } else if (event.to_branch) {
        person.is_introduced = true;
        person.is_introduced_officially = event.kind == TransferKind::official;
    }
    return folded;
}

Folded apply(Person& person, const TransferReceived& event, const Moment&) {
    if (person.died_on) return must_be_member(person);
    if (event.from_external) {
        if (person.is_member()) {
            return Violation{"transfer.already_here", "data.from_external", {{"name", person.full_name}}};
        }
        if (event.admitted_on && event.confirmed_on && *event.confirmed_on < *event.admitted_on) {
            return Violation{"confirmation.before_admission", "data.confirmed_on", {}};
        }
        auto standing = person.standing == Standing::moved_out ? person.before_moving_out : Standing::full;
        if (event.confirmed_on) standing = Standing::full;
        else if (event.admitted_on) standing = Standing::probationary;
        if (event.admitted_on) person.admitted_on = person.probation_from = event.admitted_on;
        if (event.confirmed_on) person.confirmed_on = person.full_from = event.confirmed_on;
        else if (event.admitted_on) person.confirmed_on = person.full_from = std::nullopt;
        if (event.card_number) {
            person.has_card = true;
            person.card_number = *event.card_number;
        }
        person.join(event.branch, standing);
        return folded;
    }
    if (auto violation = must_be_member(person)) return violation;
    if (!person.is_introduced) {
        return Violation{"transfer.not_introduced", "type", {{"name", person.full_name}}};
    }
    if (person.is_introduced_officially) person.branch = event.branch;
    person.is_introduced = false;
    return folded;
}

catalogue::EventType member_transfer_introduced() {
    return catalogue::event<Person, TransferIntroduced>("member.transfer_introduced", subject_type)
        .field("to_branch", &TransferIntroduced::to_branch)
        .shown_in_lists()
        .field("to_external", &TransferIntroduced::to_external)
        .shown_in_lists()
        .field("kind", &TransferIntroduced::kind)
        .shown_in_lists();
}

catalogue::EventType member_transfer_received() {
    return catalogue::event<Person, TransferReceived>("member.transfer_received", subject_type)
        .by_receiver()
        .field("branch", &TransferReceived::branch)
        .field("from_external", &TransferReceived::from_external)
        .shown_in_lists()
        .field("admitted_on", &TransferReceived::admitted_on)
        .field("confirmed_on", &TransferReceived::confirmed_on)
        .field("card_number", &TransferReceived::card_number);
}

catalogue::Figure members_transfers_introduced() {
    return catalogue::flow<Person, TransferIntroduced>("members.transfers.introduced", "turn",
                                                       "member.transfer_introduced");
}

// Counts in the receiving branch, also where the activity is temporary.
catalogue::Figure members_transfers_received() {
    return catalogue::flow<Person, TransferReceived>(
        "members.transfers.received", "turn", "member.transfer_received",
        [](const Person&, const TransferReceived& event) -> std::optional<Place> {
            return Place{.organisation = event.branch};
        });
}

}  // namespace nennep::membership
