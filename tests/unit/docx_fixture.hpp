// A small report, and documents made of a few words for it.
#pragma once
#include <filesystem>
#include <fstream>

#include "books_fixture.hpp"
#include "render/docx/docx.hpp"
#include "render/docx/package.hpp"
#include "temporary_folder.hpp"

namespace nennep::test {

using catalogue::Block;
using catalogue::Cell;
using render::Parts;
using Codes = std::vector<std::string>;

inline constexpr std::string_view main_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

inline std::string types(std::string_view type = main_type, const std::string& more = "") {
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
           R"(<Override PartName="/word/document.xml" ContentType=")" +
           std::string(type) +
           R"("/>)"
           R"(<Override PartName="/word/header1.xml" ContentType=")" +
           word +
           R"(header+xml"/>)"
           R"(<Override PartName="/word/footnotes.xml" ContentType=")" +
           word + R"(footnotes+xml"/>)" + more + "</Types>";
}

inline std::string relationships(const std::string& inner) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           inner + "</Relationships>";
}

inline std::string document(const std::string& body) {
    return R"(<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>)" + body +
           "</w:body></w:document>";
}

inline std::string run(const std::string& text, const std::string& properties = "") {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
           R"(<w:t xml:space="preserve">)" + text + "</w:t></w:r>";
}
inline std::string paragraph(const std::string& text) { return "<w:p>" + run(text) + "</w:p>"; }
inline std::string cell(const std::string& text) { return "<w:tc>" + paragraph(text) + "</w:tc>"; }
inline std::string row(const std::vector<std::string>& texts) {
    std::string out = "<w:tr>";
    for (const auto& text : texts) out += cell(text);
    return out + "</w:tr>";
}
inline std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/>" + rows + "</w:tbl>"; }

inline Parts template_of(const std::string& body) {
    return {{"[Content_Types].xml", types()}, {"word/document.xml", document(body)}};
}

// The text of a part, paragraphs apart by "|", cells by "/", rows by "#".
inline std::string words_of(const std::string& xml) {
    std::string out;
    bool in_text = false;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        if (xml[i] != '<') {
            if (in_text) out += xml[i];
            continue;
        }
        const auto rest = std::string_view(xml).substr(i);
        if (rest.starts_with("<w:t>") || rest.starts_with("<w:t ")) in_text = true;
        if (rest.starts_with("</w:t>")) in_text = false;
        if (rest.starts_with("</w:p>") || rest.starts_with("<w:p/>")) out += '|';
        if (rest.starts_with("</w:tc>")) out.back() = '/';
        if (rest.starts_with("</w:tr>")) out.back() = '#';
        if (rest.starts_with("<w:br/>")) out += '~';
        i = xml.find('>', i);
    }
    return out;
}

class Docx : public testing::Test {
protected:
    void SetUp() override {
        world_.directory.add(house().organisations(), 1, "DUK");
        world_.directory.edit(1).label = "Đảng bộ Khối";
        report_.organisation = {1};
        report_.year = 2020;
        report_.title = "về công tác & <năm>";
        report_.letterhead.recipients = {"Tỉnh ủy", "Lưu Văn phòng"};
        report_.letterhead.year = 2021;
        for (const auto& figure : house().figures()) {
            if (!figure.about_figures) report_.figures.emplace_back().figure = &figure;
        }
        line("members.admitted").value = Number{369, 0};
        line("members.admitted").previous = Number{342, 0};
        line("members.left").value = Number{0, 0};
        report_.blocks.push_back({.kind = Block::Kind::heading, .text = "I. MỞ ĐẦU"});
        report_.blocks.push_back({.kind = Block::Kind::paragraph, .text = "Lời văn."});
        report_.lists.push_back(list());
        report_.list_of = [](const catalogue::Figure&) { return list(); };
    }

    catalogue::FigureLine& line(std::string_view name) {
        for (auto& one : report_.figures) {
            if (one.figure->name == name) return one;
        }
        throw Bug("no such figure");
    }

    static catalogue::List list() {
        catalogue::List list;
        list.number = 1;
        list.title = "Kết nạp";
        list.columns = {{"name", "Họ tên", Cell::Kind::text, 12},
                        {"amount", "Số", Cell::Kind::number, 12}};
        list.rows = 2;
        list.each = [](const catalogue::RowReader& read) {
            const Cell first[]{Cell("Đỗ Ỹ"), Cell(Number{1234, 0})};
            const Cell second[]{Cell("Võ Ặ"), Cell()};
            read(first);
            read(second);
        };
        return list;
    }

    Refusals check(const Parts& parts) const {
        return render::check_docx_template(house(), render::packed(parts, 0), "mau.docx");
    }
    std::vector<std::string> codes(const Refusals& refusals) const {
        std::vector<std::string> all;
        for (const auto& refusal : refusals.all()) {
            all.push_back(refusal.code);
            EXPECT_TRUE(house().texts().has("refusal." + refusal.code)) << refusal.code;
        }
        return all;
    }
    std::vector<std::string> codes(const std::string& body) const {
        return codes(check(template_of(body)));
    }

    Parts printed(const Parts& parts) const {
        const auto path = folder_.path() / "printed.docx";
        const render::Copy copy{report_, house(), world_, Language::vi, 1'611'129'600'000, {}};
        const auto done = render::print_docx(copy, render::packed(parts, 0), "mau.docx", path);
        if (!done) {
            ADD_FAILURE() << done.error().all().front().code;
            return {};
        }
        std::ifstream in(path, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        std::filesystem::remove(path);
        return render::unpacked(bytes, "out.docx").value();
    }
    std::string printed_xml(const std::string& body) const {
        const auto parts = printed(template_of(body));
        return parts.empty() ? "" : render::find(parts, "word/document.xml")->bytes;
    }
    std::string words(const std::string& body) const { return words_of(printed_xml(body)); }

    TemporaryFolder folder_;
    world::World world_;
    catalogue::Report report_;
};

}  // namespace nennep::test
