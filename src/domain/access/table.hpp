// Who does what, where in the tree: one table, denied by default. It is printed as
// docs/reference/rights.md, where a change of one row shows as a change of the cells it decides.
#pragma once
#include "catalogue/rights.hpp"

namespace nennep::access {

catalogue::RightsTable table();

}  // namespace nennep::access
