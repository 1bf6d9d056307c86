// Cells of a CSV file as spreadsheets read it.
#pragma once
#include <string>
#include <string_view>

namespace nennep {

// Tells spreadsheets that what follows is UTF-8; the first bytes of a file.
inline constexpr std::string_view csv_mark = "\xef\xbb\xbf";

// A text quoted where needed, and never a formula when opened in a spreadsheet.
std::string csv_cell(std::string text);

}  // namespace nennep
