#include "render/docx/safety.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "render/docx/xml.hpp"

namespace nennep::render {
namespace {

constexpr std::string_view types_part = "[Content_Types].xml";
constexpr std::string_view document_type = "wordprocessingml.document.main+xml";
constexpr std::string_view template_type = "wordprocessingml.template.main+xml";

bool contains(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

template <std::size_t size>
bool contains_one_of(std::string_view text, const std::array<std::string_view, size>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](auto piece) { return contains(text, piece); });
}

// Pieces of names of parts and of content types.
constexpr std::array<std::string_view, 5> of_macros{"vbaproject", "vbadata", "macroenabled",
                                                    "attachedtoolbars", "keymapcustomizations"};
constexpr std::array<std::string_view, 4> of_objects{"activex", "oleobject", "embeddings/",
                                                     "afchunk"};
// What relationships lead to: the last step of their type.
constexpr std::array<std::string_view, 6> of_objects_by_type{
    "oleobject", "control", "activexcontrolbinary", "package", "afchunk", "subdocument"};
// Fields that fetch, run or show what lies elsewhere. QUOTE can spell the name of any of them.
constexpr std::array<std::string_view, 13> fetching{
    "dde",      "ddeauto",     "includetext", "includepicture", "include",    "import", "link",
    "database", "macrobutton", "rd",          "autotext",       "gotobutton", "quote"};
constexpr std::array<std::string_view, 5> fetching_elements{"altChunk", "subDoc", "mailMerge",
                                                            "OLEObject", "control"};

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), text) != names.end();
}

// What a reader sees before following it.
bool is_web_or_mail(std::string_view target) {
    const auto address = in_small_letters(target);
    return address.starts_with("http://") || address.starts_with("https://") ||
           address.starts_with("mailto:");
}

class Check {
public:
    Check(const Parts& parts, Complaints& complaints) : parts_(parts), complaints_(complaints) {}

    void all() {
        for (const auto& part : parts_) {
            const auto name = in_small_letters(part.name);
            if (contains_one_of(name, of_macros)) complain("docx.macros", part);
            if (contains_one_of(name, of_objects)) complain("docx.embedded", part);
            if (!name.ends_with(".xml") && !name.ends_with(".rels") && !name.ends_with(".vml"))
                continue;
            pugi::xml_document document;
            if (const auto code = read_xml(part.bytes, document)) {
                complain(*code, part);
                continue;
            }
            if (part.name == types_part) check_types(part, document);
            if (name.ends_with(".rels"))
                check_relationships(part, document);
            else if (name.starts_with("word/"))
                check_content(part, document);
        }
    }

private:
    void complain(std::string_view code, const Part& part, std::string_view what = "") {
        complaints_.add(code, part.name, {{"what", std::string(what.empty() ? part.name : what)}});
    }

    void check_types(const Part& part, const pugi::xml_document& document) {
        for (const auto& entry : document.document_element().children()) {
            const auto type = in_small_letters(entry.attribute("ContentType").value());
            if (contains_one_of(type, of_macros))
                complain("docx.macros", part);
            else if (contains_one_of(type, of_objects))
                complain("docx.embedded", part, type);
        }
    }

    void check_relationships(const Part& part, const pugi::xml_document& document) {
        for (const auto& entry : document.document_element().children()) {
            const auto type = in_small_letters(entry.attribute("Type").value());
            const std::string_view target = entry.attribute("Target").value();
            const auto mode = in_small_letters(entry.attribute("TargetMode").value());
            const bool leaves = (!mode.empty() && mode != "internal") || contains(target, ":") ||
                                target.starts_with("//") || contains(target, "\\");
            const auto what = std::string_view(type).substr(type.rfind('/') + 1);
            if (contains_one_of(what, of_macros))
                complain("docx.macros", part, target);
            else if (leaves && !(type.ends_with("/hyperlink") && is_web_or_mail(target))) {
                // A link into the document itself is written so by some.
                if (!(type.ends_with("/hyperlink") && target.starts_with("#"))) {
                    complain("docx.outside_link", part, target);
                }
            } else if (is_one_of(what, of_objects_by_type))
                complain("docx.embedded", part, target);
        }
    }

    // Fields that compute, and elements that fetch.
    void check_content(const Part& part, const pugi::xml_document& document) {
        std::string code;
        for (auto node = document.document_element(); node; node = next_in(document, node)) {
            const auto name = local_name(node.name());
            if (name == "instrText")
                code += text_of(node);
            else if (name == "fldChar" || name == "p")
                code += '\n';
            else if (name == "fldSimple")
                code += '\n' + std::string(around_attribute(node, "instr")) + '\n';
            else if (is_one_of(name, fetching_elements)) {
                complain(name == "OLEObject" || name == "control" ? "docx.embedded"
                                                                  : "docx.outside_link",
                         part, name);
            }
        }
        check_code(part, code);
    }

    static std::string_view around_attribute(const pugi::xml_node& node, std::string_view name) {
        for (const auto& attribute : node.attributes()) {
            if (local_name(attribute.name()) == name) return attribute.value();
        }
        return {};
    }

    void check_code(const Part& part, const std::string& code) {
        std::string word;
        bool after_link = false;
        bool in_quotes = false;
        for (const char c : code + '\n') {
            const bool ends =
                in_quotes ? c == '"' || c == '\n' : c == ' ' || c == '\n' || c == '\t' || c == '"';
            if (!ends) {
                word += c;
                continue;
            }
            const bool was_quoted = in_quotes;
            if (c == '"') in_quotes = !in_quotes;
            if (c == '\n') in_quotes = false;  // no field goes on there
            if (word.empty()) continue;
            const auto plain = in_small_letters(word);
            // HYPERLINK "address" or HYPERLINK \l "bookmark".
            if (after_link && plain.front() != '\\' && !is_web_or_mail(word)) {
                complain("docx.outside_link", part, word);
            }
            after_link = !was_quoted && plain == "hyperlink";
            if (!was_quoted && is_one_of(plain, fetching)) {
                complain("docx.fetching_field", part, word);
            }
            word.clear();
        }
    }

    const Parts& parts_;
    Complaints& complaints_;
};

// The word for a part by its content type, where it may hold tags.
std::string_view word_for(std::string_view type) {
    if (type.ends_with("wordprocessingml.header+xml")) return "header";
    if (type.ends_with("wordprocessingml.footer+xml")) return "footer";
    if (type.ends_with("wordprocessingml.footnotes+xml")) return "footnotes";
    if (type.ends_with("wordprocessingml.endnotes+xml")) return "endnotes";
    if (type.ends_with("core-properties+xml")) return "properties";
    if (type.ends_with(document_type) || type.ends_with(template_type)) return "body";
    return "";
}

}  // namespace

Layout layout_of(const Parts& parts, Complaints& complaints) {
    Layout layout;
    const auto* types = find(parts, types_part);
    pugi::xml_document document;
    if (types != nullptr && !read_xml(types->bytes, document)) {
        for (const auto& entry : document.document_element().children("Override")) {
            std::string_view name = entry.attribute("PartName").value();
            if (name.starts_with('/')) name.remove_prefix(1);
            const auto word = word_for(entry.attribute("ContentType").value());
            if (word.empty() || find(parts, name) == nullptr) continue;
            if (word == "body") layout.body = name;
            layout.tagged.emplace_back(name, word);
        }
    }
    if (layout.body.empty()) {
        const bool has_macros = types != nullptr && contains(in_small_letters(types->bytes), "macroenabled");
        complaints.add(has_macros ? "docx.macros" : "docx.not_a_document", "",
                       {{"what", "macroEnabled"}});
    }
    return layout;
}

void check_safety(const Parts& parts, Complaints& complaints) { Check(parts, complaints).all(); }

void make_document(Parts& parts) {
    auto* types = find(parts, types_part);
    if (types == nullptr) return;
    const auto at = types->bytes.find(template_type);
    if (at != std::string::npos) types->bytes.replace(at, template_type.size(), document_type);
}

}  // namespace nennep::render
