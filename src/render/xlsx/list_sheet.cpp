#include <algorithm>
#include <cstdlib>

#include "render/xlsx/sheets.hpp"

namespace nennep::render::xlsx {
namespace {

using catalogue::Cell;
using catalogue::List;

constexpr std::size_t widest_text = 45;     // letters; longer texts stand on several lines
constexpr int width_of_numbers = 6;         // of the first column
constexpr unsigned last_row = 1'048'570;

// A column of the list, and how wide it turned out to be.
struct Track {
    std::size_t wished = 0;
    std::size_t wrapped_over = widest_text;
    std::size_t longest = 0;        // of its texts
    Number largest = {};            // of its numbers, without sign
};

class ListWriter {
public:
    ListWriter(Binding& binding, const List& list, std::string_view back_to)
        : binding_(binding), list_(list), back_to_(back_to) {
        auto& book = binding.book;
        texts_ = book.text_formats({});
        day_ = book.format({.number_format = "dd/mm/yyyy", .is_centred = true});
        centred_ = book.text_formats({.is_centred = true});
        ordinal_ = book.format({.number_format = "0", .is_centred = true});
        whole_ = book.format({.number_format = "#,##0"});
        hundredths_ = book.format({.number_format = "#,##0.00"});
        for (const auto& column : list.columns) {
            Track track{.wished = static_cast<std::size_t>(std::max(column.letters, 1))};
            track.wrapped_over = std::max(widest_text, track.wished);
            tracks_.push_back(track);
        }
    }

    void begin(Sheet& sheet, const std::string& title) {
        sheet_ = &sheet;
        // Above what is printed.
        if (!back_to_.empty()) {
            sheet.link({0, 0}, back_to_);
            sheet.text({0, 0}, binding_.say("report.workbook.back"), {.is_link = true, .has_borders = false});
        }
        sheet.across(1, title, widths(), title_look);
        row_ = 2;
        if (!list_.note.empty()) {
            sheet.across(row_++, list_.note, widths(), {.is_italic = true, .has_borders = false});
        }
        head_row_ = row_++;
        std::vector<std::string> headings{binding_.say("report.workbook.row")};
        for (const auto& column : list_.columns) headings.push_back(column.title);
        write_head(sheet, head_row_, headings, widths());
    }

    bool is_full() const { return row_ >= last_row; }

    void write(std::size_t number, std::span<const Cell> cells) {
        lines_ = 1;
        sheet_->number({row_, 0}, static_cast<double>(number), ordinal_);
        for (unsigned i = 0; i < cells.size(); ++i) write({row_, i + 1}, cells[i], tracks_[i]);
        if (lines_ > 1) sheet_->height(row_, lines_);
        ++row_;
    }

    void end() {
        const bool is_empty = row_ == head_row_ + 1;
        if (is_empty) {
            sheet_->text({row_++, 0}, binding_.say("report.workbook.no_rows"), {.has_borders = false});
        }
        sheet_->set_up({.widths = widths(),
                        .first_printed_row = 1,
                        .head_row = head_row_,
                        .last_row = row_ - 1,
                        .has_filter = !is_empty,
                        .page = binding_.page()});
    }

private:
    void write(At at, const Cell& cell, Track& track) {
        switch (cell.kind) {
            case Cell::Kind::empty: return sheet_->blank(at, texts_.plain);
            case Cell::Kind::text: return write_text(at, cell.text, texts_, track);
            case Cell::Kind::mark: return write_text(at, binding_.wording.cell(cell), centred_, track);
            case Cell::Kind::day:
                if (const auto serial = as_serial(cell.day)) return sheet_->number(at, *serial, day_);
                return write_text(at, binding_.wording.cell(cell), centred_, track);
            case Cell::Kind::number:
                if (!is_exact(cell.number)) {
                    return write_text(at, binding_.wording.cell(cell), texts_, track);
                }
                if (std::abs(cell.number.units) > track.largest.units) {
                    track.largest = {std::abs(cell.number.units), cell.number.decimals};
                }
                return sheet_->number(at, as_double(cell.number),
                                      cell.number.decimals == 0 ? whole_ : hundredths_);
        }
    }

    void write_text(At at, std::string_view text, const TextFormats& formats, Track& track) {
        const auto measured = sheet_->measured(text);
        track.longest = std::max(track.longest, std::min(measured.letters, track.wrapped_over));
        const bool is_wrapped = measured.letters > track.wrapped_over || measured.has_line_breaks;
        if (is_wrapped) lines_ = std::max(lines_, lines_of(measured.text, track.wrapped_over));
        sheet_->text(at, measured, formats, is_wrapped);
    }

    std::vector<int> widths() const {
        std::vector<int> all{width_of_numbers};
        for (std::size_t i = 0; i < tracks_.size(); ++i) {
            const auto& track = tracks_[i];
            const auto digits = printed(track.largest, Language::vi).size() + 1;
            all.push_back(width_of(list_.columns[i].title, std::max({track.longest, track.wished, digits})));
        }
        return all;
    }

    Binding& binding_;
    const List& list_;
    std::string_view back_to_;
    Sheet* sheet_ = nullptr;
    TextFormats texts_{}, centred_{};
    Format ordinal_, day_, whole_, hundredths_;
    std::vector<Track> tracks_;
    unsigned row_ = 0;          // the next one
    unsigned head_row_ = 0;
    std::size_t lines_ = 1;     // of the row that is being written
};

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

int width_of(std::string_view heading, std::size_t content) {
    constexpr std::size_t for_the_button = 3;       // of the filter, beside the words
    std::size_t longest_word = 0, word = 0;
    for (const char c : heading) {
        word = c == ' ' ? 0 : word + ((static_cast<unsigned char>(c) & 0xc0) != 0x80);
        longest_word = std::max(longest_word, word);
    }
    return static_cast<int>(std::max(content, longest_word + for_the_button));
}

std::string sheet_name(const List& list, const std::string& part) {
    return (list.number == 0 ? "" : two_digits(list.number) + part + " ") + list.title;
}

void write_list(Binding& binding, const List& list, Sheet& first, std::string_view back_to) {
    ListWriter writer(binding, list, back_to);
    const auto title = (list.number == 0 ? "" : std::to_string(list.number) + ". ") + list.title;
    writer.begin(first, title);
    std::size_t number = 0;
    char part = 'b';
    list.each([&](std::span<const Cell> cells) {
        ensure(cells.size() == list.columns.size(), "a row has a cell for each column");
        if (writer.is_full()) {
            writer.end();
            const auto name = binding.names.take(sheet_name(list, std::string(1, part++)));
            writer.begin(binding.book.add(name),
                         binding.say("report.workbook.continued", {{"title", title}}));
        }
        writer.write(++number, cells);
        binding.count_row();
    });
    writer.end();
}

}  // namespace nennep::render::xlsx
