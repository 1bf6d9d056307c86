// A list as a person reads it: columns, and typed cells drawn up row by row, so that a hundred
// thousand rows are never all in memory. What is behind a figure is printed, and filed, as one.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/text.hpp"

namespace nennep::catalogue {

struct Figure;

struct Cell {
    // A mark says that the row counts in the figure of its column; it is printed as ×.
    enum class Kind : std::uint8_t { empty, text, day, number, mark };

    Cell() = default;
    explicit Cell(std::string_view words) : kind(words.empty() ? Kind::empty : Kind::text), text(words) {}
    explicit Cell(Day on) : kind(Kind::day), day(on) {}
    explicit Cell(Number value) : kind(Kind::number), number(value) {}
    static Cell of_mark() {
        Cell cell;
        cell.kind = Kind::mark;
        return cell;
    }

    Kind kind = Kind::empty;
    std::string_view text;      // lives until the next row
    Day day;
    Number number;
};

struct Column {
    std::string code;           // by which a template names it: "name", "organisation", "members.full"
    std::string title;
    Cell::Kind kind = Cell::Kind::text;     // of its cells, where they are not empty
    int letters = 10;           // the width that it would like, in letters
};

using RowReader = std::function<void(std::span<const Cell>)>;

struct List {
    unsigned number = 0;        // its place in the annex, from 1; 0: in none
    std::string title;          // as a heading: "Kết nạp đảng viên"
    std::string note;           // how it is to be read; may be empty
    // Those that it is the list of. The first counts (or adds up) all of its rows; each other one
    // has a column, and the rows that count in it have that cell filled.
    std::vector<const Figure*> figures;
    std::vector<Column> columns;
    std::size_t rows = 0;
    // Calls the reader once for each row, in order, with one cell for each column. May be repeated.
    std::function<void(const RowReader&)> each;
};

}  // namespace nennep::catalogue
