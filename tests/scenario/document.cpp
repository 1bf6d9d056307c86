#include "document.hpp"

#include <zip.h>

#include <map>
#include <memory>
#include <stdexcept>

namespace nennep::scenario {
namespace {

constexpr const char* main_part = "word/document.xml";

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else out += c;
    }
    return out;
}

std::string paragraph(const std::string& text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r></w:p>";
}

std::string row(const std::string& line) {
    std::string out = "<w:tr>";
    for (std::size_t at = 1; at < line.size();) {
        const auto end = line.find('|', at);
        if (end == std::string::npos) throw std::runtime_error("a row ends with |");
        auto cell = line.substr(at, end - at);
        while (cell.starts_with(' ')) cell.erase(0, 1);
        while (cell.ends_with(' ')) cell.pop_back();
        out += "<w:tc><w:tcPr/>" + paragraph(cell) + "</w:tc>";
        at = end + 1;
    }
    return out + "</w:tr>";
}

using Parts = std::map<std::string, std::string>;

Parts parts_of(const std::vector<std::string>& lines) {
    Parts parts{
        {"[Content_Types].xml",
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
         R"(<Default Extension="xml" ContentType="application/xml"/>)"
         R"(<Override PartName="/word/document.xml" ContentType=)"
         R"("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)"},
        {"_rels/.rels",
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
         R"(<Relationship Id="r1" Target="word/document.xml" Type=)"
         R"("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>)"}};
    std::string body;
    bool in_table = false;
    for (const auto& line : lines) {
        if (line.starts_with("part ")) {
            const auto space = line.find(' ', 5);
            parts[line.substr(5, space - 5)] = space == std::string::npos ? "" : line.substr(space + 1);
            continue;
        }
        const bool is_row = line.starts_with('|');
        if (is_row != in_table) body += is_row ? "<w:tbl><w:tblPr/>" : "</w:tbl>";
        in_table = is_row;
        body += is_row ? row(line) : paragraph(line);
    }
    if (in_table) body += "</w:tbl>";
    parts.emplace(main_part, R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
                             "<w:body>" + body + "<w:sectPr/></w:body></w:document>");
    return parts;
}

struct Closing {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

}  // namespace

std::string document_of(const std::vector<std::string>& lines) {
    const auto parts = parts_of(lines);
    const std::unique_ptr<zip_source_t, Closing> memory(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    auto* archive = zip_open_from_source(memory.get(), ZIP_TRUNCATE, nullptr);
    if (archive == nullptr) throw std::runtime_error("no package can be made");
    zip_source_keep(memory.get());
    for (const auto& [name, content] : parts) {
        auto* part = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), part, ZIP_FL_ENC_UTF_8) < 0) {
            throw std::runtime_error(name + " cannot be packed");
        }
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the package cannot be made");
    zip_stat_t size;
    zip_source_stat(memory.get(), &size);
    std::string bytes(size.size, '\0');
    zip_source_open(memory.get());
    zip_source_read(memory.get(), bytes.data(), bytes.size());
    zip_source_close(memory.get());
    return bytes;
}

std::string lines_in_document(const std::string& bytes) {
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    const std::unique_ptr<zip_t, Closing> archive(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    zip_stat_t size;
    if (!archive || zip_stat(archive.get(), main_part, 0, &size) != 0) throw std::runtime_error("no document");
    std::string xml(size.size, '\0');
    auto* part = zip_fopen(archive.get(), main_part, 0);
    zip_fread(part, xml.data(), xml.size());
    zip_fclose(part);

    // Tags are looked at by their names alone; what is between them is text.
    std::string out;
    bool in_row = false;
    for (std::size_t at = 0; at < xml.size();) {
        if (xml[at] != '<') {
            const auto end = std::min(xml.find('<', at), xml.size());
            out += xml.substr(at, end - at);
            at = end;
            continue;
        }
        const auto close = std::min(xml.find('>', at), xml.size() - 1);
        const auto tag = xml.substr(at, close + 1 - at);
        const auto is = [&](std::string_view name) {
            return tag.starts_with(name) && !std::isalpha(static_cast<unsigned char>(tag[name.size()]));
        };
        if (is("<w:tr")) {
            in_row = true;
            out += "|";
        } else if (is("</w:tr")) {
            in_row = false;
            out += "\n";
        } else if (is("<w:tc")) {
            out += " ";
        } else if (is("</w:tc")) {
            out += " |";
        } else if (is("</w:p") && !in_row) {
            out += "\n";
        }
        at = close + 1;
    }
    return out.substr(std::min(out.find_first_not_of('\n'), out.size()));
}

}  // namespace nennep::scenario
