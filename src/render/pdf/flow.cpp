#include "render/pdf/flow.hpp"

namespace nennep::render {

void Flow::add(Band band) {
    band.space_before += space_;
    space_ = 0;
    bands_.push_back(std::move(band));
}

void Flow::keep_with_next() {
    if (!bands_.empty()) bands_.back().with_next = true;
}

void Flow::print(Paper& paper) const {
    double y = paper.top();
    bool at_head = true;
    for (std::size_t at = 0; at < bands_.size(); ++at) {
        // All that must stay together with this band, unless it is more than a page.
        double together = 0;
        for (auto next = at; next < bands_.size(); ++next) {
            together += bands_[next].height + (next > at || !at_head ? bands_[next].space_before : 0);
            if (!bands_[next].with_next) break;
        }
        const auto& band = bands_[at];
        const double page = paper.bottom() - paper.top();
        const double alone = band.height + (at_head ? 0 : band.space_before);
        const double needed = together <= page ? together : alone;
        const bool was_kept = at > 0 && bands_[at - 1].with_next && together <= page;
        if (!at_head && y + (was_kept ? alone : needed) > paper.bottom() + band.hang) {
            paper.next_page();
            y = paper.top();
            at_head = true;
            if (band.head) {
                band.head->draw(paper, y);
                y += band.head->height;
            }
        }
        y += at_head ? 0 : band.space_before;
        band.draw(paper, y);
        y += band.height;
        at_head = false;
    }
}

void add_paragraph(Flow& flow, Text text, const Stand& stand, std::string_view outline_title) {
    struct Setting {
        Text text;
        std::vector<Line> lines;
    };
    auto setting = std::make_shared<Setting>(Setting{std::move(text), {}});
    if (stand.align == Align::centre) {
        setting->lines = balanced_lines(setting->text, flow.width());
    } else {
        break_lines(setting->text, flow.width(), stand.indent, setting->lines);
    }
    const auto count = setting->lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_first = i == 0;
        const bool is_last = i + 1 == count;
        Band band{.height = stand.style.pitch, .space_before = is_first ? stand.space_before : 0, .hang = stand.hang};
        band.with_next = is_last ? stand.with_next : is_first || i + 2 == count || stand.with_next;
        band.draw = [setting, stand, i, is_first, is_last, width = flow.width(),
                     title = std::string(is_first ? outline_title : "")](Paper& paper, double top) {
            if (is_first && stand.outline > 0) paper.bookmark(stand.outline, title, top);
            if (is_first) paper.open(stand.tag);
            const double indented = is_first ? stand.indent : 0;
            draw_tagged_line(paper, setting->text, setting->lines[i], paper.left() + indented,
                             width - indented, top + baseline_of(stand.style), stand.align);
            if (is_last) paper.close();
        };
        flow.add(std::move(band));
    }
}

}  // namespace nennep::render
