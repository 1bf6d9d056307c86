#include <algorithm>
#include <cmath>

#include "render/pdf/chart.hpp"

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::Figure;
using catalogue::Wording;

constexpr double plot_height = 150;
constexpr double foot_height = 18;          // the months below the axis
constexpr std::size_t bars_at_most = 3;

// Whole numbers and hundredths on one axis.
std::int64_t hundredths(Number number) { return number.decimals == 0 ? number.units * 100 : number.units; }

std::string tick_text(std::int64_t tick, const Figure& figure, Language language) {
    const Number number = tick % 100 == 0 ? Number{tick / 100, 0} : Number{tick, 2};
    return catalogue::value_text(number, figure, language);
}

// 1, 2 or 5 times a power of ten, so that about five steps reach the highest value.
std::int64_t round_step(std::int64_t highest) {
    std::int64_t step = 100;
    for (int i = 0; highest > step * 5; ++i) step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

struct Entry {                  // of the legend
    std::string label;
    double x = 0;
    double y = 0;
};

class Months {
public:
    Months(Type& type, double width, const Block& block, const Wording& wording)
        : type_(type), width_(width), language_(wording.language()), values_(block.by_month) {
        std::int64_t highest = 0;
        for (const auto& line : values_) {
            for (const auto& value : line) {
                if (value) highest = std::max(highest, hundredths(*value));
            }
        }
        step_ = round_step(highest);
        steps_ = std::max<std::int64_t>(1, (highest + step_ - 1) / step_);
        for (const auto& line : block.lines) figures_.push_back(line.figure);
        for (std::int64_t i = 0; i <= steps_; ++i) {
            axis_ = std::max(axis_, type.width(styles::chart, tick(i)) + 6);
        }
        lay_out_legend(block, wording);
    }

    double height() const { return legend_height_ + plot_height + foot_height; }

    void draw(Paper& paper, double top) {
        left_ = paper.left() + axis_;
        slot_ = (width_ - axis_) / 12;
        floor_ = top + legend_height_ + plot_height;
        draw_legend(paper, top);
        draw_axes(paper);
        if (has_bars()) {
            draw_bars(paper);
        } else {
            draw_lines(paper);
        }
        paper.rule({left_, floor_}, {paper.left() + width_, floor_}, 0.8);
    }

private:
    bool has_bars() const { return values_.size() <= bars_at_most; }
    std::string tick(std::int64_t i) const { return tick_text(i * step_, *figures_.front(), language_); }
    double height_of(std::int64_t value) const {
        // Room for the value printed above the highest bar.
        return static_cast<double>(value) / static_cast<double>(steps_ * step_) * (plot_height - 10);
    }
    Fill fill_of(std::size_t line) const {
        return line == 0 ? Fill::dark : line == 1 ? Fill::light : Fill::hatched;
    }
    Dash dash_of(std::size_t line) const { return static_cast<Dash>(line % 4); }

    void lay_out_legend(const Block& block, const Wording& wording) {
        constexpr double sample = 26, gap = 16;
        double x = axis_;
        double y = 0;
        for (const auto& line : block.lines) {
            Entry entry{.label = wording.label(*line.figure)};
            const double wide = sample + type_.width(styles::chart, entry.label);
            if (x > axis_ && x + wide > width_) {
                x = axis_;
                y += styles::chart.pitch + 1;
            }
            entry.x = x;
            entry.y = y;
            x += wide + gap;
            legend_.push_back(std::move(entry));
        }
        legend_height_ = y + styles::chart.pitch + 6;
    }

    void draw_legend(Paper& paper, double top) {
        for (std::size_t i = 0; i < legend_.size(); ++i) {
            const auto& entry = legend_[i];
            const double x = paper.left() + entry.x;
            const double y = top + entry.y;
            if (has_bars()) {
                paper.fill({x + 8, y + 2.5, 12, 7}, fill_of(i));
            } else {
                paper.polyline({{x, y + 6}, {x + 20, y + 6}}, dash_of(i));
                paper.mark({x + 10, y + 6}, i);
            }
            put_label(paper, type_, styles::chart, entry.label, Align::left, x + 25,
                      y + baseline_of(styles::chart));
        }
    }

    void draw_axes(Paper& paper) {
        for (std::int64_t i = 0; i <= steps_; ++i) {
            const double y = floor_ - height_of(i * step_);
            if (i > 0) paper.rule({left_, y}, {left_ + 12 * slot_, y}, 0.4, 0.75);
            put_label(paper, type_, styles::chart, tick(i), Align::right, left_ - 5, y + 3.2);
        }
        for (int month = 1; month <= 12; ++month) {
            put_label(paper, type_, styles::chart, std::to_string(month), Align::centre,
                      left_ + (month - 0.5) * slot_, floor_ + foot_height - 3);
        }
    }

    void draw_bars(Paper& paper) {
        const auto count = static_cast<double>(values_.size());
        const double bar = slot_ * 0.76 / count;
        for (std::size_t line = 0; line < values_.size(); ++line) {
            for (std::size_t month = 0; month < 12; ++month) {
                const auto& value = values_[line][month];
                if (!value || value->units <= 0) continue;
                const double x = left_ + static_cast<double>(month) * slot_ + slot_ * 0.12 +
                                 static_cast<double>(line) * bar;
                const double tall = height_of(hundredths(*value));
                paper.fill({x, floor_ - tall, bar, tall}, fill_of(line));
                const auto text = catalogue::value_text(value, *figures_[line], language_);
                const bool fits = type_.width(styles::chart_value, text) <= bar + (count > 1 ? 0 : 6);
                if (fits) {
                    put_label(paper, type_, styles::chart_value, text, Align::centre, x + bar / 2,
                              floor_ - tall - 2);
                }
            }
        }
    }

    // A month without a value interrupts its line.
    void draw_lines(Paper& paper) {
        for (std::size_t line = 0; line < values_.size(); ++line) {
            std::vector<Point> points;
            std::vector<Point> all;
            for (std::size_t month = 0; month <= 12; ++month) {
                if (month < 12 && values_[line][month]) {
                    points.push_back({left_ + (static_cast<double>(month) + 0.5) * slot_,
                                      floor_ - height_of(hundredths(*values_[line][month]))});
                    all.push_back(points.back());
                } else if (!points.empty()) {
                    paper.polyline(points, dash_of(line));
                    points.clear();
                }
            }
            for (const auto& point : all) paper.mark(point, line);
        }
    }

    Type& type_;
    double width_;
    Language language_;
    std::vector<std::array<std::optional<Number>, 12>> values_;
    std::vector<const Figure*> figures_;
    std::vector<Entry> legend_;
    double legend_height_ = 0;
    std::int64_t step_ = 1;
    std::int64_t steps_ = 1;
    double axis_ = 20;          // width of the labels of the axis
    double left_ = 0;           // of the plot
    double slot_ = 0;           // of one month
    double floor_ = 0;
};

}  // namespace

void add_months_chart(Flow& flow, const Block& block, const Wording& wording) {
    if (block.lines.empty()) return;
    const auto chart = std::make_shared<Months>(flow.type(), flow.width(), block, wording);
    add_figure(flow, chart->height(), block.text,
               [chart](Paper& paper, double top) { chart->draw(paper, top); });
}

}  // namespace nennep::render
