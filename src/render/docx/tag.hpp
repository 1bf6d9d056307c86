// The language of templates: what stands between {{ and }} in the text of a document.
//
//   {{year}}  {{members.admitted:previous}}       a field: its value is put there
//   {{if X}} … {{else}} … {{end}}                 kept if there is such a thing; {{if none X}},
//                                                 {{if more X}} … as the words of reports ask
//   {{each X}} … {{end}}                          repeated for each of them
//
// What is kept or repeated depends on where the tags stand. Both in one paragraph: what is between
// them. Each alone in a paragraph: the paragraphs and tables between. In different cells of a row:
// the row. `{{each row X}}`, `{{each cell X}}`: the row or cell in which both stand.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nennep::render {

struct Tag {
    enum class Kind : std::uint8_t { field, when, otherwise, each, end };
    enum class Place : std::uint8_t { anywhere, row, cell };

    bool is_field() const { return kind == Kind::field; }
    bool opens() const { return kind == Kind::when || kind == Kind::each; }

    Kind kind = Kind::field;
    Place place = Place::anywhere;
    std::string condition;  // of `if`: "none"; empty: there is one
    std::string name;
};

// `inside` is what stands between the brackets. Case does not matter, since Word likes to begin a
// sentence with a capital.
Tag read_tag(std::string_view inside);

// A tag, or a bracket without its other half, in a text.
struct Found {
    enum class Fault : std::uint8_t { none, not_closed, not_opened };

    std::size_t begin = 0;
    std::size_t end = 0;
    Fault fault = Fault::none;
};
std::vector<Found> find_tags(std::string_view text);

// The text around a place, so that a person finds it: "…đã kết nạp {{…".
std::string around(std::string_view text, const Found& found);

}  // namespace nennep::render
