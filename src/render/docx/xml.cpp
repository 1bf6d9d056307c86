#include "render/docx/xml.hpp"

#include "base/text.hpp"

namespace nennep::render {
namespace {

constexpr int deepest = 256;  // what reads the tree calls itself once a storey

bool is_too_deep(const pugi::xml_document& document) {
    int depth = 0;
    for (pugi::xml_node node = document.first_child(); node;) {
        if (depth > deepest) return true;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node) node = node.next_sibling();
    }
    return false;
}

}  // namespace

std::optional<std::string_view> read_xml(std::string_view text, pugi::xml_document& document) {
    // A part in UTF-16 has zeros; nobody writes one, and what is looked for below would not be
    // seen.
    if (text.find('\0') != std::string_view::npos) return "docx.broken_xml";
    // Nor in another encoding, of which the reader would make letters that are none.
    if (broken_utf8(text)) return "docx.broken_xml";
    if (text.find("<!DOCTYPE") != std::string_view::npos ||
        text.find("<!ENTITY") != std::string_view::npos) {
        return "docx.doctype";
    }
    // Blanks are kept: between two words in two runs they are all there is. Processing
    // instructions are not, so that those in the tree are our own marks.
    const unsigned how =
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
    const auto read = document.load_buffer(text.data(), text.size(), how, pugi::encoding_utf8);
    if (read.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!read || !document.document_element()) return "docx.broken_xml";
    if (is_too_deep(document)) return "docx.too_deep";
    return std::nullopt;
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_of(const pugi::xml_node& element) {
    std::string text;
    for (const auto& child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    }
    return text;
}

pugi::xml_node around_it(pugi::xml_node node, std::string_view name) {
    while (node && !is(node, name)) node = node.parent();
    return node;
}

pugi::xml_node next_in(const pugi::xml_node& root, pugi::xml_node node) {
    if (node.first_child()) return node.first_child();
    while (node && node != root && !node.next_sibling()) node = node.parent();
    return !node || node == root ? pugi::xml_node() : node.next_sibling();
}

}  // namespace nennep::render
