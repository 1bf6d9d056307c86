// The records of looking, for whoever watches over them, and for members about their own file.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> access_log_routes();

}  // namespace nennep::http
