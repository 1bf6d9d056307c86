// Figures as the program tells them to other programs (JSON), and as people read them elsewhere.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "programs.hpp"

namespace nennep::paper {

// In hundredths; nothing where there is no figure.
using Amount = std::optional<std::int64_t>;

struct ShownFigure {
    std::string name;
    std::string label;
    std::string unit;
    Amount value;
    Amount previous;
    Amount target;
    std::array<Amount, 12> by_month{};
};

struct ShownBlock {
    std::string kind;
    std::string text;
    std::vector<ShownFigure> figures;
};

struct ShownReport {
    std::vector<ShownFigure> figures;
    std::vector<ShownBlock> blocks;
    const ShownFigure* figure_with(const std::string& label) const;     // or null
};

ShownReport shown_report(const std::string& json);

// "10.762.555.000", "94,64%", "≥" stands before it by itself; a dash is none.
Amount amount_in_vietnamese(const std::string& text);
// "10762555000", "94.64"; an empty cell is none.
Amount amount_in_cell(const std::string& text);
std::string told(const Amount& amount);

// The rows of a CSV file.
using Rows = std::vector<std::vector<std::string>>;
Rows rows_of(const Path& csv);

}  // namespace nennep::paper
