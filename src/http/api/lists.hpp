// Lists, cross-tables, and the page of one record.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> lists_routes();

}  // namespace nennep::http
