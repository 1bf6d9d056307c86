// What programs get to know of the PDF: those that read it aloud, copy from it, search in it or list
// its bookmarks.
#include <algorithm>
#include <regex>
#include <sstream>

#include "base/text.hpp"
#include "printing.hpp"
#include "temporary_folder.hpp"

namespace nennep::paper {
namespace {

using Texts = std::vector<std::string>;

Texts lines_of(const std::string& text) {
    std::istringstream in(text);
    Texts lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// The last catalogue that the file has, without blanks.
std::string catalogue_of(const std::string& pdf) {
    static const std::regex catalogue("/Type ?/Catalog");
    std::smatch found;
    std::ptrdiff_t at = -1;
    for (std::sregex_iterator hit(pdf.begin(), pdf.end(), catalogue), end; hit != end; ++hit) at = hit->position();
    if (at < 0) return {};
    const auto begin = pdf.rfind(" obj", static_cast<std::size_t>(at));
    auto object = pdf.substr(begin, pdf.find("endobj", static_cast<std::size_t>(at)) - begin);
    std::erase_if(object, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
    return object;
}

class Reading : public testing::Test {
protected:
    Reading() { printing_.pdf({}, pdf_); }

    std::string info(const std::string& name) const {
        for (const auto& line : lines_of(output_of({"pdfinfo", pdf_.string()}, work_))) {
            if (line.starts_with(name + ":")) return joined(line.substr(name.size() + 1));
        }
        return {};
    }

    // Letterhead, title, sections, signature, annex: what must follow one another.
    Texts expected_order() {
        Texts all{"TỈNH ỦY ĐÔNG HẢI", "ĐẢNG CỘNG SẢN VIỆT NAM", "BÁO CÁO", report_.title};
        for (const auto& heading : sections()) all.push_back(heading);
        all.insert(all.end(), {"Nơi nhận:", "PHỤ LỤC"});
        all.push_back(heading_of(report_.lists.front()));
        all.push_back(heading_of(report_.lists.back()));
        return all;
    }

    Texts sections() const {
        Texts all;
        for (const auto& block : report_.blocks) {
            if (block.kind == catalogue::Block::Kind::heading) all.push_back(block.text);
        }
        return all;
    }

    static std::string heading_of(const catalogue::List& list) {
        return std::to_string(list.number) + ". " + list.title;
    }

    void expect_in_order(const std::string& text, const Texts& all) const {
        std::size_t at = 0;
        for (const auto& words : all) {
            const auto place = text.find(words, at);
            EXPECT_NE(place, std::string::npos)
                << "\"" << words << "\" " << (text.find(words) == std::string::npos ? "is missing" : "comes too early");
            if (place != std::string::npos) at = place + words.size();
        }
    }

    TemporaryFolder folder_;
    const Path& work_ = folder_.path();
    const Path pdf_ = work_ / "report.pdf";
    Printing printing_;
    const catalogue::Report report_ = printing_.report({});
};

TEST_F(Reading, FileSaysWhatItIs) {
    EXPECT_EQ(info("Title"), report_.title);
    EXPECT_EQ(info("Author"), "ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH");
    EXPECT_EQ(info("Tagged"), "yes");
    EXPECT_TRUE(info("Page size").ends_with("(A4)")) << info("Page size");
    EXPECT_EQ(info("JavaScript"), "no");
    EXPECT_EQ(info("Encrypted"), "no");
}

TEST_F(Reading, FileSaysItsLanguage) {
    EXPECT_NE(catalogue_of(content_of(pdf_)).find("/Lang(vi-VN)"), std::string::npos);
    printing_.pdf({.language = Language::en, .with_annex = false}, work_ / "english.pdf");
    EXPECT_NE(catalogue_of(content_of(work_ / "english.pdf")).find("/Lang(en"), std::string::npos);
}

TEST_F(Reading, FontsGoWithTheFileAndTheirLettersCanBeCopied) {
    const auto lines = lines_of(output_of({"pdffonts", pdf_.string()}, work_));
    ASSERT_GT(lines.size(), 2u);
    const auto column = [&](const char* name) { return lines.front().find(name); };
    for (std::size_t i = 2; i < lines.size(); ++i) {
        EXPECT_NE(lines[i].find("LiberationSerif"), std::string::npos) << lines[i];
        for (const char* name : {"emb", "sub", "uni"}) {
            EXPECT_EQ(lines[i].substr(column(name), 3), "yes") << name << ": " << lines[i];
        }
    }
}

TEST_F(Reading, TextFollowsTheOrderOfThePage) {
    std::string text;
    for (const auto& page : text_of_pages(pdf_, "-layout", work_)) text += joined(page) + " ";
    EXPECT_EQ(sections().size(), 5u);
    expect_in_order(text, expected_order());
    EXPECT_EQ(composed(text), text) << "letters fall apart";
    for (const char* words : {"Ỹ Ặ Ẵ Ợ Ễ ỵ ặ ẵ ợ ễ", "Phạm Thị Ỹ", "Chi bộ Công ty cổ phần Ỷ Ngữ",
                              "ứng phó biến đổi khí hậu", "93,94%", "32.070.000"}) {
        EXPECT_NE(text.find(words), std::string::npos) << words;
    }
}

// What a screen reader follows is the tree of tags, not the page.
TEST_F(Reading, TagsFollowTheOrderOfThePage) {
    std::string text;
    for (const auto& line : lines_of(output_of({"pdfinfo", "-struct-text", pdf_.string()}, work_))) {
        const auto begin = line.find('"'), end = line.rfind('"');
        if (begin != end) text += line.substr(begin + 1, end - begin - 1) + " ";
    }
    expect_in_order(joined(text), expected_order());
}

TEST_F(Reading, BookmarksListSectionsAndLists) {
    const auto xml = output_of({"pdftohtml", "-xml", "-i", "-stdout", "-f", "1", "-l", "1", pdf_.string()}, work_);
    const auto outline = xml.substr(std::min(xml.find("<outline>"), xml.size()));
    static const std::regex item("<item page=\"([0-9]+)\">([^<]*)</item>");
    Texts bookmarks;
    int page = 0;
    for (std::sregex_iterator hit(outline.begin(), outline.end(), item), end; hit != end; ++hit) {
        bookmarks.push_back((*hit)[2]);
        EXPECT_GE(std::stoi((*hit)[1]), page) << bookmarks.back();
        page = std::stoi((*hit)[1]);
    }
    Texts expected;
    using Kind = catalogue::Block::Kind;
    for (const auto& block : report_.blocks) {
        if (block.kind == Kind::heading || block.kind == Kind::subheading) expected.push_back(block.text);
    }
    expected.push_back("PHỤ LỤC");
    for (const auto& list : report_.lists) expected.push_back(heading_of(list));
    EXPECT_EQ(bookmarks, expected);
}

}  // namespace
}  // namespace nennep::paper
