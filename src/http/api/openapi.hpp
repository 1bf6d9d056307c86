// The API's description in the form of OpenAPI 3.1, drawn from the table of routes, the catalogue and
// the schemas of answers (schemas.json): what is not in it does not exist.
#pragma once
#include "catalogue/catalogue.hpp"
#include "catalogue/rights.hpp"
#include "http/route.hpp"

namespace nennep::http {

std::string openapi(const catalogue::Catalogue& catalogue, const catalogue::Rights& rights,
                    const std::vector<Route>& routes, const std::string& version);
// The same for reading: one page, without script or style of others.
std::string reference_page(const catalogue::Catalogue& catalogue, const std::vector<Route>& routes, Language language);

}  // namespace nennep::http
