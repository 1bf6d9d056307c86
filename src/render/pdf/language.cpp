#include "render/pdf/language.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include "base/result.hpp"

namespace nennep::render {
namespace {

constexpr auto nowhere = std::string_view::npos;

// The number at the beginning of a text, after spaces.
std::size_t number_at(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \r\n"), text.size()));
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    ensure(read.ec == std::errc(), "cairo's trailer has numbers where they are expected");
    return number;
}

// What follows a word, looked for from the end.
std::string_view after_last(std::string_view text, std::string_view word) {
    const auto at = text.rfind(word);
    ensure(at != nowhere, "cairo writes a classic trailer");
    return text.substr(at + word.size());
}

// An entry of the table of objects: twenty bytes, always.
std::string table_entry(std::size_t offset) {
    std::array<char, 24> line{};
    std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", offset);
    return line.data();
}

// The inside of an object's dictionary: of `12 0 obj << … >> endobj`.
std::string_view dictionary(std::string_view object, std::size_t number) {
    const auto head = std::to_string(number) + " 0 obj";
    ensure(object.starts_with(head), "the object is where the table says");
    object = object.substr(0, object.find("endobj"));
    const auto open = object.find("<<");
    const auto close = object.rfind(">>");
    ensure(open != nowhere && close != nowhere && open < close, "the object is a dictionary");
    return object.substr(open + 2, close - open - 2);
}

}  // namespace

void set_language(std::string& pdf, Language language) {
    const std::string_view before = pdf;
    const auto table_offset = number_at(after_last(before, "startxref"));
    const auto trailer = after_last(before, "trailer");
    const auto entries = trailer.substr(0, trailer.find(">>"));
    const auto root = number_at(after_last(entries, "/Root"));
    const auto info = number_at(after_last(entries, "/Info"));
    const auto size = number_at(after_last(entries, "/Size"));

    // cairo's table is one section from 0: `xref`, `0 n`, then twenty bytes an object.
    ensure(table_offset < before.size() && root < size, "the table lies within the document");
    const auto table = before.substr(table_offset);
    ensure(table.starts_with("xref\n0 "), "the table begins with object 0");
    const auto first = table.find('\n', 5) + 1;
    ensure(first + 20 * (root + 1) <= table.size(), "the table has the catalog");
    const auto root_offset = number_at(table.substr(first + 20 * root, 10));
    ensure(root_offset < before.size(), "the catalog lies within the document");
    const auto catalog = dictionary(before.substr(root_offset), root);
    ensure(catalog.find("/Catalog") != nowhere && catalog.find("/Lang") == nowhere,
           "the root is a catalog without a language");

    std::string update = "\n";
    const auto number = std::to_string(root);
    const auto new_offset = pdf.size() + update.size();
    update += number + " 0 obj\n<<" + std::string(catalog) + "   /Lang (" +
              (language == Language::vi ? "vi-VN" : "en") +
              ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n";
    const auto new_table = pdf.size() + update.size();
    update += "xref\n" + number + " 1\n" + table_entry(new_offset) + "trailer\n<< /Size " +
              std::to_string(size) + "\n   /Root " + number + " 0 R\n   /Info " + std::to_string(info) +
              " 0 R\n   /Prev " + std::to_string(table_offset) + "\n>>\nstartxref\n" +
              std::to_string(new_table) + "\n%%EOF\n";
    pdf += update;
}

}  // namespace nennep::render
