#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::inspection {

catalogue::Room room();

}  // namespace nennep::inspection
