// What could happen next to a subject, by all that its fold knows.
//
// An event of each type is tried on a copy of the state, saying nothing yet. Where `apply` objects to
// the subject, to the kind of act or to the day, it objects whatever the act says: who is a member cannot
// be admitted. An objection to what is said (`data.…`) speaks against nothing, as it will be said better.
// Some acts are two in one: received from outside, or from a branch that introduced them. So what may be
// left out is tried filled in as well, one field at a time, before a type is ruled out.
#pragma once
#include <span>
#include <vector>

#include "catalogue/folding.hpp"

namespace nennep::catalogue {

// The types of event, opening ones aside, that the state after `stream` does not rule out for a day.
// `stream`: arranged, and none of it later than the day. Nothing follows an empty one.
std::vector<const EventType*> possible_next(const Catalogue& catalogue, world::TypeNo type, SubjectNo subject,
                                            std::span<const StreamEvent> stream,
                                            const world::Directory& directory, Day on);

}  // namespace nennep::catalogue
