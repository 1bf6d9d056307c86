#include "render/docx/own_template.hpp"

namespace nennep::embedded {
extern const std::string_view docx_content_types;
extern const std::string_view docx_package_rels;
extern const std::string_view docx_core;
extern const std::string_view docx_app;
extern const std::string_view docx_document;
extern const std::string_view docx_document_rels;
extern const std::string_view docx_styles;
extern const std::string_view docx_settings;
extern const std::string_view docx_font_table;
extern const std::string_view docx_header;
}  // namespace nennep::embedded

namespace nennep::render {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
}

// One template serves both languages. What differs beside words: the language that spelling is
// checked by, the signs of numbers, and the room of the name of the Party, under which a rule is
// drawn as long as it is.
std::string in_language(std::string_view xml, Language language) {
    std::string text(xml);
    if (language == Language::vi) return text;
    replace_all(text, R"(w:val="vi-VN")", R"(w:val="en-GB")");
    replace_all(text, R"(<w:decimalSymbol w:val=","/>)", R"(<w:decimalSymbol w:val="."/>)");
    replace_all(text, R"(<w:listSeparator w:val=";"/>)", R"(<w:listSeparator w:val=","/>)");
    replace_all(text, R"(w:w="4700")", R"(w:w="4100")");
    replace_all(text, R"(w:w="4655")", R"(w:w="5255")");
    replace_all(text, R"(w:left="261" w:right="261")", R"(w:left="61" w:right="61")");
    return text;
}

}  // namespace

Parts own_template(Language language) {
    Parts parts;
    const auto add = [&](const char* name, std::string_view bytes) {
        parts.push_back({name, in_language(bytes, language)});
    };
    add("[Content_Types].xml", embedded::docx_content_types);
    add("_rels/.rels", embedded::docx_package_rels);
    add("docProps/core.xml", embedded::docx_core);
    add("docProps/app.xml", embedded::docx_app);
    add("word/document.xml", embedded::docx_document);
    add("word/_rels/document.xml.rels", embedded::docx_document_rels);
    add("word/styles.xml", embedded::docx_styles);
    add("word/settings.xml", embedded::docx_settings);
    add("word/fontTable.xml", embedded::docx_font_table);
    add("word/header1.xml", embedded::docx_header);
    return parts;
}

}  // namespace nennep::render
