#include "render/pdf/annex.hpp"

#include <algorithm>
#include <numeric>

#include "render/pdf/table.hpp"

namespace nennep::render {
namespace {

using catalogue::Cell;
using catalogue::Column;
using catalogue::List;
using catalogue::Wording;

constexpr double row_padding = 1.4;
constexpr double list_gap = 16;

Align align_of(Cell::Kind kind) {
    switch (kind) {
        case Cell::Kind::number: return Align::right;
        case Cell::Kind::day: return Align::centre;
        default: return Align::left;
    }
}

Turn turn_of(const List& list) {
    const int letters = std::accumulate(list.columns.begin(), list.columns.end(), 0,
                                        [](int sum, const Column& column) { return sum + column.letters; });
    return letters > letters_in_portrait ? Turn::landscape : Turn::portrait;
}

class Annex {
public:
    Annex(Paper& paper, Type& type, const Copy& copy, const Wording& wording)
        : paper_(paper), type_(type), copy_(copy), wording_(wording) {
        for (const auto& list : copy.report.lists) total_ += list.rows;
    }

    void print() {
        const auto& lists = copy_.report.lists;
        next_page(turn_of(lists.front()), "");
        paper_.bookmark(1, wording_.say("report.annex"), y_);
        put_paragraph(styles::summary, wording_.say("report.annex"), Align::centre, tag::title);
        put_paragraph(styles::list_note, wording_.say("report.annex_note"), Align::centre, tag::paragraph);
        y_ += 10;
        for (const auto& list : lists) print(list);
        if (copy_.progress) copy_.progress(done_, total_);
    }

private:
    void print(const List& list) {
        const auto title = std::to_string(list.number) + ". " + list.title;
        const auto turn = turn_of(list);
        lay_out(list, turn);
        Row head(type_, columns_, styles::list_head, row_padding + 1);
        head.cell(0).add(styles::list_head, wording_.say("report.running_number"));
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            head.cell(i + 1).add(styles::list_head, list.columns[i].title);
        }
        head.centre();
        head.set();
        begin_list(list, title, turn, head.height());
        if (list.rows > 0) print_rows(list, head);
        y_ += list_gap;
    }

    // The list's heading, together with the head of its table and a few rows.
    void begin_list(const List& list, const std::string& title, Turn turn, double head_height) {
        const double needed = 2 * styles::list_heading.pitch + 4 * styles::list_note.pitch + head_height +
                              3 * styles::list.pitch;
        if (turn != paper_.turn() || y_ + needed > paper_.bottom()) next_page(turn, "");
        paper_.bookmark(2, title, y_ - 4);
        paper_.arrive(list.number, y_ - 4);
        put_paragraph(styles::list_heading, title, Align::left, tag::heading);
        put_paragraph(styles::list_note,
                      wording_.say("report.rows", {{"count", number_text(list.rows)}}), Align::left,
                      tag::paragraph);
        if (!list.note.empty()) put_paragraph(styles::list_note, list.note, Align::left, tag::paragraph);
        y_ += 3;
    }

    void print_rows(const List& list, const Row& head) {
        const auto running_title = wording_.say("report.annex_list", {{"number", std::to_string(list.number)}});
        Row row(type_, columns_, styles::list, row_padding);
        std::size_t number = 0;
        paper_.open(tag::table);
        paper_.open(tag::table_head);
        paper_.open(tag::row);
        put_row(head, tag::head_cell);
        paper_.close();
        paper_.close();
        paper_.open(tag::table_body);
        list.each([&](std::span<const Cell> cells) {
            row.clear();
            row.cell(0).add(styles::list, std::to_string(++number));
            for (std::size_t i = 0; i < cells.size(); ++i) {
                fill(row.cell(i + 1), cells[i], columns_[i + 1].width);
            }
            row.set();
            if (y_ + row.height() > paper_.bottom()) {
                paper_.close();
                end_grid();
                next_page(paper_.turn(), running_title);
                put_row(head, nullptr);
                paper_.open(tag::table_body);
            }
            put_row(row, nullptr);
            ++done_;
        });
        paper_.close();
        paper_.close();
        end_grid();
    }

    // A word that is a little too wide for its column is set smaller before it is broken.
    void fill(Text& text, const Cell& cell, double width) {
        if (cell.kind == Cell::Kind::text) {
            text.add(styles::list, cell.text);
        } else {
            text.add(styles::list, wording_.cell(cell));
        }
        const double room = width - 2 * cell_padding;
        const double widest = text.widest_word();
        if (widest <= room) return;
        for (const double share : {0.95, 0.9, 0.85, 0.8, 0.75}) {
            if (widest * share <= room) return text.shrink(share);
        }
    }

    void put_row(const Row& row, const char* cell_tag) {
        if (edges_.empty()) edges_.push_back(y_);
        row.draw(paper_, paper_.left(), y_, cell_tag);
        y_ += row.height();
        edges_.push_back(y_);
    }

    void end_grid() {
        paper_.grid(column_edges(columns_, paper_.left()), edges_);
        edges_.clear();
    }

    void next_page(Turn turn, const std::string& running_title) {
        paper_.next_page(turn, running_title);
        y_ = paper_.top();
        if (copy_.progress) copy_.progress(done_, total_);
    }

    // Days and numbers take what they need, and so does the running number; texts share the rest by
    // the letters that they want.
    void lay_out(const List& list, Turn turn) {
        const auto needed = [&](std::string_view words) {
            return type_.width(styles::list, words) + 2 * cell_padding + 0.5;
        };
        const auto title = type_.width(styles::list_head, wording_.say("report.running_number"));
        columns_.assign(1, {std::max(needed(std::to_string(list.rows)), title + 2 * cell_padding + 0.5),
                            Align::right});
        double rest = (turn == Turn::portrait ? paper_short : paper_long) - margin_left - margin_right -
                      columns_.front().width;
        int letters = 0;
        for (const auto& column : list.columns) {
            const auto wanted = static_cast<std::size_t>(std::max(1, column.letters));
            double width = 2 * cell_padding;
            if (column.kind == Cell::Kind::day) width = needed("00/00/0000");
            if (column.kind == Cell::Kind::number) width = needed(std::string(wanted, '0'));
            if (column.kind == Cell::Kind::text) letters += column.letters;
            columns_.push_back({width, align_of(column.kind)});
            rest -= width;
        }
        for (std::size_t i = 0; i < list.columns.size(); ++i) {
            const auto& column = list.columns[i];
            if (letters == 0) columns_[i + 1].width += rest / static_cast<double>(list.columns.size());
            if (letters > 0 && column.kind == Cell::Kind::text) {
                columns_[i + 1].width += rest * column.letters / letters;
            }
        }
    }

    void put_paragraph(Style style, std::string_view words, Align align, const char* name) {
        Text text(type_, style, words);
        std::vector<Line> lines;
        break_lines(text, paper_.width(), 0, lines);
        paper_.open(name);
        for (const auto& line : lines) {
            draw_line(paper_, text, line, paper_.left(), paper_.width(), y_ + baseline_of(style), align);
            y_ += style.pitch;
        }
        paper_.close();
    }

    std::string number_text(std::size_t number) const {
        return printed({static_cast<std::int64_t>(number), 0}, wording_.language());
    }

    Paper& paper_;
    Type& type_;
    const Copy& copy_;
    const Wording& wording_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    double y_ = 0;
    std::vector<ColumnShape> columns_;
    std::vector<double> edges_;         // lines between the rows of this page
};

}  // namespace

void print_annex(Paper& paper, Type& type, const Copy& copy, const Wording& wording) {
    if (copy.report.lists.empty()) return;
    Annex(paper, type, copy, wording).print();
}

}  // namespace nennep::render
