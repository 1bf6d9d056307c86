// A report as a value: what it says, before anybody prints it. Layouts make it (reports), presses
// print it (render); neither knows the other.
#pragma once
#include "catalogue/asking.hpp"

namespace nennep::catalogue {

// A figure as a report shows it: this year, the year before, the target.
struct FigureLine {
    const Figure* figure = nullptr;
    std::optional<Number> value;
    std::optional<Number> previous;
    std::optional<Target> target;
    Standing standing;
};

struct Block {
    enum class Kind : std::uint8_t { heading, subheading, paragraph, figures, targets };
    Kind kind = Kind::paragraph;
    std::string text;
    std::vector<FigureLine> lines;      // of a table
};

struct Report {
    std::string title;
    OrganisationRef organisation;
    int year = 0;
    Structure structure = Structure::period_end;
    journal::Head head;
    std::optional<std::string> as_known;        // as it was asked for
    bool previous_by_this_years_tree = false;
    std::vector<Block> blocks;
    std::vector<FigureLine> figures;            // all of the catalogue, in its order
};

struct ReportRequest {
    OrganisationRef organisation;
    int year = 0;
    Structure structure = Structure::period_end;
    Language language = Language::vi;
    std::optional<std::string> as_known;
    // The template's text and the name of its file; empty: the product's own.
    std::string layout;
    std::string layout_name;
};

// Refusals name the line of the template and what it asks for.
using ReportMaker = std::function<Result<Report, Refusals>(const Catalogue&, const world::World&,
                                                           const ReportRequest&)>;

}  // namespace nennep::catalogue
