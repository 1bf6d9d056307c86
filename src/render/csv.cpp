#include "render/csv.hpp"

#include <algorithm>

namespace nennep::render {

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

std::string csv_of(const catalogue::List& list) {
    std::string out = "\xef\xbb\xbf";
    for (const auto& column : list.columns) {
        if (&column != &list.columns.front()) out += ",";
        out += csv_cell(column.title);
    }
    using catalogue::Cell;
    list.each([&](std::span<const Cell> cells) {
        out += "\r\n";
        for (const auto& cell : cells) {
            if (&cell != &cells.front()) out += ",";
            switch (cell.kind) {
                case Cell::Kind::empty: break;
                case Cell::Kind::text: out += csv_cell(std::string(cell.text)); break;
                case Cell::Kind::day: out += cell.day.iso(); break;
                case Cell::Kind::number: out += plain(cell.number); break;
                case Cell::Kind::mark: out += "×"; break;
            }
        }
    });
    return out + "\r\n";
}

}  // namespace nennep::render
