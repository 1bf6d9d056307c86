#include "render/pdf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nennep::render {
namespace {

using catalogue::Cell;

// So many rows of a list are measured, evenly spread over it.
constexpr std::size_t rows_measured = 2000;
// What takes more than this in one line is broken into several, and so is a word wider than that.
constexpr double widest_text = 190;
constexpr double widest_word = 80;
// A head is not to be a tower of single words.
constexpr double lines_of_head = 2.5;
// Nineteen of twenty rows are to fit; a single long name does not widen a column.
constexpr double share_that_fits = 0.95;
// Paper is turned only for what would be cramped upright.
constexpr double cramped = 1.15;

constexpr double around = 2 * cell_padding + 0.5;

Align align_of(Cell::Kind kind) {
    switch (kind) {
        case Cell::Kind::number: return Align::right;
        case Cell::Kind::day:
        case Cell::Kind::mark: return Align::centre;
        default: return Align::left;
    }
}

// What one column needs.
class Need {
public:
    Need(Type& type, std::string_view title) {
        const Text head(type, styles::list_head, title);
        least_ = head.widest_word();
        of_head_ = head.width() / lines_of_head;
    }

    void add(const Text& text) {
        if (text.is_empty()) return;
        least_ = std::max(least_, text.widest_word());
        longest_.push_back(std::min(text.width(), widest_text));
    }

    double least() const { return std::min(least_, widest_word) + around; }
    double wanted() {
        if (longest_.empty()) return std::max(least(), of_head_ + around);
        const auto last = static_cast<double>(longest_.size() - 1);
        const auto at = static_cast<std::ptrdiff_t>(std::ceil(share_that_fits * last));
        std::nth_element(longest_.begin(), longest_.begin() + at, longest_.end());
        return std::max({least(), of_head_ + around, longest_[static_cast<std::size_t>(at)] + around});
    }

private:
    double least_ = 0;              // no word is broken
    double of_head_ = 0;
    std::vector<double> longest_;   // each row on one line
};

std::vector<Need> needs_of(Type& type, const catalogue::List& list, const catalogue::Wording& wording) {
    std::vector<Need> needs;
    needs.emplace_back(type, wording.say("report.running_number"));
    needs.front().add(Text(type, styles::list, std::to_string(list.rows)));
    for (const auto& column : list.columns) needs.emplace_back(type, column.title);
    const std::size_t step = std::max<std::size_t>(1, list.rows / rows_measured);
    std::size_t row = 0;
    list.each([&](std::span<const Cell> cells) {
        if (row++ % step != 0) return;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto& cell = cells[i];
            if (cell.kind == Cell::Kind::text) needs[i + 1].add(Text(type, styles::list, cell.text));
            else needs[i + 1].add(Text(type, styles::list, wording.cell(cell)));
        }
    });
    return needs;
}

}  // namespace

ListShape shape_of(Type& type, const catalogue::List& list, const catalogue::Wording& wording) {
    auto needs = needs_of(type, list, wording);
    std::vector<double> least, wanted;
    for (auto& need : needs) {
        least.push_back(need.least());
        wanted.push_back(need.wanted());
    }
    const double all_least = std::accumulate(least.begin(), least.end(), 0.0);
    const double all_wanted = std::accumulate(wanted.begin(), wanted.end(), 0.0);
    const double upright = paper_short - margin_left - margin_right;
    const auto turn = all_wanted > upright * cramped ? Turn::landscape : Turn::portrait;
    const double room = turn == Turn::portrait ? upright : paper_long - margin_left - margin_right;

    ListShape shape{turn, {}};
    for (std::size_t i = 0; i < needs.size(); ++i) {
        double width = 0;
        if (all_wanted <= room) width = wanted[i] * room / all_wanted;
        else if (all_least >= room) width = least[i] * room / all_least;
        else width = least[i] + (wanted[i] - least[i]) * (room - all_least) / (all_wanted - all_least);
        shape.columns.push_back({width, i == 0 ? Align::right : align_of(list.columns[i - 1].kind)});
    }
    return shape;
}

}  // namespace nennep::render
