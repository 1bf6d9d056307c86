#include "render/pdf/table.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::FigureLine;
using catalogue::Wording;

struct TableColumn {
    std::string title;
    Align align = Align::right;
    std::function<void(Text&, const FigureLine&)> fill;
};

// A column of texts made from a line.
TableColumn column(std::string title, Align align, std::string (Wording::*say)(const FigureLine&) const,
                   const Wording& wording) {
    return {std::move(title), align, [&wording, say](Text& cell, const FigureLine& line) {
                cell.add(styles::table, (wording.*say)(line));
            }};
}

TableColumn label_column(const Wording& wording) {
    return {wording.say("report.figure"), Align::left, [&wording](Text& cell, const FigureLine& line) {
                cell.add(styles::table, wording.label(*line.figure));
            }};
}

// The first column has what the others leave. These are as wide as their cells want; their heads
// stand on one line where there are few of them.
std::vector<ColumnShape> shapes(Type& type, const std::vector<TableColumn>& columns,
                                const std::vector<FigureLine>& lines, double width) {
    constexpr double narrowest = 48;
    const double widest = width / 4;
    std::vector<ColumnShape> all{{width, columns.front().align}};
    for (std::size_t i = 1; i < columns.size(); ++i) {
        const Text head(type, styles::table_head, columns[i].title);
        double wanted = columns.size() <= 4 ? head.width() : head.widest_word();
        for (const auto& line : lines) {
            Text cell(type);
            columns[i].fill(cell, line);
            wanted = std::max(wanted, cell.width());
        }
        all.push_back({std::clamp(wanted + 2 * cell_padding + 2, narrowest, widest), columns[i].align});
        all.front().width -= all.back().width;
    }
    return all;
}

// What the rows of one table share.
struct Frame {
    std::vector<ColumnShape> columns;
    std::vector<Row> rows;      // the first one is the head
};

Drawing drawing(const std::shared_ptr<Frame>& frame, std::size_t at) {
    return [frame, at](Paper& paper, double top) {
        const auto& row = frame->rows[at];
        if (at == 0) {
            paper.open(tag::table);
            paper.open(tag::table_head);
        } else if (at == 1) {
            paper.open(tag::table_body);
        }
        paper.open(tag::row);
        row.draw(paper, paper.left(), top, at == 0 ? tag::head_cell : tag::cell);
        paper.close();
        if (at == 0) paper.close();
        if (at + 1 == frame->rows.size()) {
            paper.close();
            if (at > 0) paper.close();
        }
        paper.grid(column_edges(frame->columns, paper.left()), {top, top + row.height()});
    };
}

void add_table(Flow& flow, const std::vector<TableColumn>& columns, const std::vector<FigureLine>& lines) {
    const auto frame = std::make_shared<Frame>();
    frame->columns = shapes(flow.type(), columns, lines, flow.width());
    const auto add_row = [&](Style style, const auto& fill) {
        auto& row = frame->rows.emplace_back(flow.type(), frame->columns, style, 2.5);
        for (std::size_t i = 0; i < columns.size(); ++i) fill(row.cell(i), columns[i]);
        if (frame->rows.size() == 1) row.centre();
        row.set();
    };
    add_row(styles::table_head, [](Text& cell, const TableColumn& each) {
        cell.add(styles::table_head, each.title);
    });
    for (const auto& line : lines) {
        add_row(styles::table, [&](Text& cell, const TableColumn& each) { each.fill(cell, line); });
    }
    const auto head = std::make_shared<const Band>(Band{
        .height = frame->rows.front().height(), .draw = [frame](Paper& paper, double top) {
            const auto& row = frame->rows.front();
            row.draw(paper, paper.left(), top, nullptr);
            paper.grid(column_edges(frame->columns, paper.left()), {top, top + row.height()});
        }});
    const auto count = frame->rows.size();
    for (std::size_t i = 0; i < count; ++i) {
        Band band{.height = frame->rows[i].height(), .draw = drawing(frame, i)};
        if (i == 0) band.space_before = 7;
        if (i > 0) band.head = head;
        // A head is followed by two rows, and no row stands alone on the next page.
        band.with_next = i + 1 < count && (i <= 1 || i + 2 == count);
        flow.add(std::move(band));
    }
    flow.add_space(4);
}

}  // namespace

Row::Row(Type& type, const std::vector<ColumnShape>& columns, Style style, double padding_above)
    : columns_(columns), style_(style), padding_(padding_above), cells_(columns.size(), Text(type)),
      lines_(columns.size()) {}

void Row::clear() {
    for (auto& cell : cells_) cell.clear();
}

void Row::set() {
    std::size_t most = 1;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        break_lines(cells_[i], columns_[i].width - 2 * cell_padding, 0, lines_[i]);
        most = std::max(most, lines_[i].size());
    }
    height_ = static_cast<double>(most) * style_.pitch + 2 * padding_;
}

void Row::draw(Paper& paper, double x, double top, const char* cell_tag) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double width = columns_[i].width - 2 * cell_padding;
        double y = top + padding_ + baseline_of(style_);
        if (is_head_) {
            const auto free = height_ - 2 * padding_ - static_cast<double>(lines_[i].size()) * style_.pitch;
            y += free / 2;
        }
        const auto align = is_head_ ? Align::centre : columns_[i].align;
        if (cell_tag != nullptr) paper.open(cell_tag);
        const auto draw = cell_tag != nullptr && cells_[i].has_links() ? draw_tagged_line : draw_line;
        for (const auto& line : lines_[i]) {
            draw(paper, cells_[i], line, x + cell_padding, width, y, align);
            y += style_.pitch;
        }
        if (cell_tag != nullptr) paper.close();
        x += columns_[i].width;
    }
}

std::vector<double> column_edges(const std::vector<ColumnShape>& columns, double x) {
    std::vector<double> edges{x};
    for (const auto& each : columns) edges.push_back(edges.back() + each.width);
    return edges;
}

void add_figures_table(Flow& flow, const std::vector<FigureLine>& lines, const Wording& wording) {
    std::vector<TableColumn> columns{
        label_column(wording),
        column(wording.say("report.this_year"), Align::right, &Wording::value, wording),
        column(wording.say("report.last_year"), Align::right, &Wording::previous, wording)};
    if (std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.target.has_value(); })) {
        columns.push_back(column(wording.say("report.target"), Align::right, &Wording::target, wording));
        columns.push_back(column(wording.say("report.result"), Align::left, &Wording::result, wording));
    }
    if (std::any_of(lines.begin(), lines.end(), [](const auto& line) { return line.list != 0; })) {
        columns.push_back({wording.say("report.annex_number"), Align::centre,
                           [](Text& cell, const FigureLine& line) {
                               if (line.list != 0) cell.add_link(styles::table, line.list);
                           }});
    }
    add_table(flow, columns, lines);
}

void add_targets_table(Flow& flow, const std::vector<FigureLine>& lines, const Wording& wording) {
    if (lines.empty()) {
        add_paragraph(flow, Text(flow.type(), styles::body, wording.say("report.no_targets")),
                      {.style = styles::body, .indent = indent, .space_before = paragraph_gap});
        return;
    }
    add_table(flow, {label_column(wording),
                     column(wording.say("report.target"), Align::right, &Wording::target, wording),
                     column(wording.say("report.this_year"), Align::right, &Wording::previous, wording)},
              lines);
}

}  // namespace nennep::render
