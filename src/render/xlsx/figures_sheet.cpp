#include <algorithm>
#include <set>

#include "render/xlsx/sheets.hpp"

namespace nennep::render::xlsx {
namespace {

using catalogue::Block;
using catalogue::Figure;
using catalogue::FigureLine;

constexpr std::size_t widest_label = 60;

const Look text_look{};
const Look group_look{.is_bold = true};
const Look remark_look{.is_italic = true, .has_borders = false};

Look number_look(std::string format) { return {.number_format = std::move(format)}; }

// A table that grows downwards, under a head.
class Table {
public:
    struct Column {
        std::string heading;
        int width;
    };

    Table(Binding& binding, Sheet& sheet, std::vector<Column> columns)
        : binding_(binding), sheet_(sheet), columns_(std::move(columns)) {
        for (const auto& column : columns_) widths_.push_back(column.width);
    }

    void say(std::string_view text, const Look& look) { sheet_.across(row_++, text, widths_, look); }
    void gap() { ++row_; }

    void head() {
        head_row_ = row_;
        std::vector<std::string> headings;
        for (const auto& column : columns_) headings.push_back(column.heading);
        write_head(sheet_, row_++, headings, widths_);
    }

    void group(std::string_view title) { say(title, group_look); }

    void text(unsigned column, std::string_view words) {
        const bool is_label = column == 0;
        sheet_.text({row_, column}, words, {.is_wrapped = is_label, .is_centred = !is_label});
    }
    void label_and_unit(const Figure& figure) {
        const auto label = binding_.wording.label(figure);
        const auto lines = lines_of(label, static_cast<std::size_t>(widths_.front()));
        if (lines > 1) sheet_.height(row_, lines);
        text(0, label);
        text(1, binding_.wording.unit(figure));
    }
    void number(unsigned column, const std::optional<Number>& value, std::string format) {
        sheet_.number({row_, column}, value, number_look(std::move(format)));
    }
    // Of a figure, in its own form.
    void value(unsigned column, const std::optional<Number>& value, const Figure& figure) {
        number(column, value, number_format(figure, value ? value->decimals : 0));
    }
    void target(unsigned column, const FigureLine& line) {
        if (!line.target) return blank(column);
        const auto hundredths = line.target->hundredths;
        const auto bound = hundredths % 100 == 0 ? Number{hundredths / 100, 0} : Number{hundredths, 2};
        const std::string sign = line.target->kind == "at_least" ? "\"≥ \"" : "\"≤ \"";
        number(column, bound, sign + number_format(*line.figure, bound.decimals));
    }
    void link(unsigned column, unsigned list) {
        const auto found = binding_.sheet_of_list.find(list);
        if (list == 0 || found == binding_.sheet_of_list.end()) return blank(column);
        sheet_.link({row_, column}, found->second);
        sheet_.number({row_, column}, Number{list, 0},
                      {.number_format = "0", .is_centred = true, .is_link = true});
    }
    void blank(unsigned column) { sheet_.text({row_, column}, "", text_look); }
    void end_row() { ++row_; }

    void finish() {
        sheet_.set_up({.widths = widths_,
                       .head_row = head_row_,
                       .frozen_columns = 1,
                       .last_row = row_ - 1,
                       .page = binding_.page()});
    }

private:
    Binding& binding_;
    Sheet& sheet_;
    std::vector<Column> columns_;
    std::vector<int> widths_;
    unsigned row_ = 0;
    unsigned head_row_ = 0;
};

int label_width(const Binding& binding, const std::vector<FigureLine>& lines) {
    std::size_t longest = 20;
    CellWriter measure;
    for (const auto& line : lines) {
        longest = std::max(longest, measure(binding.wording.label(*line.figure)).letters);
    }
    return static_cast<int>(std::min(longest, widest_label));
}

void write_title(const Binding& binding, Table& table) {
    const auto& report = binding.copy->report;
    const Look above{.is_bold = true, .has_borders = false};
    table.say(issuer_of(*binding.copy), above);
    if (!report.letterhead.kind.empty()) table.say(report.letterhead.kind, title_look);
    table.say(report.title, title_look);
    table.say(binding.say("report.workbook.year", {{"year", std::to_string(report.year)}}), above);
    for (const auto& remark : binding.wording.remarks(report)) table.say(remark, remark_look);
    table.gap();
}

void write_line(const Binding& binding, Table& table, const FigureLine& line) {
    const auto& figure = *line.figure;
    const auto by = catalogue::change_of(line);
    const auto form = number_format(figure, by ? by->decimals : 0);
    const bool is_missed = line.target && line.value && !line.standing.met;
    table.label_and_unit(figure);
    table.value(2, line.value, figure);
    table.value(3, line.previous, figure);
    table.number(4, by, "+" + form + ";-" + form + ";" + form);
    table.target(5, line);
    table.text(6, binding.wording.result(line));
    table.number(7, is_missed ? std::optional(Number{line.standing.missing, 0}) : std::nullopt, "#,##0");
    table.link(8, line.list);
    table.end_row();
}

// The headings that a block stands under: its section, and the part of that.
struct Place {
    std::string section;
    std::string part;
};

// Calls with each block of this kind, and with the headings that are new since the last one.
template <class Each>
void for_each_block(const std::vector<Block>& blocks, Block::Kind kind, const Each& each) {
    Place place;
    for (const auto& block : blocks) {
        if (block.kind == Block::Kind::heading) place = {block.text, ""};
        if (block.kind == Block::Kind::subheading) place.part = block.text;
        if (block.kind != kind || block.lines.empty()) continue;
        each(block, std::exchange(place, {}));
    }
}

bool has_lines(const std::vector<Block>& blocks, Block::Kind kind) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const Block& block) { return block.kind == kind && !block.lines.empty(); });
}

}  // namespace

void write_head(Sheet& sheet, unsigned row, const std::vector<std::string>& headings,
                const std::vector<int>& widths) {
    std::size_t lines = 1;
    for (unsigned i = 0; i < headings.size(); ++i) {
        sheet.text({row, i}, headings[i], head_look);
        // Bold letters are wider.
        const auto room = static_cast<std::size_t>(std::max(1, widths[i] * 9 / 10));
        lines = std::max(lines, lines_of(headings[i], room));
    }
    sheet.height(row, lines);
}

std::string number_format(const Figure& figure, int decimals) {
    if (figure.unit == "percent") return decimals == 0 ? "0\"%\"" : "0.00\"%\"";
    return decimals == 0 ? "#,##0" : "#,##0.00";
}

void write_figures(Binding& binding, Sheet& sheet) {
    const auto& report = binding.copy->report;
    Table table(binding, sheet,
                {{binding.say("report.figure"), label_width(binding, report.figures)},
                 {binding.say("report.workbook.unit"), 12},
                 {binding.say("report.this_year"), 15},
                 {binding.say("report.last_year"), 15},
                 {binding.say("report.workbook.difference"), 14},
                 {binding.say("report.target"), 14},
                 {binding.say("report.result"), 16},
                 {binding.say("report.workbook.missing"), 11},
                 {binding.say("report.workbook.list"), 8}});
    write_title(binding, table);
    table.head();
    std::set<const Figure*> shown;
    for_each_block(report.blocks, Block::Kind::figures, [&](const Block& block, const Place& place) {
        if (!place.section.empty()) table.group(place.section);
        if (!place.part.empty()) table.group(place.part);
        for (const auto& line : block.lines) {
            shown.insert(line.figure);
            write_line(binding, table, line);
        }
    });
    bool is_first = true;
    for (const auto& line : report.figures) {
        if (shown.contains(line.figure)) continue;
        if (std::exchange(is_first, false) && !shown.empty()) {
            table.group(binding.say("report.workbook.others"));
        }
        write_line(binding, table, line);
    }
    table.finish();
}

void write_targets(Binding& binding) {
    const auto& report = binding.copy->report;
    if (!has_lines(report.blocks, Block::Kind::targets)) return;
    const auto title = binding.say("report.workbook.targets", {{"year", std::to_string(report.year + 1)}});
    auto& sheet = binding.book.add(binding.names.take(title));
    Table table(binding, sheet,
                {{binding.say("report.figure"), label_width(binding, report.figures)},
                 {binding.say("report.workbook.unit"), 12},
                 {binding.say("report.target"), 16},
                 {binding.say("report.this_year"), 16}});
    table.say(title, title_look);
    table.gap();
    table.head();
    for_each_block(report.blocks, Block::Kind::targets, [&](const Block& block, const Place&) {
        for (const auto& line : block.lines) {
            table.label_and_unit(*line.figure);
            table.target(2, line);
            table.value(3, line.previous, *line.figure);
            table.end_row();
        }
    });
    table.finish();
}

void write_months(Binding& binding) {
    const auto& report = binding.copy->report;
    if (!has_lines(report.blocks, Block::Kind::months)) return;
    const auto title = binding.say("report.workbook.months");
    auto& sheet = binding.book.add(binding.names.take(title));
    std::vector<FigureLine> lines;
    std::size_t longest = 9;
    for_each_block(report.blocks, Block::Kind::months, [&](const Block& block, const Place&) {
        lines.insert(lines.end(), block.lines.begin(), block.lines.end());
        for (const auto& months : block.by_month) {
            for (const auto& value : months) {
                if (value) longest = std::max(longest, printed(*value, Language::vi).size() + 1);
            }
        }
    });
    std::vector<Table::Column> columns{{binding.say("report.figure"), label_width(binding, lines)},
                                       {binding.say("report.workbook.unit"), 12}};
    for (int month = 1; month <= 12; ++month) {
        columns.push_back({binding.say("report.workbook.month", {{"month", std::to_string(month)}}),
                           static_cast<int>(longest)});
    }
    Table table(binding, sheet, std::move(columns));
    table.say(title, title_look);
    table.gap();
    table.head();
    for_each_block(report.blocks, Block::Kind::months, [&](const Block& block, const Place&) {
        if (!block.text.empty()) table.group(block.text);
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const auto& figure = *block.lines[i].figure;
            table.label_and_unit(figure);
            for (unsigned month = 0; month < 12; ++month) {
                table.value(month + 2, block.by_month[i][month], figure);
            }
            table.end_row();
        }
    });
    table.finish();
}

}  // namespace nennep::render::xlsx
