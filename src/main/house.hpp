// The house, put together: catalogue of all rooms with the words of the house.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep {

catalogue::Catalogue build_catalogue();

}  // namespace nennep
