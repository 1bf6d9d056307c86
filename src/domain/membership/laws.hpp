// What must hold of all people after every event.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::membership {

// At any time a member belongs to exactly one branch, and to one that lives (or to its successor).
catalogue::Law each_member_belongs_to_one_branch();
// Probationary and full members are all the members there are, day by day.
catalogue::Law each_member_is_probationary_or_full();

}  // namespace nennep::membership
