// The parts of the table of routes, one for each matter; `all_routes` puts them together.
#pragma once
#include "http/route.hpp"

namespace nennep::http {

std::vector<Route> events_routes();
std::vector<Route> organisations_routes();
std::vector<Route> figures_routes();
std::vector<Route> reports_routes();
std::vector<Route> search_routes();
std::vector<Route> imports_routes();
std::vector<Route> changes_routes();
std::vector<Route> store_routes();
std::vector<Route> description_routes();
std::vector<Route> catalogue_routes();

std::vector<Route> all_routes();

// Parameters that several routes share.
Parameter organisation_parameter();                     // org, required
Parameter day_parameter(std::string name);
std::vector<Parameter> question_parameters();           // org, year, from, to, structure, as_known

}  // namespace nennep::http
