#include "render/csv.hpp"

#include "base/csv.hpp"

namespace nennep::render {

std::string csv_of(const catalogue::List& list) {
    std::string out(csv_mark);
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
