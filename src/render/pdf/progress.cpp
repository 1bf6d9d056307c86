#include <algorithm>

#include "render/pdf/chart.hpp"

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::FigureLine;
using catalogue::Wording;

// Shares of the width. All targets stand at one mark, so that bars of different units compare.
constexpr double label_share = 0.40;
constexpr double target_share = 0.60;
constexpr double bar_end_share = 0.70;
constexpr double values_share = 0.72;
constexpr double head_height = 16;
constexpr double bar_height = 11;
constexpr double padding = 4;

struct Bar {
    Text label;
    std::vector<Line> lines;
    std::string value;
    std::string target;
    std::string result;
    bool met = false;
    double share = 0;           // of the target
    double height = 0;
};

double share_of_target(const FigureLine& line) {
    if (!line.value) return 0;
    const auto value = static_cast<double>(line.value->units) * (line.value->decimals == 0 ? 100 : 1);
    const auto target = static_cast<double>(line.target->hundredths);
    if (target <= 0) return value <= 0 ? 0 : 10;
    return std::max(0.0, value / target);
}

void draw_bar(Paper& paper, Type& type, const Bar& bar, double width, double top) {
    const double left = paper.left();
    double y = top + (bar.height - static_cast<double>(bar.lines.size()) * styles::chart.pitch) / 2 +
               baseline_of(styles::chart);
    const double label_width = width * label_share - 8;
    for (const auto& line : bar.lines) {
        draw_line(paper, bar.label, line, left, label_width, y, Align::right);
        y += styles::chart.pitch;
    }
    const double zero = left + width * label_share;
    const double target = left + width * target_share;
    const double wanted = zero + bar.share * (target - zero);
    const double end = std::min(wanted, left + width * bar_end_share);
    const double middle = top + bar.height / 2;
    if (end > zero) {
        paper.fill({zero, middle - bar_height / 2, end - zero, bar_height}, bar.met ? Fill::middle : Fill::hatched);
    }
    if (end < wanted) {
        // The bar is broken off: it would go on for long.
        for (const double x : {end - 10, end - 6}) {
            paper.rule({x - 2, middle + bar_height / 2 + 2}, {x + 2, middle - bar_height / 2 - 2}, 1.6, 1);
        }
    }
    paper.rule({target, middle - bar_height / 2 - 3}, {target, middle + bar_height / 2 + 3}, 2);
    const double baseline = middle - styles::chart.pitch / 2 + baseline_of(styles::chart);
    double x = left + width * values_share;
    const auto say = [&](Style style, const std::string& text) {
        put_label(paper, type, style, text, Align::left, x, baseline);
        x += type.width(style, text);
    };
    say(styles::chart_result, bar.value);
    say(styles::chart, " (" + bar.target + ") ");
    say(styles::chart, bar.result);
}

}  // namespace

void add_progress_chart(Flow& flow, const Block& block, const Wording& wording) {
    std::vector<Bar> bars;
    double height = head_height;
    for (const auto& line : block.lines) {
        if (!line.target) continue;
        Bar bar{.label = Text(flow.type(), styles::chart, wording.label(*line.figure)),
                .lines = {},
                .value = wording.value(line),
                .target = wording.target(line),
                .result = wording.result(line),
                .met = line.value && line.standing.met,
                .share = share_of_target(line)};
        break_lines(bar.label, flow.width() * label_share - 8, 0, bar.lines);
        const auto lines = static_cast<double>(bar.lines.size());
        bar.height = std::max(bar_height + 6, lines * styles::chart.pitch) + padding;
        height += bar.height;
        bars.push_back(std::move(bar));
    }
    if (bars.empty()) return;
    const auto target_title = wording.say("report.target");
    add_figure(flow, height, block.text,
               [=, bars = std::move(bars), width = flow.width(), &type = flow.type()](Paper& paper, double top) {
                   const double left = paper.left();
                   put_label(paper, type, styles::chart, target_title, Align::centre,
                             left + width * target_share, top + baseline_of(styles::chart));
                   double y = top + head_height;
                   const double zero = left + width * label_share;
                   paper.rule({zero, y}, {zero, top + height}, 0.8);
                   for (const auto& bar : bars) {
                       draw_bar(paper, type, bar, width, y);
                       y += bar.height;
                   }
               });
}

}  // namespace nennep::render
