// The accounts of others: who has the right to manage them does so where that right reaches, and an
// account that holds anything elsewhere is not there.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> accounts_routes();

}  // namespace nennep::http
