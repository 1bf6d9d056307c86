#include "render/docx/marks.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace nennep::render {
namespace {

using pugi::xml_node;

constexpr const char* mark_name = "nennep";

// More would be no template, and take long.
constexpr std::size_t most_tags = 20'000;

// What may be cut in two without a change of meaning.
bool can_be_cut(const xml_node& node) {
    return is(node, "w:r") || is(node, "w:hyperlink") || is(node, "w:ins") ||
           is(node, "w:smartTag") || is(node, "w:moveTo");
}

bool is_properties(const xml_node& node) {
    return is(node, "w:rPr") || is(node, "w:smartTagPr") || is(node, "w:pPr");
}

// Marks of ranges may stand between paragraphs as well as in them.
bool is_range_mark(const xml_node& node) {
    const auto name = name_of(node);
    return name.starts_with("w:bookmark") || name.starts_with("w:comment") ||
           name.starts_with("w:perm");
}

bool is_nothing(const xml_node& node) {
    return is(node, "w:proofErr") || is(node, "w:lastRenderedPageBreak");
}

// What was deleted, or moved away, while changes are tracked is no longer text.
bool is_gone(const xml_node& node) { return is(node, "w:del") || is(node, "w:moveFrom"); }

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool has_only_properties(const xml_node& node) {
    const auto children = node.children();
    return std::all_of(children.begin(), children.end(),
                       [](const auto& child) { return is_properties(child); });
}

// Takes out a node, and what is left empty around it.
void prune(xml_node node) {
    auto parent = node.parent();
    parent.remove_child(node);
    while (can_be_cut(parent) && has_only_properties(parent)) {
        const auto above = parent.parent();
        parent.parent().remove_child(parent);
        parent = above;
    }
}

// Cuts what stands around `node` after it, up to the paragraph; returns the node after which the
// paragraph may be added to.
xml_node cut_after(xml_node node) {
    while (can_be_cut(node.parent())) {
        const auto parent = node.parent();
        auto rest = parent.parent().insert_child_after(parent.name(), parent);
        for (const auto& attribute : parent.attributes()) rest.append_copy(attribute);
        for (const auto& child : parent.children()) {
            if (is_properties(child)) rest.append_copy(child);
        }
        while (node.next_sibling()) rest.append_move(node.next_sibling());
        if (has_only_properties(rest)) rest.parent().remove_child(rest);
        node = parent;
    }
    return node;
}

void set_text(xml_node element, std::string_view text) {
    if (text.empty()) return;
    element.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
}

// A text that was taken apart keeps its blanks, or goes if nothing is left of it.
void finish(xml_node element) {
    if (!element.first_child()) {
        prune(element);
    } else if (!element.attribute("xml:space")) {
        element.append_attribute("xml:space").set_value("preserve");
    }
}

// The texts of a paragraph, without those of boxes within it.
struct Piece {
    xml_node element;
    std::size_t begin;
    std::string text;
};

void gather(const xml_node& element, std::vector<Piece>& pieces, std::string& whole,
            std::vector<xml_node>& stories) {
    for (const auto& child : element.children()) {
        if (is(child, "w:txbxContent")) {
            stories.push_back(child);
        } else if (is(child, "w:t")) {
            pieces.push_back({child, whole.size(), text_of(child)});
            whole += pieces.back().text;
        } else if (!is_gone(child)) {
            gather(child, pieces, whole, stories);
        }
    }
}

void insert_mark(xml_node mark, std::size_t number) {
    mark.set_name(mark_name);
    mark.set_value(std::to_string(number).c_str());
}

}  // namespace

void Marks::complain(std::string_view code, const Mark& mark, Arguments shown) const {
    shown.emplace_back("what", mark.as_written);
    shown.emplace_back("around", mark.around);
    complaints_.add(code, part_, std::move(shown));
}

std::size_t Marks::add(std::string_view text, const Found& found, const xml_node& paragraph) {
    Mark mark;
    mark.as_written =
        std::string(text.substr(found.begin, std::min<std::size_t>(found.end - found.begin, 60)));
    while (broken_utf8(mark.as_written)) mark.as_written.pop_back();
    mark.around = around(text, found);
    mark.paragraph = paragraph;
    if (found.fault == Found::Fault::none) {
        mark.tag = read_tag(text.substr(found.begin + 2, found.end - found.begin - 4));
    } else {
        complain(found.fault == Found::Fault::not_closed ? "docx.not_closed" : "docx.not_opened",
                 mark);
        mark.is_lost = true;
    }
    marks_.push_back(std::move(mark));
    return marks_.size() - 1;
}

void Marks::place_in_properties(pugi::xml_document& document) {
    for (auto node = document.document_element(); node; node = next_in(document, node)) {
        const auto text = text_of(node);
        const auto tags = find_tags(text);
        if (tags.empty()) continue;
        while (node.first_child()) node.remove_child(node.first_child());
        std::size_t at = 0;
        for (const auto& found : tags) {
            set_text(node, std::string_view(text).substr(at, found.begin - at));
            const auto number = add(text, found, node);
            if (!marks_[number].tag.is_field()) complain("docx.tag_place", marks_[number]);
            marks_[number].node = node.append_child(pugi::node_pi);
            insert_mark(marks_[number].node, number);
            at = found.end;
        }
        set_text(node, std::string_view(text).substr(at));
    }
}

void Marks::place(pugi::xml_document& document) {
    std::vector<xml_node> stories;
    const auto root = document.document_element();
    for (const auto& child : root.children()) {
        // Each note is a story of its own, and so is the body; a header is one as a whole.
        if (is(child, "w:body") || is(child, "w:footnote") || is(child, "w:endnote"))
            stories.push_back(child);
    }
    if (stories.empty()) stories.push_back(root);
    // Boxes that are found on the way come last.
    for (std::size_t i = 0; i < stories.size(); ++i) {
        const auto begin = marks_.size();
        const auto story = stories[i];
        scan(story, stories);
        match(begin);
        settle(begin);
        lift(begin);
    }
}

void Marks::scan(const xml_node& element, std::vector<xml_node>& stories) {
    for (auto child = element.first_child(); child; child = child.next_sibling()) {
        if (is(child, "w:p"))
            scan_paragraph(child, stories);
        else if (is(child, "w:txbxContent"))
            stories.push_back(child);
        else if (!is_gone(child))
            scan(child, stories);
    }
}

void Marks::scan_paragraph(xml_node paragraph, std::vector<xml_node>& stories) {
    std::vector<Piece> pieces;
    std::string text;
    gather(paragraph, pieces, text, stories);
    const auto tags = find_tags(text);
    auto found = tags.begin();
    if (marks_.size() + tags.size() > most_tags) {
        if (!tags.empty())
            complaints_.add("docx.too_many_tags", part_, {{"count", std::to_string(most_tags)}});
        return;
    }
    for (auto& [element, begin, own] : pieces) {
        const auto end = begin + own.size();
        auto at = begin;
        if (found == tags.end() || found->begin >= end) continue;
        while (element.first_child()) element.remove_child(element.first_child());
        // A tag may end pieces later: what of them is inside it is passed over.
        while (found != tags.end() && found->begin < end) {
            if (found->begin > at)
                set_text(element, std::string_view(text).substr(at, found->begin - at));
            if (found->end > at) {
                if (found->begin >= begin) {
                    const auto number = add(text, *found, paragraph);
                    auto& mark = marks_[number];
                    if (mark.tag.is_field()) {
                        mark.node = element.append_child(pugi::node_pi);
                    } else {
                        const auto rest = element.parent().insert_child_after("w:t", element);
                        const auto cut = cut_after(element);
                        mark.node = cut.parent().insert_child_after(pugi::node_pi, cut);
                        finish(element);
                        element = rest;
                    }
                    insert_mark(mark.node, number);
                }
                at = found->end;
            }
            if (found->end > end) break;
            ++found;
        }
        if (at < end) set_text(element, std::string_view(text).substr(at, end - at));
        finish(element);
    }
}

// Finds the other half of each tag that opens, in the order of the text.
void Marks::match(std::size_t begin) {
    std::vector<std::size_t> open;
    for (auto number = begin; number < marks_.size(); ++number) {
        auto& mark = marks_[number];
        if (mark.is_lost || mark.tag.is_field()) continue;
        if (mark.tag.opens()) {
            open.push_back(number);
            continue;
        }
        const bool is_end = mark.tag.kind == Tag::Kind::end;
        if (open.empty()) {
            complain(is_end ? "docx.stray_end" : "docx.stray_else", mark);
            mark.is_lost = true;
            continue;
        }
        auto& opening = marks_[open.back()];
        mark.partner = open.back();
        if (is_end) {
            opening.partner = number;
            open.pop_back();
        } else if (opening.tag.kind != Tag::Kind::when || opening.otherwise != Mark::none) {
            complain("docx.stray_else", mark);
            mark.is_lost = true;
        } else {
            opening.otherwise = number;
        }
    }
    for (const auto number : open) {
        complain("docx.no_end", marks_[number]);
        marks_[number].is_lost = true;
    }
}

namespace {

// The row or cell that a tag stands in, within its story.
xml_node storey(const Mark& mark, std::string_view name) {
    for (auto node = mark.paragraph; node; node = node.parent()) {
        if (is(node, name)) return node;
        if (is(node, "w:txbxContent")) break;
    }
    return {};
}

}  // namespace

// A paragraph that holds nothing but tags, blanks and marks of ranges.
bool Marks::is_bare(const xml_node& paragraph) const {
    for (const auto& child : paragraph.children()) {
        if (is_mark(child) || is_range_mark(child) || is_nothing(child)) continue;
        if (is(child, "w:pPr")) continue;
        if (!is(child, "w:r")) return false;
        for (const auto& inner : child.children()) {
            const bool is_text = is(inner, "w:t") &&
                                 !std::any_of(inner.begin(), inner.end(), is_mark) &&
                                 is_blank(text_of(inner));
            if (!is_properties(inner) && !is_nothing(inner) && !is_text) return false;
        }
    }
    return true;
}

// Where a tag that opens acts, with its end.
Acts Marks::acts(const Mark& opening) const {
    const auto& end = marks_[opening.partner];
    const auto row = storey(opening, "w:tr");
    const auto cell = storey(opening, "w:tc");
    const bool in_one_row = row && row == storey(end, "w:tr");
    const bool in_one_cell = cell && cell == storey(end, "w:tc");
    if (opening.tag.place == Tag::Place::row) return in_one_row ? Acts::row : Acts::nowhere;
    if (opening.tag.place == Tag::Place::cell) return in_one_cell ? Acts::cell : Acts::nowhere;
    if (opening.paragraph == end.paragraph) {
        return opening.node.parent() == end.node.parent() ? Acts::inside : Acts::nowhere;
    }
    if (opening.paragraph.parent() == end.paragraph.parent() && is_bare(opening.paragraph) &&
        is_bare(end.paragraph)) {
        return Acts::between;
    }
    return in_one_row && !in_one_cell ? Acts::row : Acts::nowhere;
}

// An else stands as its if does: in the same paragraph, or alone in one of its own.
bool Marks::fits(const Mark& otherwise, const Mark& opening, Acts how) const {
    if (how == Acts::inside) {
        return otherwise.paragraph == opening.paragraph &&
               otherwise.node.parent() == opening.node.parent();
    }
    return how == Acts::between && otherwise.paragraph.parent() == opening.paragraph.parent() &&
           is_bare(otherwise.paragraph);
}

void Marks::settle(std::size_t begin) {
    for (auto number = begin; number < marks_.size(); ++number) {
        auto& opening = marks_[number];
        if (!opening.tag.opens() || opening.is_lost) continue;
        const auto how = acts(opening);
        auto* otherwise = opening.otherwise == Mark::none ? nullptr : &marks_[opening.otherwise];
        const bool is_wrong = how == Acts::nowhere;
        if (is_wrong || (otherwise != nullptr && !fits(*otherwise, opening, how))) {
            complain("docx.tag_place", is_wrong ? opening : *otherwise);
            opening.is_lost = true;
            continue;
        }
        opening.acts = marks_[opening.partner].acts = how;
        if (otherwise != nullptr) otherwise->acts = how;
    }
}

// Moves the marks to where they act, in the order of the text, so that marks which come to stand
// together keep it.
void Marks::lift(std::size_t begin) {
    for (auto number = begin; number < marks_.size(); ++number) {
        auto& mark = marks_[number];
        if (!mark.is_lifted()) continue;
        auto target = mark.acts == Acts::between
                          ? mark.paragraph
                          : storey(mark, mark.acts == Acts::row ? "w:tr" : "w:tc");
        auto parent = target.parent();
        if (mark.acts == Acts::between || mark.tag.opens()) {
            mark.node = parent.insert_move_before(mark.node, target);
        } else {
            while (is_mark(target.next_sibling())) target = target.next_sibling();
            mark.node = parent.insert_move_after(mark.node, target);
        }
    }
    const auto has_another = [](const xml_node& paragraph) {
        const auto all = paragraph.parent().children("w:p");
        return std::distance(all.begin(), all.end()) > 1;
    };
    for (auto number = begin; number < marks_.size(); ++number) {
        const auto paragraph = marks_[number].paragraph;
        if (!paragraph || !marks_[number].is_lifted()) continue;
        // A cell keeps its last one.
        if (marks_[number].acts != Acts::between && !has_another(paragraph)) continue;
        if (!remove_if_bare(paragraph)) continue;
        // Those of one paragraph follow one another.
        for (auto same = number; same < marks_.size() && marks_[same].paragraph == paragraph;
             ++same) {
            marks_[same].paragraph = {};
        }
    }
}

// The paragraph of a tag goes with it.
bool Marks::remove_if_bare(xml_node paragraph) {
    const auto children = paragraph.children();
    if (!is_bare(paragraph) || std::any_of(children.begin(), children.end(), is_mark)) return false;
    auto parent = paragraph.parent();
    for (auto child = paragraph.first_child(); child;) {
        const auto next = child.next_sibling();
        if (is_range_mark(child)) parent.insert_move_before(child, paragraph);
        child = next;
    }
    // LibreOffice hangs the break of an empty paragraph on the one before it. What ends a section
    // comes after the tags, and stays.
    if (paragraph.child("w:pPr").child("w:sectPr")) {
        while (auto run = paragraph.child("w:r")) paragraph.remove_child(run);
    } else {
        parent.remove_child(paragraph);
    }
    return true;
}

}  // namespace nennep::render
