// The table of contents of this room, for the roof: it keeps nothing, and says who may do what.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::access {

catalogue::Room room();

}  // namespace nennep::access
