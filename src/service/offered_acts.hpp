// What a user may record about a subject now: of the types that its fold does not rule out
// (catalogue/possible.hpp) those for which they hold the right, as recording judges it.
//
// An offer is no promise. It is judged before anything is said: where the act then says that it took
// place, or where the subject belongs afterwards, is asked when it is recorded (entitlement.hpp).
#pragma once
#include "service/history.hpp"
#include "service/permission.hpp"

namespace nennep::service {

struct OfferedAct {
    const catalogue::EventType* type = nullptr;
    bool needs_two = false;
};

// `subject`: of the books as they are now, of which `permission` judges; nobody is offered nothing.
std::vector<OfferedAct> offered_acts(const Books& books, const Permission& permission, SubjectNo subject);

// Marks in a history what its reader may take back: for that they need the right to void, and the one
// to record what is voided; of a voiding, what then stands again. `lines`: as they may see it.
void mark_what_may_be_voided(const Permission& permission, SubjectNo subject, std::vector<HistoryLine>& lines);

// [{"type":"member.confirmed","two":false}, …]
std::string json_of(const std::vector<OfferedAct>& acts);

}  // namespace nennep::service
