// A report for the terminal: running text, and tables in columns.
#pragma once
#include "catalogue/wording.hpp"

namespace nennep::render {

std::string text(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world, Language language);

}  // namespace nennep::render
