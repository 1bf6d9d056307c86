// The sheets of a report's workbook. Each takes the next place in the workbook.
#pragma once
#include "base/result.hpp"
#include "render/press.hpp"
#include "render/xlsx/workbook.hpp"

namespace nennep::render::xlsx {

// What the sheets have in common.
struct Binding {
    const Copy* copy;               // null: a list by itself
    const catalogue::Wording& wording;
    Workbook& book;
    SheetNames names = {};
    std::map<unsigned, std::string> sheet_of_list = {};     // by the number of the list
    std::size_t rows_done = 0;
    std::size_t rows_to_do = 0;

    std::string say(std::string_view key, const Arguments& shown = {}) const {
        return wording.say(key, shown);
    }
    std::string page() const;       // of the footer
    void count_row();
};

// The organisation reported, where the letterhead names nobody.
std::string issuer_of(const Copy& copy);
// "01 Kết nạp đảng viên"; `part` is "", or "b", "c" … of a sheet that goes on with the list.
std::string sheet_name(const catalogue::List& list, const std::string& part);

// All figures, those in the report's tables first.
void write_figures(Binding& binding, Sheet& sheet);
// What the report says of the year after, and of the months, if it does.
void write_targets(Binding& binding);
void write_months(Binding& binding);
// A list, on as many sheets as it needs; `first` has the name that figures lead to. `back_to`: the sheet
// to which it leads back, or nothing.
void write_list(Binding& binding, const catalogue::List& list, Sheet& first, std::string_view back_to);

void write_head(Sheet& sheet, unsigned row, const std::vector<std::string>& headings,
                const std::vector<int>& widths);
// How a number of this figure looks: with its decimals, and a % sign where it is a percentage.
std::string number_format(const catalogue::Figure& figure, int decimals);
// As wide as the content asks for, within reason; a heading stands on several lines.
int width_of(std::string_view heading, std::size_t content);

const Look head_look{.is_bold = true, .is_grey = true, .is_wrapped = true, .is_centred = true};
const Look title_look{.size = 14, .is_bold = true, .has_borders = false};

}  // namespace nennep::render::xlsx
