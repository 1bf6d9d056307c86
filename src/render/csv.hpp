// The press for CSV: a list as a file that spreadsheets open. UTF-8 with its mark at the front, and no
// text that a spreadsheet would take for a formula.
#pragma once
#include <string>

#include "catalogue/list.hpp"

namespace nennep::render {

// A text as it stands in a CSV file: quoted where needed, and never a formula.
std::string csv_cell(std::string text);

std::string csv_of(const catalogue::List& list);

}  // namespace nennep::render
