// A cross-table: how many members (or others of a list) there are by one, two or three of their traits
// on a day. Every number opens: its filters give the list of exactly those whom it counts.
#pragma once
#include "service/listing.hpp"

namespace nennep::service {

struct CrossQuery : Selecting {
    // Traits, or a trait with its own bands: "age", "age:30,45,60".
    std::string rows;
    std::string columns;
    std::string layers;
};

// One heading of a table: a value, a band of numbers, or those of whom nothing is known.
struct Heading {
    std::string code;               // male; 31-35; empty: not known
    Value value;                    // none for a band
    std::optional<std::int64_t> from;       // of a band; open at its ends
    std::optional<std::int64_t> to;
    std::int64_t count = 0;
    bool is_band() const { return from || to; }
};

struct Axis {
    TraitNo trait = 0;
    std::vector<Heading> headings;
};

struct CrossTable {
    static constexpr std::int64_t hidden = -1;      // in the place of a count that is not told

    Selection selection;
    std::vector<Axis> axes;         // rows; columns and layers where they were asked for
    std::vector<std::int64_t> cells;
    std::int64_t total = 0;

    std::int64_t cell(std::size_t row, std::size_t column = 0, std::size_t layer = 0) const;
    // What opens a cell, a whole row or column, or everything: the filters of its list.
    std::vector<Filter> filters(std::optional<std::size_t> row, std::optional<std::size_t> column = {},
                                std::optional<std::size_t> layer = {}) const;
};

// For who may count people but not see them: counts from one to four are hidden, and with them the sums
// in which they stand, so that no difference within the table tells them. What other tables of the same
// people tell together it does not know.
void hide_small(CrossTable& table);

Result<CrossTable> cross(const Lists& lists, const World& world, const CrossQuery& query, const Sight& sight = {});

}  // namespace nennep::service
