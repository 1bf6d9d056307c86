// A committee is elected for a term, and its seats are filled and vacated between congresses
// (rules.md §1.5). One person may hold several seats, never the same one twice.
#pragma once
#include "domain/congress/register.hpp"

namespace nennep::congress {

struct Elected {
    OrganisationRef organisation;
    TermEdge term_from;
    TermEdge term_to;
    std::optional<catalogue::CongressRef> congress;     // none where it was appointed (§1.4)
    std::vector<catalogue::Seat> seats;
};
struct SeatFilled {
    PersonRef person;
    Position position = Position::member;
    std::optional<std::string> reason;
};
struct SeatVacated {
    PersonRef person;
    Position position = Position::member;
    std::optional<std::string> reason;
};

Folded apply(Committee& committee, const Elected& event, const Moment& at);
Folded apply(Committee& committee, const SeatFilled& event, const Moment& at);
Folded apply(Committee& committee, const SeatVacated& event, const Moment& at);

catalogue::EventType committee_elected();
catalogue::EventType committee_seat_filled();
catalogue::EventType committee_seat_vacated();

// Seats are not counted: a committee is not told that another one has followed it, and the seats
// of both would add up.
catalogue::Figure committees_elected();

}  // namespace nennep::congress
