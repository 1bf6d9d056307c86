#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::membership {

catalogue::Room room();

}  // namespace nennep::membership
