// What the names in a template mean, found once for each tag, before anything is printed. Repeats
// open levels; a name is looked up in the innermost first, then outwards.
#pragma once
#include <map>
#include <memory>
#include <optional>

#include "catalogue/wording.hpp"

namespace nennep::render {

// What a level is one of.
enum class Sort : std::uint8_t {
    report,
    words,  // recipients, remarks
    line,   // a figure
    block,
    span,
    list,
    column,
    row,
    cell,
    month,       // 1 to 12
    month_value  // of a figure
};

enum class What : std::uint8_t {
    // of the report
    year,
    previous_year,
    next_year,
    organisation,
    organisation_key,
    title,
    superior,
    issuer,
    number_and_symbol,
    number,
    symbol,
    place,
    date,
    kind,
    authority,
    post,
    signer,
    journal_seq,
    journal_hash,
    language,
    printed_at,
    say,
    figure,
    // of a level
    no,
    text,
    line_name,
    line_part,
    kind_name,
    block_text,
    span_text,
    span_annex,
    list_number,
    list_title,
    list_note,
    list_rows,
    list_rows_text,
    column_title,
    column_code,
    column,
    cell_text,
    month_text,
    // true or not
    is_first,
    is_last,
    line_holds,
    block_is,
    block_has_targets,
    block_has_annex,
    list_is_wide,
    list_turns,
    is_number,
    is_day,
    is_mark
};

struct Access {
    What what = What::text;
    std::uint8_t level = 0;  // 0: the report
    const catalogue::Figure* figure = nullptr;
    std::string key = {};  // part, text key, column code, condition
    std::optional<catalogue::Block::Kind> block = {};
    bool is_flag() const { return what >= What::is_first; }
};

struct Source {
    enum class Of : std::uint8_t {
        recipients,
        remarks,
        figures,
        targets,
        blocks,
        annexes,
        list_of,
        spans,
        lines,
        block_months,
        line_months,
        columns,
        rows,
        cells
    };
    Of of = Of::recipients;
    std::uint8_t level = 0;
    Sort each = Sort::words;
    const catalogue::Figure* figure = nullptr;  // of list_of
};

// A condition looks at a field, a flag or a source; `word` is one of catalogue::conditions().
struct Condition {
    std::optional<Access> access = {};
    std::optional<Source> source = {};
    std::string word = "some";
};

// Repeats within one another; nobody needs more.
inline constexpr std::size_t most_levels = 16;

// The levels in which a tag stands, outermost first.
using Levels = std::vector<Sort>;

// Why a name means nothing: the end of a refusal's code, and what it shows.
struct Misnomer {
    std::string code;
    Arguments shown;
};

template <class Meaning>
using Meant = Result<Meaning, Misnomer>;

class Names {
public:
    explicit Names(const catalogue::Catalogue& catalogue);

    Meant<Access> field(const std::string& name, const Levels& levels) const;
    Meant<Source> source(const std::string& name, const Levels& levels) const;
    Meant<Condition> condition(const std::string& word, const std::string& name,
                               const Levels& levels) const;

    // Every field of the report itself, without figures.
    static std::vector<std::string> of_report();
    const std::vector<std::string>& figures() const { return figure_names_; }

private:
    std::optional<Access> in_level(Sort sort, const std::string& name) const;
    std::optional<Access> find_field(const std::string& name, const Levels& levels) const;
    std::optional<Source> find_source(const std::string& name, const Levels& levels) const;
    const catalogue::Figure* figure(std::string_view name) const;
    bool is_column(const std::string& name) const;
    std::vector<std::string> known(const Levels& levels, bool sources) const;

    const catalogue::Catalogue& catalogue_;
    std::vector<std::string> figure_names_;
};

}  // namespace nennep::render
