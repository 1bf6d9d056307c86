// Paper: the pages of a PDF, what is drawn on them, and the structure that a reader who does not
// see them is told.
//
// Tags follow cairo 1.16: what holds others (document, paragraph, table) has no content of its own,
// and only what holds content begins and ends on one page. Rules and page numbers stand outside.
//
// Lengths are in points, `y` runs downwards.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render/pdf/styles.hpp"

namespace nennep::render {

struct Piece;
class Type;

namespace tag {
inline constexpr const char* document = "Document";
inline constexpr const char* title = "H1";
inline constexpr const char* heading = "H2";
inline constexpr const char* subheading = "H3";
inline constexpr const char* paragraph = "P";
inline constexpr const char* span = "Span";
inline constexpr const char* figure = "Figure";
inline constexpr const char* caption = "Caption";
inline constexpr const char* table = "Table";
inline constexpr const char* table_head = "THead";
inline constexpr const char* table_body = "TBody";
inline constexpr const char* row = "TR";
inline constexpr const char* head_cell = "TH";
inline constexpr const char* cell = "TD";
}  // namespace tag

enum class Turn : std::uint8_t { portrait, landscape };

enum class Fill : std::uint8_t { dark, middle, light, hatched, blank };
enum class Dash : std::uint8_t { solid, dashed, dotted, mixed };

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

class Paper {
public:
    explicit Paper(Type& type);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    double width() const;       // between the margins
    double left() const { return margin_left; }
    double right() const { return left() + width(); }
    double top() const { return margin_top; }
    double bottom() const;
    int page() const { return page_; }
    Turn turn() const { return turn_; }
    // With its number in the middle of the top margin, and what the page belongs to at its end.
    void next_page(Turn turn = Turn::portrait, std::string_view running_title = {});

    void put(const Piece& piece, double size, double x, double baseline);

    // Opens a tag, to be closed in turn.
    void open(const char* name);
    void open_link(unsigned list);
    // An entry in the outline, below the last one of the level above (1 is the highest).
    void bookmark(int level, std::string_view title, double y);
    // Where links to a list of the annex lead.
    void arrive(unsigned list, double y);
    void close();

    void rule(Point from, Point to, double thickness = 0.5, double grey = 0);
    // The lines of a table, as one path: down `xs` from the first to the last of `ys`, and across.
    void grid(const std::vector<double>& xs, const std::vector<double>& ys);
    void fill(const Box& box, Fill with);
    void polyline(const std::vector<Point>& points, Dash dash);
    // The n-th of the marks by which lines are told apart.
    void mark(Point at, std::size_t n);

    struct Properties {
        std::string title;
        std::string author;
        std::string created;            // ISO 8601
    };
    // Ends the document. Nothing may be drawn afterwards.
    std::string finish(const Properties& properties);

private:
    struct Ink;

    void flush();
    void check() const;
    void put_text(Style style, std::string_view text, double x, double baseline);

    Type& type_;
    std::unique_ptr<Ink> ink_;
    int page_ = 1;
    Turn turn_ = Turn::portrait;
};

}  // namespace nennep::render
