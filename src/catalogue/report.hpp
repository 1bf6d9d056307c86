// A report as a value: what it says, before anybody prints it. Layouts make it (reports), presses
// print it (render); neither knows the other.
#pragma once
#include <array>

#include "catalogue/asking.hpp"
#include "catalogue/list.hpp"

namespace nennep::catalogue {

// A figure as a report shows it: this year, the year before, the target.
struct FigureLine {
    const Figure* figure = nullptr;
    std::optional<Number> value;
    std::optional<Number> previous;
    std::optional<Target> target;
    Standing standing;
    unsigned list = 0;          // the list in the annex where it is opened; 0: in none
    bool is_hidden = false;     // the reader may know only that it is small; `value` is empty
    bool is_previous_hidden = false;    // the same of the year before
    bool is_closed = false;     // the reader may not open the list behind it
};

// A number of a figure that stands in the midst of a text: last year's, the target, the difference.
struct SaidNumber {
    std::size_t at = 0;         // in the text, in bytes
    std::size_t size = 0;
    const Figure* figure = nullptr;
    std::string_view which;     // "previous", "target", "difference"
};

// A piece of a paragraph. `figure` is set where it is the figure's value of the year reported.
struct Span {
    std::string text = {};
    const Figure* figure = nullptr;
    unsigned list = 0;          // as in FigureLine
    std::vector<SaidNumber> numbers = {};
};

struct Block {
    enum class Kind : std::uint8_t {
        heading,        // section: I, II …
        subheading,     // part of one: 1, 2 …
        paragraph,
        figures,        // table: this year, last year, target, result
        targets,        // table: what is aimed at in the year after
        months,         // chart: `lines` by month
        progress        // chart: `lines` of this year against their targets
    };
    Kind kind = Kind::paragraph;
    std::string text = {};              // of the spans together; of a chart, its caption
    std::vector<Span> spans = {};
    std::vector<FigureLine> lines = {};     // of a table or chart
    std::vector<std::array<std::optional<Number>, 12>> by_month = {};   // of `months`: one a line
};

// What stands around the words of an official document (36-HD/VPTW; rules.md §11). Empty parts are
// blanks to be filled in by hand.
struct Letterhead {
    std::string superior;               // superior body, first line on the left
    std::string issuer;                 // issuing body
    std::string number;                 // "12"; empty: a blank
    std::string symbol;                 // "BC/ĐUK"
    std::string place;
    std::optional<Day> date;            // none: a blank in the year `year`
    int year = 0;
    std::string kind;                   // type name: "BÁO CÁO"
    std::string authority;              // of the signature: "T/M BAN THƯỜNG VỤ"
    std::string post;                   // "BÍ THƯ"
    std::string signer;
    std::vector<std::string> recipients;
};

struct Report {
    std::string title;                          // the summary (trích yếu), below the type name
    Letterhead letterhead;
    OrganisationRef organisation;
    int year = 0;
    Structure structure = Structure::period_end;
    journal::Head head;
    std::optional<std::string> as_known;        // as it was asked for
    bool previous_by_this_years_tree = false;
    std::vector<Block> blocks;
    std::vector<FigureLine> figures;            // all of the catalogue, in its order
    std::vector<List> lists;                    // the annex; empty if it is left out
    // The whole list behind one figure that is no percentage, whether it is in the annex or not.
    std::function<List(const Figure&)> list_of;
};

// What a list says of the entry that made a row.
struct EntryNote {
    std::string decision;               // number of the decision that it rests on
    std::optional<Day> decided_on;
    std::string issuer;                 // who decided
    std::string particulars;            // what else lists tell of it: a rating, a form of discipline
    std::int64_t recorded_ms = 0;
    std::string recorded_by;
};
using NoteTaker = std::function<void(journal::Seq, const EntryNote&)>;
// Of many entries at once, by their numbers, which ascend.
using EntryReader = std::function<void(std::span<const journal::Seq>, const NoteTaker&)>;

struct ReportRequest {
    enum class Annex : std::uint8_t {
        none,
        on_paper,       // rows of one subject in one list share a line where there are many
        in_full
    };

    OrganisationRef organisation;
    int year = 0;
    Structure structure = Structure::period_end;
    Language language = Language::vi;
    std::optional<std::string> as_known;
    // The words' text and the name of their file; empty: the product's own.
    std::string words;
    std::string words_name;
    // Parts of the letterhead that are said for this copy, before what the words say of them.
    std::vector<std::pair<std::string, std::string>> letterhead;
    Annex annex = Annex::none;
    EntryReader read_entries;           // needed for lists
    // What the reader may be told, and whose lists they may see; empty: everything.
    std::function<bool(const Figure&, const Question&)> may_tell = {};
    std::function<bool(const Figure&)> may_open = {};
    // Who in a list is shown by name; of others the row stays, so that it adds up.
    std::function<bool(SubjectNo)> may_see = {};
    // The report itself in the register of documents issued, which gives its number and day.
    SubjectNo document = nobody;
};

// Refusals name the line of the words and what it asks for.
using ReportMaker = std::function<Result<Report, Refusals>(const Catalogue&, const world::World&,
                                                           const ReportRequest&)>;

}  // namespace nennep::catalogue
