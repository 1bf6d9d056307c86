// The table of rights, and who can see a file.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> rights_routes();

}  // namespace nennep::http
