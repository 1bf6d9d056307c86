#include "base/csv.hpp"

#include <algorithm>

namespace nennep {

std::string csv_cell(std::string text) {
    constexpr std::string_view formula_starts = "=+-@\t\r\n";
    const bool is_formula = formula_starts.find(text.empty() ? 'x' : text.front()) != std::string_view::npos;
    // The same signs in full width, as East Asian keyboards write them.
    const auto full_width = {"＝", "＋", "－", "＠"};
    const bool is_wide_formula = std::any_of(full_width.begin(), full_width.end(),
                                             [&](std::string_view sign) { return text.starts_with(sign); });
    if (is_formula || is_wide_formula) text.insert(0, 1, '\'');
    if (text.find_first_of("\",\n\r") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

}  // namespace nennep
