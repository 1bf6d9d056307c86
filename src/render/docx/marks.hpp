// Finds the tags in the text of a part and puts marks into its tree where they act, so that what a
// tag keeps or repeats is what stands between two marks of one parent.
//
// Editors cut a text into runs as they please. A tag belongs where it begins; the runs around it
// are cut so that a field has a text of its own and a condition stands between runs.
//
//   <w:r><w:t>a {{if x}}b</w:t></w:r>   becomes   <w:r><w:t>a </w:t></w:r> #0
//   <w:r><w:t>b</w:t></w:r>
#pragma once
#include "render/docx/complaints.hpp"
#include "render/docx/tag.hpp"
#include "render/docx/xml.hpp"

namespace nennep::render {

// What a tag keeps or repeats.
enum class Acts : std::uint8_t {
    inside,   // what stands in its paragraph
    between,  // paragraphs and tables
    row,
    cell,
    nowhere
};

struct Mark {
    bool is_lifted() const {
        return acts == Acts::between || acts == Acts::row || acts == Acts::cell;
    }

    Tag tag;
    std::string as_written;  // "{{year}}"
    std::string around;
    pugi::xml_node node = {};
    pugi::xml_node paragraph = {};
    std::size_t partner = none;    // of a tag that opens: its end; of others: what they end
    std::size_t otherwise = none;  // of an `if`: its else
    Acts acts = Acts::nowhere;
    bool is_lost = false;  // was complained of; nothing more is said
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

// The marks of one part, by number. In the tree a mark is a processing instruction with its number.
class Marks {
public:
    Marks(const std::string& part, Complaints& complaints) : part_(part), complaints_(complaints) {}

    // A part with paragraphs.
    void place(pugi::xml_document& document);
    // The properties of a file: texts without paragraphs, in which only fields stand.
    void place_in_properties(pugi::xml_document& document);

    const std::vector<Mark>& all() const { return marks_; }
    static bool is_mark(const pugi::xml_node& node) { return node.type() == pugi::node_pi; }
    static std::size_t number_of(const pugi::xml_node& node) { return std::stoul(node.value()); }

    void complain(std::string_view code, const Mark& mark, Arguments shown = {}) const;

private:
    void place_in_story(const pugi::xml_node& story);
    void scan(const pugi::xml_node& element, std::vector<pugi::xml_node>& stories);
    void scan_paragraph(pugi::xml_node paragraph, std::vector<pugi::xml_node>& stories);
    std::size_t add(std::string_view text, const Found& found, const pugi::xml_node& paragraph);
    void match(std::size_t begin);
    Acts acts(const Mark& opening) const;
    bool fits(const Mark& otherwise, const Mark& opening, Acts how) const;
    void settle(std::size_t begin);
    bool is_bare(const pugi::xml_node& paragraph) const;
    void lift(std::size_t begin);
    bool remove_if_bare(pugi::xml_node paragraph);

    const std::string& part_;
    Complaints& complaints_;
    std::vector<Mark> marks_;
};

}  // namespace nennep::render
