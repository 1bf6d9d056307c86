// How wide the columns of a list are set in a document. What stands in the rows would have to be
// read for it; what is known beforehand has to do: what each column wants, and its title.
#pragma once
#include "catalogue/list.hpp"

namespace nennep::render {

// A cell beside others that share a room, all in twentieths of a point.
struct Share {
    // As much as it wants where there is room; less, but not below the least, where there is none.
    std::size_t of(std::size_t room) const;

    std::size_t least = 1;
    std::size_t wanted = 1;
    std::size_t all_least = 1;
    std::size_t all_wanted = 1;
};

std::vector<Share> shares_of(const catalogue::List& list);

// A list that would be cramped on upright paper.
bool is_wide(const catalogue::List& list);

}  // namespace nennep::render
