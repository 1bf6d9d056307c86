#include "render/docx/columns.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using pugi::xml_node;

std::size_t span_of(const xml_node& cell) {
    const auto span = cell.child("w:tcPr").child("w:gridSpan").attribute("w:val").value();
    return std::max<std::size_t>(width_from(span).value_or(1), 1);
}

class Reading {
public:
    Reading(const xml_node& table, const Marks& marks, const Names& names, const Levels& levels)
        : marks_(marks), names_(names), levels_(levels) {
        for (const auto& column : table.child("w:tblGrid").children("w:gridCol")) {
            widths_.push_back(width_from(column.attribute("w:w").value()).value_or(0));
        }
        for (const auto& row : table.children("w:tr")) read_row(row);
    }

    TableColumns take() {
        if (columns_.optional.empty()) return std::move(columns_);
        std::size_t widest = 0;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const bool is_repeated = columns_.repeated && columns_.repeated->column == i;
            if (is_repeated || columns_.optional_at(i) != nullptr || widths_[i] <= widest) continue;
            widest = widths_[i];
            columns_.taking = i;
        }
        return std::move(columns_);
    }

private:
    void read_row(const xml_node& row) {
        std::vector<std::size_t> open;  // marks around the cell
        std::size_t column = 0;
        for (const auto& child : row.children()) {
            if (Marks::is_mark(child)) {
                const auto number = Marks::number_of(child);
                const auto& mark = marks_.all()[number];
                if (mark.is_lost || mark.acts != Acts::cell) continue;
                if (mark.tag.opens())
                    open.push_back(number);
                else if (mark.tag.kind == Tag::Kind::end && !open.empty())
                    open.pop_back();
            } else if (is(child, "w:tc")) {
                const auto span = span_of(child);
                if (span == 1) {
                    for (const auto number : open) note(marks_.all()[number], column);
                }
                column += span;
            }
        }
    }

    void note(const Mark& mark, std::size_t column) {
        if (mark.tag.kind == Tag::Kind::each) {
            const auto source = names_.source(mark.tag.name, levels_);
            if (source && !columns_.repeated) columns_.repeated = {column, *source};
            return;
        }
        if (column >= widths_.size() || columns_.optional_at(column) != nullptr) return;
        const auto condition = names_.condition(mark.tag.condition, mark.tag.name, levels_);
        if (condition) columns_.optional.push_back({column, *condition, widths_[column]});
    }

    const Marks& marks_;
    const Names& names_;
    const Levels& levels_;
    std::vector<std::size_t> widths_;
    TableColumns columns_;
};

}  // namespace

const TableColumns::Optional* TableColumns::optional_at(std::size_t column) const {
    const auto found = std::find_if(optional.begin(), optional.end(),
                                    [&](const auto& one) { return one.column == column; });
    return found == optional.end() ? nullptr : &*found;
}

TableColumns columns_of(const xml_node& table, const Marks& marks, const Names& names,
                        const Levels& levels) {
    return Reading(table, marks, names, levels).take();
}

std::size_t column_of(const xml_node& cell) {
    std::size_t column = 0;
    for (auto before = cell.previous_sibling(); before; before = before.previous_sibling()) {
        if (is(before, "w:tc")) column += span_of(before);
    }
    return column;
}

std::optional<std::size_t> width_from(std::string_view text) {
    std::size_t value = 0;
    if (text.empty() || text.size() > 5) return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

}  // namespace nennep::render
