// How wide the columns of a list are set: as wide as what stands in them needs, so that most rows
// take one line.
#pragma once
#include "render/pdf/paper.hpp"
#include "render/pdf/table.hpp"
#include "render/press.hpp"

namespace nennep::render {

struct ListShape {
    Turn turn;                              // the way the paper is turned
    std::vector<ColumnShape> columns;       // the running number is the first
};

// Reads through the list once.
ListShape shape_of(Type& type, const catalogue::List& list, const catalogue::Wording& wording);

}  // namespace nennep::render
