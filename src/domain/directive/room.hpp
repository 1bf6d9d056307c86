#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::directive {

catalogue::Room room();

}  // namespace nennep::directive
