#include "domain/congress/committee.hpp"

namespace nennep::congress {

Folded apply(Committee& committee, const Elected& event, const Moment&) {
    if (auto violation = must_be_a_term(event.term_from, event.term_to)) return violation;
    committee.organisation = event.organisation;
    committee.term_from = event.term_from;
    committee.term_to = event.term_to;
    committee.label = term_label(event.term_from, event.term_to);
    for (const auto& seat : event.seats) {
        if (!committee.seats.emplace(seat.person.no, seat.position).second) {
            return Violation{"committee.seat_named_twice", "data.seats",
                             {{"name", committee.label}}};
        }
    }
    return folded;
}

Folded apply(Committee& committee, const SeatFilled& event, const Moment&) {
    if (!committee.seats.emplace(event.person.no, event.position).second) {
        return Violation{"committee.seat_already_held", "data.person", {{"name", committee.label}}};
    }
    return folded;
}

Folded apply(Committee& committee, const SeatVacated& event, const Moment&) {
    if (committee.seats.erase({event.person.no, event.position}) == 0) {
        return Violation{"committee.seat_not_held", "data.person", {{"name", committee.label}}};
    }
    return folded;
}

catalogue::EventType committee_elected() {
    return catalogue::event<Committee, Elected>("committee.elected", committee_type)
        .field("organisation", &Elected::organisation)
        .field("term_from", &Elected::term_from)
        .field("term_to", &Elected::term_to)
        .field("congress", &Elected::congress)
        .field("seats", &Elected::seats)
        .opens();
}

catalogue::EventType committee_seat_filled() {
    return catalogue::event<Committee, SeatFilled>("committee.seat_filled", committee_type)
        .field("person", &SeatFilled::person)
        .field("position", &SeatFilled::position)
        .field("reason", &SeatFilled::reason);
}

catalogue::EventType committee_seat_vacated() {
    return catalogue::event<Committee, SeatVacated>("committee.seat_vacated", committee_type)
        .field("person", &SeatVacated::person)
        .who_may_be_gone()
        .field("position", &SeatVacated::position)
        .field("reason", &SeatVacated::reason);
}

catalogue::Figure committees_elected() {
    return catalogue::flow<Committee, Elected>("committees.elected", "committee",
                                               "committee.elected");
}

}  // namespace nennep::congress
