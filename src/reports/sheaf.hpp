// The records behind figures, put together: figures that look at the same records share a sheaf, and
// many entries of one subject are added up.
#pragma once
#include <vector>

#include "catalogue/asking.hpp"

namespace nennep::reports {

// The records of one figure, and of the others that look at the same ones.
struct Sheaf {
    struct Side {
        const catalogue::Figure* figure;
        // Beside `records` of the sheaf: the same record as this figure counts it, or null.
        std::vector<const world::Row*> rows;
        std::vector<catalogue::Record> records;     // what `rows` point into
    };

    const catalogue::Figure* figure = nullptr;
    std::vector<catalogue::Record> records;
    std::vector<Side> sides;
};

// Of figures that look at the same records the one with the most keeps its sheaf (of equals the
// first), and takes in those whose every record it has. Order is kept.
std::vector<Sheaf> joined_where_the_same(std::vector<Sheaf> sheaves);

// Entries of one subject in one organisation, added up.
struct Sum {
    world::SubjectNo subject;
    world::OrganisationNo organisation;
    std::size_t entries = 0;
    std::int64_t amount = 0;
    Day first = Day::never();
    Day last = Day::beginning();
};
std::vector<Sum> sums_of(const std::vector<catalogue::Record>& records);
// A figure that adds up at least a thousand entries, three or more for each subject.
bool is_long_enough_to_sum(const Sheaf& sheaf);

}  // namespace nennep::reports
