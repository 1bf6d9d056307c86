// The list of rooms: the one place that knows them all.
#pragma once
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nennep {

std::vector<catalogue::Room> all_rooms();

}  // namespace nennep
