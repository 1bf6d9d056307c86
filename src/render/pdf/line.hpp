// Text that is to be set, and its lines.
#pragma once
#include <span>
#include <vector>

#include "render/pdf/type.hpp"

namespace nennep::render {

class Paper;

// A piece where it stands in a text.
struct Item {
    const Piece* piece = nullptr;
    float size = 0;
    float rise = 0;             // above the line
    unsigned list = 0;          // a footnote mark: leads to this list of the annex

    double width() const { return piece->width * static_cast<double>(size); }
};

class Text {
public:
    explicit Text(Type& type) : type_(&type) {}
    Text(Type& type, Style style, std::string_view text) : type_(&type) { add(style, text); }

    Text& add(Style style, std::string_view text);
    // The number of a list, small and raised, leading there.
    Text& add_mark(Style style, unsigned list);
    // The number of a list as plain text, leading there.
    Text& add_link(Style style, unsigned list);
    void clear() { items_.clear(); }
    bool has_links() const { return has_links_; }
    bool is_empty() const { return items_.empty(); }
    const std::vector<Item>& items() const { return items_; }
    void shrink(double share);
    // The widest word, and the whole on one line.
    double widest_word() const;
    double width() const;
    // Cuts a word that is wider than a line into single letters; `at` is its first item.
    void cut(std::size_t at, double width);

private:
    Type* type_;
    std::vector<Item> items_;
    bool has_links_ = false;
};

// Items `begin` to `end` of a text. Spaces at the end of a line hang over and count for nothing.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    double width = 0;
    int gaps = 0;               // spaces that can be widened
    bool is_last = false;
};

// Breaks at spaces; a word too wide for a line anywhere.
void break_lines(Text& text, double width, double first_indent, std::vector<Line>& lines);
// As many lines as need be, of about equal width: for what stands in the centre.
std::vector<Line> balanced_lines(Text& text, double width);

enum class Align : std::uint8_t { left, centre, right, justified };

// Draws a line between `x` and `x + width`, without tags.
void draw_line(Paper& paper, const Text& text, const Line& line, double x, double width,
               double baseline, Align align);
// The same, as the content of an open paragraph: text and links are tagged each for themselves.
void draw_tagged_line(Paper& paper, const Text& text, const Line& line, double x, double width,
                      double baseline, Align align);

// From the top of a line to its baseline: letters stand in the middle of the pitch.
constexpr double baseline_of(Style style) {
    constexpr double ascent = 0.891, descent = 0.216;       // of Liberation Serif
    return (style.pitch - (ascent + descent) * style.size) / 2 + ascent * style.size;
}

}  // namespace nennep::render
