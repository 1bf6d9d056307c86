// A report for the terminal: running text, and tables in columns.
#pragma once
#include "catalogue/report.hpp"

namespace nennep::render {

std::string text(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world, Language language);

// A value as people read it: 1.234, 92,31 % or a dash where there is none.
std::string value_text(const std::optional<Number>& value, const catalogue::Figure& figure,
                       Language language);

}  // namespace nennep::render
