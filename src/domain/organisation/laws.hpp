// What must hold of all organisations after every event.
#pragma once
#include "catalogue/catalogue.hpp"

namespace nennep::organisation {

// On every day, a living organisation that has a superior stands under a living one.
catalogue::Law each_parent_is_live();

}  // namespace nennep::organisation
