// The table of contents of this room, for the roof.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::inspection {

catalogue::Room room();

}  // namespace nennep::inspection
