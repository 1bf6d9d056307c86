// The flow of a document: bands across the page, one below the other, broken into pages.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "render/pdf/line.hpp"
#include "render/pdf/paper.hpp"

namespace nennep::render {

using Drawing = std::function<void(Paper&, double top)>;

// What is never broken: a line of a paragraph, a row of a table, a chart.
struct Band {
    double height = 0;
    double space_before = 0;        // not at the head of a page
    double hang = 0;                // how far it may reach into the margin below
    bool with_next = false;         // never the last of its page
    Drawing draw = nullptr;
    // Of a row: the head of its table, drawn again where the table continues on a new page.
    std::shared_ptr<const Band> head = nullptr;
};

class Flow {
public:
    Flow(Type& type, double width) : type_(type), width_(width) {}

    Type& type() const { return type_; }
    double width() const { return width_; }
    void add(Band band);
    // More room before what comes next.
    void add_space(double height) { space_ += height; }
    // Keeps the end of what is there and the beginning of what comes on one page.
    void keep_with_next();
    void print(Paper& paper) const;

private:
    Type& type_;
    double width_;
    std::vector<Band> bands_;
    double space_ = 0;
};

// How a paragraph stands.
struct Stand {
    Style style;
    Align align = Align::justified;
    double indent = 0;
    double space_before = 0;
    double hang = 0;
    const char* tag = tag::paragraph;
    bool with_next = false;
    int outline = 0;                // level in the outline; 0: not there
};

// No line of a paragraph stands alone at the foot or head of a page.
void add_paragraph(Flow& flow, Text text, const Stand& stand, std::string_view outline_title = {});

}  // namespace nennep::render
