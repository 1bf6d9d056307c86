#include "render/pdf/line.hpp"

#include <algorithm>

#include "render/pdf/paper.hpp"

namespace nennep::render {
namespace {

Item item(const Piece& piece, double size, double rise = 0, unsigned list = 0) {
    return {&piece, static_cast<float>(size), static_cast<float>(rise), list};
}

// The end of the first letter, counting bytes of UTF-8.
std::size_t first_letter(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    return end;
}

struct Place {
    double x;
    double wider;               // by so much each gap grows
};

Place place(const Line& line, double x, double width, Align align) {
    const double room = width - line.width;
    switch (align) {
        case Align::left: return {x, 0};
        case Align::centre: return {x + room / 2, 0};
        case Align::right: return {x + room, 0};
        case Align::justified: return {x, line.is_last || line.gaps == 0 ? 0 : room / line.gaps};
    }
    return {x, 0};
}

// A sign stays with its number: the width of what must follow a word that ends at `end`.
double bound_to(const std::vector<Item>& items, std::size_t end) {
    const auto& sign = items[end - 1].piece->text;
    if (sign != "≥" && sign != "≤") return 0;
    double width = 0;
    for (bool in_word = false; end < items.size() && !(in_word && items[end].piece->is_space); ++end) {
        in_word = in_word || !items[end].piece->is_space;
        width += items[end].width();
    }
    return width;
}

}  // namespace

Text& Text::add(Style style, std::string_view text) {
    while (!text.empty()) {
        const auto& piece = type_->first_piece(style.face, text);
        items_.push_back(item(piece, style.size));
        text.remove_prefix(piece.text.size());
    }
    return *this;
}

Text& Text::add_mark(Style style, unsigned list) {
    // In brackets, or "13" with the mark 1 could be read as 131.
    const auto& piece = type_->piece(style.face, "(" + std::to_string(list) + ")");
    items_.push_back(item(piece, style.size * mark_share, style.size * mark_rise, list));
    has_links_ = true;
    return *this;
}

Text& Text::add_link(Style style, unsigned list) {
    items_.push_back(item(type_->piece(style.face, std::to_string(list)), style.size, 0, list));
    has_links_ = true;
    return *this;
}

void Text::shrink(double share) {
    for (auto& each : items_) each.size *= static_cast<float>(share);
}

double Text::width() const {
    double sum = 0;
    for (const auto& each : items_) sum += each.width();
    return sum;
}

double Text::widest_word() const {
    double widest = 0;
    double word = 0;
    for (const auto& each : items_) {
        word = each.piece->is_space ? 0 : word + each.width();
        widest = std::max(widest, word);
    }
    return widest;
}

void Text::cut(std::size_t at, double width) {
    std::vector<Item> letters;
    std::size_t end = at;
    for (; end < items_.size() && !items_[end].piece->is_space; ++end) {
        const auto whole = items_[end];
        if (whole.width() <= width) {
            letters.push_back(whole);
            continue;
        }
        // All letters of the piece come from one face; the shape of a letter alone is its own.
        for (std::string_view rest = whole.piece->text; !rest.empty();) {
            const auto size = first_letter(rest);
            letters.push_back(whole);
            letters.back().piece = &type_->piece(whole.piece->face, rest.substr(0, size));
            rest.remove_prefix(size);
        }
    }
    const auto from = items_.begin() + static_cast<std::ptrdiff_t>(at);
    items_.erase(from, items_.begin() + static_cast<std::ptrdiff_t>(end));
    items_.insert(items_.begin() + static_cast<std::ptrdiff_t>(at), letters.begin(), letters.end());
}

void break_lines(Text& text, double width, double first_indent, std::vector<Line>& lines) {
    constexpr double tolerance = 0.01;
    lines.clear();
    Line line;
    double room = width - first_indent + tolerance;
    double spaces = 0;                  // since the last word
    int gaps = 0;
    const auto start_line = [&](std::size_t at) {
        lines.push_back(line);
        line = {.begin = at, .end = at};
        room = width + tolerance;
        spaces = 0;
        gaps = 0;
    };
    const auto& items = text.items();
    for (std::size_t at = 0; at < items.size();) {
        if (items[at].piece->is_space) {
            spaces += items[at].width();
            ++gaps;
            line.end = ++at;
            continue;
        }
        double word = 0;
        std::size_t end = at;
        for (; end < items.size() && !items[end].piece->is_space; ++end) word += items[end].width();
        if (word > width + tolerance) {
            text.cut(at, width);
            // Its letters go where they fit.
            for (; at < items.size() && !items[at].piece->is_space; ++at) {
                if (line.end > line.begin && line.width + spaces + items[at].width() > room) start_line(at);
                line.width += spaces + items[at].width();
                line.gaps += gaps;
                spaces = 0;
                gaps = 0;
                line.end = at + 1;
            }
            continue;
        }
        if (line.end > line.begin && line.width + spaces + word + bound_to(items, end) > room) start_line(at);
        line.width += spaces + word;
        line.gaps += gaps;
        line.end = at = end;
        spaces = 0;
        gaps = 0;
    }
    line.is_last = true;
    lines.push_back(line);
}

std::vector<Line> balanced_lines(Text& text, double width) {
    std::vector<Line> lines;
    break_lines(text, width, 0, lines);
    const auto count = lines.size();
    double narrow = std::min(text.widest_word(), width);
    double wide = width;
    while (wide - narrow > 1) {
        const double middle = (narrow + wide) / 2;
        break_lines(text, middle, 0, lines);
        (lines.size() > count ? narrow : wide) = middle;
    }
    break_lines(text, wide, 0, lines);
    return lines;
}

void draw_line(Paper& paper, const Text& text, const Line& line, double x, double width,
               double baseline, Align align) {
    auto [at, wider] = place(line, x, width, align);
    for (auto i = line.begin; i < line.end; ++i) {
        const auto& each = text.items()[i];
        paper.put(*each.piece, static_cast<double>(each.size), at,
                  baseline - static_cast<double>(each.rise));
        at += each.width() + (each.piece->is_space ? wider : 0);
    }
}

void draw_tagged_line(Paper& paper, const Text& text, const Line& line, double x, double width,
                      double baseline, Align align) {
    auto [at, wider] = place(line, x, width, align);
    const auto& items = text.items();
    for (auto i = line.begin; i < line.end;) {
        const auto list = items[i].list;
        list == 0 ? paper.open(tag::span) : paper.open_link(list);
        for (; i < line.end && items[i].list == list; ++i) {
            const auto& each = items[i];
            paper.put(*each.piece, static_cast<double>(each.size), at,
                      baseline - static_cast<double>(each.rise));
            at += each.width() + (each.piece->is_space ? wider : 0);
        }
        paper.close();
    }
}

}  // namespace nennep::render
