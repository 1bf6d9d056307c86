#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::meeting {

catalogue::Room room();

}  // namespace nennep::meeting
