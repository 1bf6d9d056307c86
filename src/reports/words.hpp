// The words of a report: a text file that the office may edit, read into statements. Everything in
// it is checked when it is read, also what would not be shown this year, so that a slip is found
// today and not next December.
//
//   ; a comment
//   @issuer {committee}         a part of the letterhead; all parts: `letterhead_parts`
//   # summary   ## section   ### part of a section
//   |figure figure …|           a table of figures
//   [targets]                   a table of what is aimed at in the year after
//   [months Caption: figure …]  a chart by month      [progress Caption]  a chart of the targets
//   any other line              a paragraph
//
// In all of them {figure} is the figure's value, {figure:previous} a part of it (all parts:
// Wording::parts), {year}, {organisation} … what the report is about (`words_fields`). A choice
// says something only if it holds of a figure; without a colon it governs the rest of its line:
//
//   [none members.left: Không ai xin ra.][one members.left: Một người xin ra.]
//   Kết nạp {members.admitted} đảng viên[more members.admitted: , tăng {members.admitted:change}].
//   [some tasks.assigned] Đã giao {tasks.assigned} nhiệm vụ.
//
// `[[ ]]` and `{{` stand for the bracket itself. A paragraph of which nothing is left is not shown.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/report.hpp"

namespace nennep::reports {

struct Piece {
    enum class Kind : std::uint8_t { text, field, figure, choice };
    Kind kind = Kind::text;
    std::string text = {};              // the text; name of the field; part of the figure; condition
    const catalogue::Figure* figure = nullptr;
    std::vector<Piece> inner = {};      // of a choice
};
using Pieces = std::vector<Piece>;

struct Statement {
    catalogue::Block::Kind kind = catalogue::Block::Kind::paragraph;
    Pieces pieces = {};
    std::vector<const catalogue::Figure*> figures = {};     // of a table or chart
};

struct Words {
    struct Part {
        std::string name;
        Pieces pieces;
    };
    Pieces title;
    std::vector<Part> letterhead;       // in their order; `recipient` may stand more than once
    std::vector<Statement> statements;
};

// Refusals carry FILE:LINE as their field.
Result<Words, Refusals> read_words(const catalogue::Catalogue& catalogue, std::string_view text,
                                   const std::string& file);
// The product's own.
std::string_view own_words(Language language);

const std::vector<std::string>& words_fields();
const std::vector<std::string>& letterhead_parts();
bool is_letterhead_part(std::string_view name);
// The refusal of a name that is none of the known ones: CODE, or CODE_near with the nearest.
Refusal unknown_name(std::string code, std::string_view name, const std::vector<std::string>& known,
                     std::string place);

}  // namespace nennep::reports
