// The house, put together: catalogue of all rooms with the words of the house, and the table of rights.
#pragma once
#include "catalogue/catalogue.hpp"
#include "catalogue/rights.hpp"

namespace nennep {

catalogue::Catalogue build_catalogue();
catalogue::Rights build_rights(const catalogue::Catalogue& catalogue);

}  // namespace nennep
