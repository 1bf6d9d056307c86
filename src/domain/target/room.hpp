#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::target {

catalogue::Room room();

}  // namespace nennep::target
