// Tables: rows of cells between lines, heads repeated on each page, rows never split.
#pragma once
#include "catalogue/wording.hpp"
#include "render/pdf/flow.hpp"

namespace nennep::render {

struct ColumnShape {
    double width = 0;
    Align align = Align::left;
};

inline constexpr double cell_padding = 3;

// One row, set into its columns. Made once and filled anew for each row.
class Row {
public:
    Row(Type& type, const std::vector<ColumnShape>& columns, Style style, double padding_above);

    Text& cell(std::size_t column) { return cells_[column]; }
    void clear();
    // Breaks all cells into lines; afterwards the height is known.
    void set();
    double height() const { return height_; }
    // Each cell as one tag of its own, if a name is given. Without lines: these are for the table.
    void draw(Paper& paper, double x, double top, const char* cell_tag) const;

    // Stands the texts in the middle of the column, as heads do.
    void centre() { is_head_ = true; }

private:
    const std::vector<ColumnShape>& columns_;
    Style style_;
    double padding_;
    bool is_head_ = false;
    std::vector<Text> cells_;
    std::vector<std::vector<Line>> lines_;
    double height_ = 0;
};

// Where the lines between columns stand.
std::vector<double> column_edges(const std::vector<ColumnShape>& columns, double x);

void add_figures_table(Flow& flow, const std::vector<catalogue::FigureLine>& lines,
                       const catalogue::Wording& wording);
void add_targets_table(Flow& flow, const std::vector<catalogue::FigureLine>& lines,
                       const catalogue::Wording& wording);

}  // namespace nennep::render
