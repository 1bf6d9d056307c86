// The table of contents of this room, for the roof.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::meeting {

catalogue::Room room();

}  // namespace nennep::meeting
