// The columns of a table in a template: which one is repeated, which are left out on a condition,
// and which one takes their room, so that the table stays as wide as it was drawn.
#pragma once
#include "render/docx/marks.hpp"
#include "render/docx/names.hpp"

namespace nennep::render {

struct TableColumns {
    struct Repeated {
        std::size_t column;
        Source source;
    };
    struct Optional {
        std::size_t column;
        Condition condition;
        std::size_t width;
    };
    std::optional<Repeated> repeated;
    std::vector<Optional> optional;
    // The widest of those that always stand.
    std::optional<std::size_t> taking;

    const Optional* optional_at(std::size_t column) const;
};

// `levels` are those around the table: what depends on a row is not known where its grid stands.
TableColumns columns_of(const pugi::xml_node& table, const Marks& marks, const Names& names,
                        const Levels& levels);

// The column in which a cell of a template stands.
std::size_t column_of(const pugi::xml_node& cell);

// A width; nothing if it is no small number.
std::optional<std::size_t> width_from(std::string_view text);

}  // namespace nennep::render
