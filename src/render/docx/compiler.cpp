#include "render/docx/compiler.hpp"

#include <algorithm>

#include "render/docx/columns.hpp"
#include "render/docx/filling.hpp"
#include "render/docx/marks.hpp"

namespace nennep::render {
namespace {

using pugi::xml_node;

constexpr std::string_view declaration =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    "\n";
// A bookmark of this name in a repeat of annexes becomes one for each: annex_1, annex_2 … A link to
// it, where something that is opened in an annex is repeated, leads to the right one.
constexpr std::string_view annex_bookmark = "annex";

class Compiler {
public:
    Compiler(const std::string& part, const Names& names, Complaints& complaints)
        : part_(part), names_(names), complaints_(complaints), marks_(part_, complaints_) {}

    Program compile(std::string_view xml) {
        pugi::xml_document document;
        if (const auto code = read_xml(xml, document)) {
            complaints_.add(*code, part_, {{"what", part_}});
            return {};
        }
        const bool has_paragraphs = part_ != "properties";
        // Another prefix would hide all tags.
        if (has_paragraphs && !name_of(document.document_element()).starts_with("w:")) {
            complaints_.add("docx.not_a_document", part_, {});
            return {};
        }
        if (has_paragraphs)
            marks_.place(document);
        else
            marks_.place_in_properties(document);
        program_.has_tags = !marks_.all().empty();
        literal(declaration);
        write(document.document_element());
        flush();
        return std::move(program_);
    }

private:
    // A repeat or condition whose end is still to come.
    struct Open {
        std::size_t number;
        std::uint32_t step;
        bool is_level;
    };

    // --- steps

    void literal(std::string_view text) { literal_ += text; }

    void flush() {
        if (literal_.empty()) return;
        const auto at = static_cast<std::uint32_t>(program_.literals.size());
        program_.literals += literal_;
        program_.steps.push_back(
            {Step::Kind::literal, at, static_cast<std::uint32_t>(literal_.size())});
        literal_.clear();
    }

    std::uint32_t add(Step::Kind kind, std::size_t at = 0, std::size_t size = 0) {
        flush();
        program_.steps.push_back(
            {kind, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(size)});
        return static_cast<std::uint32_t>(program_.steps.size() - 1);
    }

    std::uint32_t here() {
        flush();
        return static_cast<std::uint32_t>(program_.steps.size());
    }

    void add_field(Step::Kind kind, Access access) {
        program_.accesses.push_back(std::move(access));
        add(kind, program_.accesses.size() - 1);
    }

    // --- the tree

    void write(const xml_node& node) {
        switch (node.type()) {
            case pugi::node_element: write_element(node); break;
            case pugi::node_pcdata:
            case pugi::node_cdata:
                if (!is_layout(node)) append_xml(literal_, node.value(), "\n");
                break;
            case pugi::node_pi: write_mark(node); break;
            default: break;
        }
    }

    // Blanks between elements are there for readers of the XML.
    bool is_layout(const xml_node& node) const {
        if (part_ == "properties" && has_marks(node.parent())) return false;
        if (!node.next_sibling() && !node.previous_sibling()) return false;
        if (local_name(node.parent().name()) == "t") return false;
        return std::string_view(node.value()).find_first_not_of(" \t\r\n") ==
               std::string_view::npos;
    }

    void write_element(const xml_node& node) {
        const auto name = name_of(node);
        if (name == "w:proofErr" || name == "w:lastRenderedPageBreak") return;
        if (name == "w:tbl" && Marks::is_mark(node.previous_sibling())) add(Step::Kind::apart);
        std::optional<std::uint32_t> last_section;
        if (name == "w:sectPr" && is(node.parent(), "w:body") && has_marks(node.parent())) {
            add(Step::Kind::paragraph_due);
            last_section = add(Step::Kind::last_section);
        }
        if (name == "w:tbl") tables_.push_back(columns_of(node, marks_, names_, levels_));
        const auto* needle = needle_of(name);
        std::uint32_t held = 0;
        const bool holds = needle != nullptr && can_lose_all(node);
        if (holds) {
            program_.needles.emplace_back(needle);
            held = add(Step::Kind::hold, program_.needles.size() - 1);
        }
        literal("<");
        literal(name);
        const bool is_whole = is_whole_text(node);
        for (const auto& attribute : node.attributes()) {
            if (!is_whole || std::string_view(attribute.name()) != "xml:space")
                write_attribute(node, attribute);
        }
        if (is_whole) {
            write_mark(node.first_child(), true);
        } else if (!node.first_child()) {
            literal("/>");
        } else {
            literal(">");
            if (name == "w:tblGrid" && is(node.parent(), "w:tbl"))
                write_grid(node);
            else
                for (const auto& child : node.children()) write(child);
            if (must_end_with_paragraph(name) && has_marks(node)) add(Step::Kind::paragraph_due);
        }
        if (node.first_child()) {
            literal("</");
            literal(name);
            literal(">");
        }
        if (holds) program_.steps[held].jump = here();
        if (last_section) program_.steps[*last_section].jump = here();
        if (name == "w:tbl") tables_.pop_back();
    }

    void write_attribute(const xml_node& node, const pugi::xml_attribute& attribute) {
        const std::string_view name = attribute.name();
        // Names of moments in the editing of a document must not stand twice.
        if (levels_.size() > 1 &&
            (name == "w14:paraId" || name == "w14:textId" || name.starts_with("w:rsid")))
            return;
        literal(" ");
        literal(name);
        literal("=\"");
        if (!write_changing(node, name, attribute.value())) {
            const std::string_view value = attribute.value();
            for (const char c : value) {
                if (c == '\n' || c == '\t' || c == '\r')
                    literal(c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : "&#13;");
                else if (c == '&' || c == '<' || c == '"')
                    literal(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&quot;");
                else
                    literal_ += c;
            }
        }
        literal("\"");
    }

    // Attributes that differ from turn to turn of a repeat.
    bool write_changing(const xml_node& node, std::string_view name, std::string_view value) {
        const auto element = name_of(node);
        if (element == "w:tcW" && name == "w:w" && write_room(node, value)) return true;
        if (levels_.size() == 1) return false;
        if (element == "wp:docPr" && name == "id") {
            add(Step::Kind::new_id, program_.slots++);
            return true;
        }
        if (name == "w:id" && element == "w:bookmarkStart") {
            slots_[std::string(value)] = program_.slots;
            add(Step::Kind::new_id, program_.slots++);
            return true;
        }
        if (name == "w:id" && element == "w:bookmarkEnd") {
            const auto slot = slots_.find(std::string(value));
            if (slot == slots_.end()) return false;
            add(Step::Kind::same_id, slot->second);
            return true;
        }
        const bool is_place = element == "w:bookmarkStart" && name == "w:name";
        const bool is_link = element == "w:hyperlink" && name == "w:anchor";
        if ((is_place || is_link) && value == annex_bookmark) {
            const auto number = names_.field(is_place ? "number" : "annex", levels_);
            if (!number || number->level == 0) return false;
            literal(value);
            literal("_");
            add_field(Step::Kind::plain_field, *number);
            return true;
        }
        if (element == "w:tcW" && name == "w:w") return write_width(node, value);
        return false;
    }

    // A cell that is repeated shares its width among its turns.
    bool write_width(const xml_node& node, std::string_view value) {
        const auto cell = node.parent().parent();
        const std::string_view type = node.attribute("w:type").value();
        const auto width = width_from(value);
        if (!is(cell, "w:tc") || (type != "dxa" && type != "pct") || !width) return false;
        for (auto before = cell.previous_sibling(); Marks::is_mark(before);
             before = before.previous_sibling()) {
            const auto number = Marks::number_of(before);
            if (marks_.all()[number].acts != Acts::cell) continue;
            for (const auto& open : open_) {
                if (open.number != number || !open.is_level) continue;
                add(Step::Kind::width, level_of(number), *width);
                return true;
            }
        }
        return false;
    }

    std::size_t level_of(std::size_t number) const {
        std::size_t level = 0;
        for (const auto& open : open_) {
            if (open.is_level) ++level;
            if (open.number == number) break;
        }
        return level;
    }

    // The width of a cell in the column that takes the room of those left out.
    bool write_room(const xml_node& node, std::string_view value) {
        const auto cell = node.parent().parent();
        const auto width = width_from(value);
        if (tables_.empty() || !tables_.back().taking || !is(cell, "w:tc") || !width) return false;
        if (node.attribute("w:type").value() != std::string_view("dxa")) return false;
        if (column_of(cell) != *tables_.back().taking) return false;
        add_room(*width);
        return true;
    }

    void add_room(std::size_t width) {
        Room room{width, {}};
        for (const auto& [column, condition, other] : tables_.back().optional) {
            room.others.push_back({add_condition(condition), other});
        }
        program_.rooms.push_back(std::move(room));
        add(Step::Kind::room, program_.rooms.size() - 1);
    }

    std::uint32_t add_condition(const Condition& condition) {
        program_.conditions.push_back(condition);
        return static_cast<std::uint32_t>(program_.conditions.size() - 1);
    }

    // The grid of a table has a column for each turn of a repeated cell, and none for a cell that
    // is left out.
    void write_grid(const xml_node& grid) {
        const auto& columns = tables_.back();
        std::size_t index = 0;
        for (const auto& column : grid.children()) {
            if (is(column, "w:gridCol"))
                write_grid_column(column, columns, index++);
            else
                write(column);
        }
    }

    void write_grid_column(const xml_node& column, const TableColumns& columns, std::size_t index) {
        const auto width = width_from(column.attribute("w:w").value());
        const bool is_repeated = columns.repeated && columns.repeated->column == index;
        const bool is_taking = columns.taking == index;
        const auto* optional = columns.optional_at(index);
        std::vector<std::uint32_t> jumps;
        if (optional != nullptr) {
            jumps.push_back(add(Step::Kind::when, add_condition(optional->condition)));
        }
        if (!width || !(is_repeated || is_taking)) {
            write(column);
        } else {
            if (is_repeated) {
                program_.sources.push_back(columns.repeated->source);
                jumps.push_back(add(Step::Kind::each, program_.sources.size() - 1));
            }
            literal("<w:gridCol w:w=\"");
            if (is_taking)
                add_room(*width);
            else
                add(Step::Kind::width, levels_.size(), *width);
            literal("\"/>");
        }
        for (const auto jump : jumps) program_.steps[jump].jump = here();
    }

    // --- what must not be left without content

    static const char* needle_of(std::string_view name) {
        if (name == "w:tbl") return "<w:tr";
        if (name == "w:tr") return "<w:tc";
        return nullptr;
    }

    // All that it has of these stands between marks.
    bool can_lose_all(const xml_node& node) const {
        int open = 0;
        bool is_any = false;
        for (const auto& child : node.children()) {
            if (Marks::is_mark(child)) {
                const auto kind = marks_.all()[Marks::number_of(child)].tag.kind;
                open += kind == Tag::Kind::end ? -1 : kind == Tag::Kind::otherwise ? 0 : 1;
                is_any = true;
            } else if (open == 0 && !name_of(child).ends_with("Pr") &&
                       !name_of(child).ends_with("PrEx") && !is(child, "w:tblGrid")) {
                return false;
            }
        }
        return is_any;
    }

    static bool must_end_with_paragraph(std::string_view name) {
        return name == "w:tc" || name == "w:hdr" || name == "w:ftr" || name == "w:footnote" ||
               name == "w:endnote" || name == "w:txbxContent";
    }

    static bool has_marks(const xml_node& node) {
        return std::any_of(node.begin(), node.end(), Marks::is_mark);
    }

    static bool is_whole_text(const xml_node& node) {
        return is(node, "w:t") && Marks::is_mark(node.first_child()) &&
               !node.first_child().next_sibling();
    }

    // --- tags

    // Inside a repeat of what nobody knows, a name is wrong only if it could not stand anywhere.
    void complain(const Mark& mark, const Misnomer& misnomer) {
        static const Levels anywhere{Sort::report, Sort::list,  Sort::row,  Sort::cell,
                                     Sort::column, Sort::block, Sort::span, Sort::line,
                                     Sort::month,  Sort::words};
        const auto& [kind, place, condition, name] = mark.tag;
        if (unknown_ > 0 && kind != Tag::Kind::when) {
            const bool is_known = kind == Tag::Kind::field ? bool(names_.field(name, anywhere))
                                                           : bool(names_.source(name, anywhere));
            if (is_known) return;
        }
        if (unknown_ > 0 && kind == Tag::Kind::when && names_.condition(condition, name, anywhere))
            return;
        marks_.complain(misnomer.code, mark, misnomer.shown);
    }

    void write_mark(const xml_node& node, bool is_whole = false) {
        const auto number = Marks::number_of(node);
        const auto& mark = marks_.all()[number];
        if (is_whole && (mark.is_lost || !mark.tag.is_field())) literal(">");
        if (mark.is_lost) return;
        switch (mark.tag.kind) {
            case Tag::Kind::field: {
                const auto access = names_.field(mark.tag.name, levels_);
                if (!access) return complain(mark, access.error());
                const bool is_in_run = is(node.parent(), "w:t");
                add_field(is_whole    ? Step::Kind::whole_text
                          : is_in_run ? Step::Kind::field
                                      : Step::Kind::plain_field,
                          *access);
                return;
            }
            case Tag::Kind::each: {
                const auto source = names_.source(mark.tag.name, levels_);
                if (levels_.size() >= most_levels) {
                    marks_.complain("docx.too_many_levels", mark);
                } else if (!source) {
                    complain(mark, source.error());
                } else {
                    program_.sources.push_back(*source);
                    open_.push_back(
                        {number, add(Step::Kind::each, program_.sources.size() - 1), true});
                    levels_.push_back(source->each);
                    return;
                }
                // What is inside is not judged: its names belong to what is not known.
                open_.push_back({number, add(Step::Kind::each), false});
                ++unknown_;
                return;
            }
            case Tag::Kind::when: {
                const auto condition = names_.condition(mark.tag.condition, mark.tag.name, levels_);
                if (!condition)
                    complain(mark, condition.error());
                else
                    program_.conditions.push_back(*condition);
                open_.push_back(
                    {number, add(Step::Kind::when, program_.conditions.size() - 1), false});
                return;
            }
            case Tag::Kind::otherwise:
                if (open_.empty() || open_.back().number != mark.partner) return misplaced(mark);
                {
                    const auto step = add(Step::Kind::otherwise);
                    program_.steps[open_.back().step].jump = here();
                    open_.back().step = step;
                }
                return;
            case Tag::Kind::end:
                if (open_.empty() || open_.back().number != mark.partner) return misplaced(mark);
                program_.steps[open_.back().step].jump = here();
                if (open_.back().is_level)
                    levels_.pop_back();
                else if (marks_.all()[open_.back().number].tag.kind == Tag::Kind::each)
                    --unknown_;
                open_.pop_back();
                return;
        }
    }

    void misplaced(const Mark& mark) {
        if (!marks_.all()[mark.partner].is_lost) marks_.complain("docx.tag_place", mark);
    }

    std::string part_;
    const Names& names_;
    Complaints& complaints_;
    Marks marks_;
    Program program_;
    std::string literal_;
    Levels levels_{Sort::report};
    std::vector<Open> open_;
    std::map<std::string, std::uint32_t> slots_;  // of bookmarks, by their number in the template
    int unknown_ = 0;
    std::vector<TableColumns> tables_;  // outermost first
};

}  // namespace

Program compiled(std::string_view xml, const std::string& part, const Names& names,
                 Complaints& complaints) {
    return Compiler(part, names, complaints).compile(xml);
}

}  // namespace nennep::render
