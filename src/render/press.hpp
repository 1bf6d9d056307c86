// What a press needs to print a report: the report, the words around it, and the moment, which
// nobody below the doors may look up for themselves.
#pragma once
#include <filesystem>
#include <functional>

#include "catalogue/wording.hpp"

namespace nennep::render {

struct Copy {
    const catalogue::Report& report;
    const catalogue::Catalogue& catalogue;
    const world::World& world;
    Language language = Language::vi;
    std::int64_t printed_ms = 0;        // UTC, for the properties of the file
    // Told how many rows of the annex are done, of how many; may be empty.
    std::function<void(std::size_t done, std::size_t total)> progress;
};

}  // namespace nennep::render
