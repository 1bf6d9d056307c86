// What names come to when a report is printed: texts, conditions, and what is repeated.
#pragma once
#include <unordered_map>

#include "render/docx/names.hpp"
#include "render/docx/widths.hpp"
#include "render/press.hpp"

namespace nennep::render {

// One turn of a repeat: what it is about, as its sort has it.
struct Turn {
    std::size_t no = 0;     // from 1
    std::size_t count = 0;  // of how many
    const std::string* text = nullptr;
    const catalogue::FigureLine* line = nullptr;
    const std::array<std::optional<Number>, 12>* by_month = nullptr;
    const catalogue::Block* block = nullptr;
    const catalogue::Span* span = nullptr;
    const catalogue::List* list = nullptr;
    const catalogue::Column* column = nullptr;
    std::span<const catalogue::Cell> cells = {};
    const catalogue::Cell* cell = nullptr;
    Share share = {};  // of the width that a repeated cell has
};
using Turns = std::vector<Turn>;  // by level; the first is the report

class Values {
public:
    explicit Values(const Copy& copy);

    // The text of a field: a view of something that lives, or of `room`.
    std::string_view text(const Access& access, const Turns& turns, std::string& room) const;
    bool holds(const Condition& condition, const Turns& turns) const;
    // Calls `take` once a turn.
    void each(const Source& source, const Turns& turns,
              const std::function<void(const Turn&)>& take) const;

private:
    std::string report_text(const Access& access) const;
    const catalogue::FigureLine& line_of(const catalogue::Figure& figure) const;
    const catalogue::List& list_of(const catalogue::Figure& figure) const;
    const std::vector<Share>& shares(const catalogue::List& list) const;
    bool is_turned(const Turn& list) const;
    bool is_true(const Access& access, const Turns& turns) const;
    bool is_empty(const Source& source, const Turns& turns) const;
    void each_row(const catalogue::List& list, const std::function<void(const Turn&)>& take,
                  bool is_annex) const;

    const Copy& copy_;
    catalogue::Wording wording_;
    std::vector<std::string> remarks_;
    std::unordered_map<const catalogue::Figure*, catalogue::FigureLine> lines_;
    mutable std::unordered_map<const catalogue::Figure*, catalogue::List> lists_;
    mutable std::unordered_map<const catalogue::List*, std::vector<Share>> shares_;
    std::size_t rows_ = 0;
    mutable std::size_t rows_done_ = 0;
};

}  // namespace nennep::render
