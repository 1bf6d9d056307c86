// Lists, cross-tables, and the page of one record.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> lists_routes();
// Whether a record of this list can be opened, at /<list>/{key}.
bool opens_records(std::string_view list);

}  // namespace nennep::http
