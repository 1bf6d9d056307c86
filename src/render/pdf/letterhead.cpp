#include "render/pdf/letterhead.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::Letterhead;
using catalogue::Report;
using catalogue::Wording;

// Lines one below the other in a column, centred or left.
class Pile {
public:
    Pile(Type& type, double width) : type_(type), width_(width) {}

    void add(Style style, std::string_view words, Align align = Align::centre) {
        if (words.empty()) return;
        Entry entry{.text = Text(type_, style, words), .lines = {}, .style = style, .align = align};
        if (align == Align::centre) {
            entry.lines = balanced_lines(entry.text, width_);
        } else {
            break_lines(entry.text, width_, 0, entry.lines);
        }
        height_ += static_cast<double>(entry.lines.size()) * style.pitch;
        entries_.push_back(std::move(entry));
    }
    void add_space(double height) {
        height_ += height;
        entries_.push_back({.text = Text(type_), .lines = {}, .space = height});
    }
    // A rule as long as the last line.
    void underline() {
        const double length = entries_.back().lines.back().width;
        const double height = 6;
        height_ += height;
        entries_.push_back({.text = Text(type_), .lines = {}, .space = height, .rule = length});
    }
    double height() const { return height_; }

    void draw(Paper& paper, double x, double top) const {
        for (const auto& entry : entries_) {
            if (entry.rule > 0) {
                const double from = x + (width_ - entry.rule) / 2;
                paper.rule({from, top + 1}, {from + entry.rule, top + 1}, 0.8);
            }
            top += entry.space;
            if (entry.lines.empty()) continue;
            paper.open(tag::paragraph);
            for (const auto& line : entry.lines) {
                draw_line(paper, entry.text, line, x, width_, top + baseline_of(entry.style), entry.align);
                top += entry.style.pitch;
            }
            paper.close();
        }
    }

private:
    struct Entry {
        Text text;
        std::vector<Line> lines;
        Style style = styles::body;
        Align align = Align::centre;
        double space = 0;
        double rule = 0;
    };

    Type& type_;
    double width_;
    double height_ = 0;
    std::vector<Entry> entries_;
};

// Two piles side by side.
void add_side_by_side(Flow& flow, Pile left, Pile right, double right_at, double space_before) {
    const double height = std::max(left.height(), right.height());
    flow.add({.height = height, .space_before = space_before,
              .draw = [left = std::move(left), right = std::move(right), right_at](Paper& paper, double top) {
                  left.draw(paper, paper.left(), top);
                  right.draw(paper, paper.left() + right_at, top);
              }});
}

std::string place_and_date(const Letterhead& letterhead, const Wording& wording) {
    return wording.say("report.place_and_date",
                       {{"place", letterhead.place.empty() ? wording.say("report.place_blank") : letterhead.place},
                        {"date", wording.long_day(letterhead.date, letterhead.year)}});
}

}  // namespace

void add_letterhead(Flow& flow, const Report& report, const Wording& wording) {
    const auto& letterhead = report.letterhead;
    auto& type = flow.type();
    const auto party = wording.say("report.party");
    const auto date = place_and_date(letterhead, wording);

    // The right column is as wide as its lines want, and the left one has what remains.
    constexpr double between = mm(5);
    const double wanted = std::max(type.width(styles::party, party), type.width(styles::date, date)) + 1;
    const double right_width = std::min(wanted, flow.width() * 0.58);
    const double left_width = flow.width() - between - right_width;

    Pile left(type, left_width);
    left.add(styles::superior, letterhead.superior);
    left.add(styles::issuer, letterhead.issuer);
    if (!letterhead.issuer.empty()) left.add(styles::issuer, "*");
    if (!letterhead.symbol.empty()) left.add(styles::number, wording.number_and_symbol(letterhead));

    Pile right(type, right_width);
    right.add(styles::party, party);
    right.underline();
    right.add_space(6);
    right.add(styles::date, date);
    add_side_by_side(flow, std::move(left), std::move(right), left_width + between, 0);

    flow.add_space(14);
    const auto kind = letterhead.kind;
    add_paragraph(flow, Text(type, styles::kind, kind.empty() ? report.title : kind),
                  {.style = styles::kind, .align = Align::centre, .tag = tag::title, .with_next = true});
    if (!kind.empty()) {
        add_paragraph(flow, Text(type, styles::summary, report.title),
                      {.style = styles::summary, .align = Align::centre, .with_next = true});
    }
    add_paragraph(flow, Text(type, styles::summary, "-----"),
                  {.style = styles::summary, .align = Align::centre, .with_next = true});
    flow.add_space(8);
}

void add_signature(Flow& flow, const Letterhead& letterhead, const Wording& wording) {
    auto& type = flow.type();
    const double left_width = flow.width() * 0.46;
    const double right_at = flow.width() * 0.5;
    Pile left(type, left_width);
    if (!letterhead.recipients.empty()) {
        left.add(styles::recipients_title, wording.say("report.recipients"), Align::left);
        for (const auto& recipient : letterhead.recipients) {
            left.add(styles::recipients, "- " + recipient, Align::left);
        }
    }
    Pile right(type, flow.width() - right_at);
    right.add(styles::signature, letterhead.authority);
    right.add(styles::signature, letterhead.post);
    right.add_space(signature_space);
    right.add(styles::signature, letterhead.signer);
    flow.keep_with_next();
    add_side_by_side(flow, std::move(left), std::move(right), right_at, 16);
}

}  // namespace nennep::render
