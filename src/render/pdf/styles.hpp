// The sizes of 36-HD/VPTW (rules.md §11.2, 11.3), in one place. All lengths are in points.
#pragma once
#include <cstdint>

namespace nennep::render {

constexpr double mm(double millimetres) { return millimetres * 72 / 25.4; }

enum class Face : std::uint8_t { regular, bold, italic };

struct Style {
    Face face = Face::regular;
    double size = 14;
    double pitch = 18;          // from one line to the next
};

namespace styles {

inline constexpr Style party{Face::bold, 15, 18};
inline constexpr Style superior{Face::regular, 14, 18};
inline constexpr Style issuer{Face::bold, 14, 18};
inline constexpr Style number{Face::regular, 14, 18};
inline constexpr Style date{Face::italic, 14, 18};
inline constexpr Style kind{Face::bold, 16, 21};
inline constexpr Style summary{Face::bold, 14, 18};
inline constexpr Style body{Face::regular, 14, 18.5};
inline constexpr Style heading{Face::bold, 14, 18.5};
inline constexpr Style page_number{Face::regular, 14, 18};
inline constexpr Style running_title{Face::italic, 9, 11};
inline constexpr Style signature{Face::bold, 14, 18};
inline constexpr Style recipients_title{Face::regular, 14, 18};
inline constexpr Style recipients{Face::regular, 12, 14.5};
inline constexpr Style remark{Face::italic, 10, 12};
inline constexpr Style table{Face::regular, 12, 14.5};
inline constexpr Style table_head{Face::bold, 12, 14.5};
inline constexpr Style caption{Face::italic, 12, 15};
inline constexpr Style chart{Face::regular, 10, 12};
inline constexpr Style chart_value{Face::regular, 8, 10};
inline constexpr Style chart_result{Face::bold, 10, 12};
inline constexpr Style list_heading{Face::bold, 12, 15};
inline constexpr Style list_note{Face::italic, 10, 12.5};
inline constexpr Style list{Face::regular, 9, 10.8};
inline constexpr Style list_head{Face::bold, 9, 10.8};

}  // namespace styles

inline constexpr double indent = mm(10);            // of a paragraph's first line
inline constexpr double paragraph_gap = 5;
inline constexpr double mark_share = 0.62;          // a footnote mark's size, of the text's
inline constexpr double mark_rise = 0.36;           // how high it stands, of the text's size
inline constexpr double signature_space = mm(25);

// A4; landscape turns the paper, not the margins.
inline constexpr double paper_short = mm(210);
inline constexpr double paper_long = mm(297);
inline constexpr double margin_top = mm(20);
inline constexpr double margin_bottom = mm(20);
inline constexpr double margin_left = mm(30);
inline constexpr double margin_right = mm(15);
inline constexpr int letters_in_portrait = 105;     // what a list may want before it is set across

}  // namespace nennep::render
