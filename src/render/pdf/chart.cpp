#include "render/pdf/chart.hpp"

namespace nennep::render {

void put_label(Paper& paper, Type& type, Style style, std::string_view text, Align align, double x,
               double baseline) {
    const Text label(type, style, text);
    const Line all{.end = label.items().size(), .width = label.width()};
    draw_line(paper, label, all, x, 0, baseline, align);
}

void add_figure(Flow& flow, double height, std::string_view caption, Drawing draw) {
    struct Caption {
        Text text;
        std::vector<Line> lines;
    };
    const auto below = std::make_shared<Caption>(Caption{Text(flow.type(), styles::caption, caption), {}});
    below->lines = balanced_lines(below->text, flow.width());
    const double gap = 4;
    const auto lines = static_cast<double>(below->lines.size());
    flow.add({.height = height + gap + lines * styles::caption.pitch, .space_before = 10,
              .draw = [=, width = flow.width(), draw = std::move(draw)](Paper& paper, double top) {
                  paper.open(tag::figure);
                  draw(paper, top);
                  paper.close();
                  paper.open(tag::caption);
                  double y = top + height + gap + baseline_of(styles::caption);
                  for (const auto& line : below->lines) {
                      draw_line(paper, below->text, line, paper.left(), width, y, Align::centre);
                      y += styles::caption.pitch;
                  }
                  paper.close();
              }});
    flow.add_space(6);
}

}  // namespace nennep::render
