// Charts, drawn as lines and areas. They are read in grey, on paper: told apart by shade, hatching,
// dashes and marks, and with their values printed.
#pragma once
#include "catalogue/wording.hpp"
#include "render/pdf/flow.hpp"

namespace nennep::render {

// Figures by month: up to three as bars, more as lines.
void add_months_chart(Flow& flow, const catalogue::Block& block, const catalogue::Wording& wording);
// What was reached against the targets, one bar a figure, each measured by its own target.
void add_progress_chart(Flow& flow, const catalogue::Block& block, const catalogue::Wording& wording);

// A short text, at one end of `x` or in its middle.
void put_label(Paper& paper, Type& type, Style style, std::string_view text, Align align, double x,
               double baseline);
// A chart of this height as one band, with its caption below.
void add_figure(Flow& flow, double height, std::string_view caption, Drawing draw);

}  // namespace nennep::render
