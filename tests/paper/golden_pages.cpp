// Pages of the made-up committee's report, compared with pictures that somebody has looked at. Which
// page is meant is said by what stands on it, so that a page more before it does no harm.
//
//   golden_pages [--update]      in the folder where pictures of what differs may be left
#include <iostream>

#include "picture.hpp"
#include "printing.hpp"
#include "temporary_folder.hpp"

namespace nennep::paper {
namespace {

const Path pictures = PAPER_PICTURES;
bool is_update = false;

struct Size {
    double width = 0, height = 0;
    bool is_landscape() const { return width > height; }
};

// The pages of one document.
class Document {
public:
    Document(Path pdf, const Path& work) : pdf_(std::move(pdf)), work_(work) {
        for (const auto& page : text_of_pages(pdf_, "-raw", work)) texts_.push_back(joined(page));
        std::istringstream in(output_of({"pdfinfo", "-l", std::to_string(texts_.size()), pdf_.string()}, work));
        for (std::string line; std::getline(in, line);) {
            std::istringstream words(line);
            std::string page, number, size, times;
            Size found;
            if (words >> page >> number >> size >> found.width >> times >> found.height && page == "Page" &&
                size == "size:") {
                sizes_.push_back(found);
            }
        }
        if (sizes_.size() != texts_.size()) throw std::runtime_error("pdfinfo does not tell the sizes of all pages");
    }

    unsigned page_with(const std::string& words) const {
        for (std::size_t i = 0; i < texts_.size(); ++i) {
            if (texts_[i].find(words) != std::string::npos) return number(i);
        }
        ADD_FAILURE() << pdf_ << ": no page has \"" << words << "\"";
        return 1;
    }

    // The first one after the annex has begun.
    unsigned of_annex(bool is_landscape) const {
        for (std::size_t i = page_with("PHỤ LỤC") - 1; i < sizes_.size(); ++i) {
            if (sizes_[i].is_landscape() == is_landscape) return number(i);
        }
        ADD_FAILURE() << pdf_ << ": no such page in the annex";
        return 1;
    }

    void expect(unsigned page, const std::string& name, unsigned within = 0) const {
        const auto now = page_of(pdf_, page, work_);
        ASSERT_TRUE(now) << pdf_ << ": page " << page;
        const auto stored = pictures / (name + ".png");
        if (is_update) {
            write_png(stored, *now);
            std::cout << "stored " << stored.string() << ", page " << page << "\n";
            return;
        }
        const auto objection = objection_to(*now, stored, std::filesystem::current_path(), within);
        EXPECT_EQ(objection, "") << name << ", page " << page;
    }

private:
    static unsigned number(std::size_t index) { return static_cast<unsigned>(index) + 1; }

    Path pdf_;
    const Path& work_;
    std::vector<std::string> texts_;
    std::vector<Size> sizes_;
};

class GoldenPages : public testing::Test {
protected:
    Document pdf(const Printing::Wish& wish) {
        printing_.pdf(wish, work_ / "report.pdf");
        return {work_ / "report.pdf", work_};
    }

    TemporaryFolder folder_;
    const Path& work_ = folder_.path();
    Printing printing_;
};

TEST_F(GoldenPages, Report) {
    const auto report = pdf({});
    report.expect(1, "first");
    report.expect(report.page_with("Phát triển đảng viên và nghiệp vụ đảng viên theo tháng"), "months");
    report.expect(report.page_with("Kết quả thực hiện chỉ tiêu năm 2020"), "targets");
    report.expect(report.page_with("Nơi nhận:"), "signature");
    report.expect(report.of_annex(false), "annex-portrait");
    report.expect(report.of_annex(true), "annex-landscape");
    report.expect(report.page_with("Thiên Hương Ỷ Lan"), "annex-names");
    report.expect(report.page_with(". Đảng phí đã thu"), "annex-sums");
}

TEST_F(GoldenPages, ReportInEnglish) {
    const auto report = pdf({.language = Language::en, .with_annex = false});
    report.expect(1, "english-first");
    report.expect(report.page_with("Targets of 2020, set and reached"), "english-targets");
}

TEST_F(GoldenPages, LetterheadWithAllItsParts) {
    const auto report = pdf({.with_annex = false,
                             .letterhead = {{"place", "Đông Hải"},
                                            {"post", "PHÓ BÍ THƯ THƯỜNG TRỰC"},
                                            {"signer", "Nguyễn Ngọc Ỹ Thường"},
                                            {"recipient", "Ban Thường vụ Tỉnh ủy (để báo cáo),"},
                                            {"recipient", "Lưu Văn phòng Đảng ủy Khối."}},
                             .is_registered = true});
    report.expect(1, "letterhead");
    report.expect(report.page_with("Nguyễn Ngọc Ỹ Thường"), "letterhead-signature");
}

// As an office sees it that opens the DOCX. The pages are laid out by LibreOffice: what it may place
// a point (0.4 mm) aside in its next version is no fault of ours.
TEST_F(GoldenPages, DocumentThroughLibreOffice) {
    constexpr unsigned within = 1;
    printing_.docx({}, work_ / "report.docx");
    const Document document(converted({work_ / "report.docx"}, "pdf", work_) / "report.pdf", work_);
    document.expect(1, "office-first", within);
    document.expect(document.page_with("Tỷ lệ dự họp"), "office-table", within);
    document.expect(document.page_with("Nơi nhận:"), "office-signature", within);
    document.expect(document.page_with("Thiên Hương Ỷ Lan"), "office-names", within);
}

// Two printings differ in nothing: otherwise no picture could be relied on.
TEST_F(GoldenPages, AreTheSameBytesEachTime) {
    for (const char* name : {"one", "two"}) {
        Printing printing;
        printing.pdf({}, work_ / (std::string(name) + ".pdf"));
        printing.docx({}, work_ / (std::string(name) + ".docx"));
    }
    EXPECT_EQ(content_of(work_ / "one.pdf"), content_of(work_ / "two.pdf"));
    EXPECT_EQ(content_of(work_ / "one.docx"), content_of(work_ / "two.docx"));
}

}  // namespace
}  // namespace nennep::paper

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) != "--update") {
            std::cerr << "usage: golden_pages [--update]\n";
            return 2;
        }
        nennep::paper::is_update = true;
    }
    // Also of LibreOffice, which is started from here.
    setenv("FONTCONFIG_FILE", PAPER_FONTS, 1);
    return RUN_ALL_TESTS();
}
