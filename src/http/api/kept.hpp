// What an account keeps for itself on the server: its saved filters and how it wants its lists. In the
// browser it would go with every sign-out, which has the browser clear its store.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> kept_routes();

}  // namespace nennep::http
