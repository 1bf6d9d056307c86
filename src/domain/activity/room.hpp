#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::activity {

catalogue::Room room();

}  // namespace nennep::activity
