// A workbook in the making. The library behind it keeps the last row of each sheet in memory and
// those before in nameless files in the workbook's own folder: cells are set row by row, from left
// to right or not, but never above the last row.
#pragma once
#include <compare>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/text.hpp"
#include "render/xlsx/cell_text.hpp"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace nennep::render::xlsx {

constexpr unsigned most_rows = 1'048'576;

// How a cell looks; times of twelve points unless it says otherwise.
struct Look {
    std::string number_format = {};     // empty: as it comes
    int size = 12;
    bool is_bold = false;
    bool is_italic = false;
    bool is_grey = false;
    bool is_wrapped = false;
    bool is_centred = false;
    bool is_link = false;
    bool has_borders = true;

    friend auto operator<=>(const Look&, const Look&) = default;
};

using Format = lxw_format*;

// A text has four looks: long ones are wrapped, and what is like a formula is marked as text, so
// that it stays one when somebody edits the cell.
struct TextFormats {
    Format plain, wrapped, marked, marked_and_wrapped;
};

struct At {
    unsigned row = 0;       // from 0
    unsigned column = 0;
};

class Workbook;

class Sheet {
public:
    Sheet(Workbook& book, lxw_worksheet* sheet, std::string name);

    const std::string& name() const { return name_; }
    void text(At at, std::string_view text, const Look& look);
    void number(At at, const std::optional<Number>& number, const Look& look);
    // A text over several columns of one row, as high as its lines need at these widths.
    void across(unsigned row, std::string_view text, const std::vector<int>& widths, const Look& look);
    // Room for so many lines in the last row.
    void height(unsigned row, std::size_t lines, int size = 12);
    // Makes the cell, which is set afterwards, lead to the beginning of another sheet.
    void link(At at, std::string_view sheet_name);

    // For many cells: with formats that were asked for once.
    CellText measured(std::string_view text) { return writer_(text); }
    void text(At at, const CellText& text, const TextFormats& formats, bool is_wrapped);
    void number(At at, double number, Format format);
    void blank(At at, Format format);

    struct Setup {
        std::vector<int> widths;            // of its columns, in letters
        unsigned first_printed_row = 0;
        unsigned head_row = 0;              // stays in sight, and is repeated on each page
        unsigned frozen_columns = 0;
        unsigned last_row = 0;
        bool has_filter = false;
        std::string page;                   // "Trang &P/&N"
    };
    void set_up(const Setup& setup);

    // Closes the last row; the bytes of all rows. Throws where they could not be kept.
    std::uintmax_t stored();
    void abandon();

private:
    Workbook& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    CellWriter writer_;
};

class Workbook {
public:
    struct Properties {
        std::string title;
        std::string author;
        std::int64_t created_ms = 0;
    };

    Workbook(const std::filesystem::path& path, const Properties& properties);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    Sheet& add(const std::string& name);
    Format format(const Look& look);
    TextFormats text_formats(const Look& look);
    // Writes the file and reads it back.
    void save();

private:
    [[noreturn]] void fail() const;
    friend class Sheet;

    std::filesystem::path path_;
    std::string folder_;
    lxw_workbook* book_ = nullptr;
    std::deque<Sheet> sheets_;
    std::map<Look, Format> formats_;
    bool is_saved_ = false;
};

// Whether the number has few enough digits for a cell, which keeps fifteen.
bool is_exact(Number number);
double as_double(Number number);
// The day as cells count it, or nothing for one before March 1900, which they cannot tell.
std::optional<double> as_serial(Day day);

}  // namespace nennep::render::xlsx
