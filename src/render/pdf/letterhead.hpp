// What stands around the words of an official document (36-HD/VPTW; rules.md §11.3).
#pragma once
#include "catalogue/wording.hpp"
#include "render/pdf/flow.hpp"

namespace nennep::render {

// Bodies, number, place and date; type name and summary.
void add_letterhead(Flow& flow, const catalogue::Report& report, const catalogue::Wording& wording);
// Recipients on the left, authority and signature on the right: one band, never broken.
void add_signature(Flow& flow, const catalogue::Letterhead& letterhead, const catalogue::Wording& wording);

}  // namespace nennep::render
