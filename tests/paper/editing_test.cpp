// Templates go through other people's hands: what an editor makes of the product's own when it is
// saved there must still be one.
#include <fstream>

#include "printing.hpp"
#include "render/docx/docx.hpp"
#include "temporary_folder.hpp"

namespace nennep::paper {
namespace {

class Editing : public testing::TestWithParam<Language> {
protected:
    // The program's own template, opened and saved again by LibreOffice.
    std::string saved_again() const {
        const auto own = work_ / "own.docx";
        std::ofstream(own, std::ios::binary) << render::own_docx_template(GetParam());
        return content_of(converted({own}, "docx:MS Word 2007 XML", work_) / "own.docx");
    }

    std::string text_of(const Printing::Wish& wish) {
        printing_.docx(wish, work_ / "filled.docx");
        const auto pdf = converted({work_ / "filled.docx"}, "pdf", work_) / "filled.pdf";
        std::string all;
        for (const auto& page : text_of_pages(pdf, "-raw", work_)) all += joined(page) + " ";
        return all;
    }

    TemporaryFolder folder_;
    const Path& work_ = folder_.path();
    Printing printing_;
};

TEST_P(Editing, LeavesTheOwnTemplateATemplate) {
    const auto bytes = saved_again();
    for (const bool with_annex : {true, false}) {
        const Printing::Wish wish{
            .language = GetParam(), .with_annex = with_annex, .document_template = bytes};
        const auto report = printing_.report(wish);
        const auto text = text_of(wish);
        std::size_t at = 0;
        for (const auto& block : report.blocks) {
            if (block.kind != catalogue::Block::Kind::heading) continue;
            const auto found = text.find(joined(block.text), at);
            EXPECT_NE(found, std::string::npos) << block.text;
            at = std::min(found, text.size());
        }
        for (const auto& list : report.lists) {
            const auto title = std::to_string(list.number) + ". " + list.title;
            const auto found = text.find(joined(title), at);
            EXPECT_NE(found, std::string::npos) << title;
            at = std::min(found, text.size());
        }
        EXPECT_EQ(text.find("{{"), std::string::npos) << "no tag is left";
    }
}

INSTANTIATE_TEST_SUITE_P(languages, Editing, testing::Values(Language::vi, Language::en),
                         [](const auto& chosen) { return chosen.param == Language::vi ? "vi" : "en"; });

}  // namespace
}  // namespace nennep::paper
