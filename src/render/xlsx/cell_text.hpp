// Texts as the cells of a workbook can hold them, and names as its sheets can bear them.
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace nennep::render::xlsx {

constexpr std::size_t longest_cell = 32767;     // UTF-16 units
constexpr std::size_t longest_name = 31;

struct CellText {
    const char* text = "";          // ends with a zero byte; lives until the next one
    std::size_t letters = 0;        // of its longest line
    bool has_line_breaks = false;
    bool is_like_a_formula = false; // typed by hand, it would be one
};

// How many lines the text takes in a column of this width, in letters; at least one.
std::size_t lines_of(std::string_view text, std::size_t width);

// Keeps one buffer for all the cells of a sheet.
class CellWriter {
public:
    CellText operator()(std::string_view text);

private:
    void repair();

    std::string buffer_;
};

// Names for sheets, no two of them alike for a program that does not tell capitals apart.
class SheetNames {
public:
    SheetNames();
    // As much of the name as fits, cut at a word, without what sheets may not be named.
    std::string take(std::string_view wanted);

private:
    std::set<std::string> taken_;
};

// 'Tên ''trang'''!A1
std::string first_cell_of(std::string_view sheet_name);

}  // namespace nennep::render::xlsx
