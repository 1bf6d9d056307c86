// Whether the comparison of pages sees what a reader would: one wrong digit, accent or stop on a
// full page. The pages are drawn here, so that nothing but the slip differs.
#include <cairo-pdf.h>
#include <gtest/gtest.h>
#include <pango/pangocairo.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "compare_pages.hpp"
#include "picture.hpp"
#include "temporary_folder.hpp"

namespace nennep::paper {
namespace {

using Path = std::filesystem::path;

constexpr double a4_width = 595.28, a4_height = 841.89;     // points

std::string full_page() {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text +=
            "Đảng ủy Khối các Cơ quan và Doanh nghiệp tỉnh đã kết nạp 368 đảng viên, đạt 122,67% chỉ "
            "tiêu; đồng chí Nguyễn Thị Thu Thủy, Ỹ Ỵ Ặ Ẵ ợ ự ễ.\n";
    }
    return text;
}

// The same page with one slip in its middle.
std::string with(const std::string& right, const std::string& wrong) {
    auto text = full_page();
    const auto place = text.find(right, text.size() / 2);
    return text.replace(place, right.size(), wrong);
}

enum class Mark { none, box, rule };

void draw(const Path& pdf, const std::string& text, double size, Mark mark = Mark::none, int pages = 1) {
    auto* surface = cairo_pdf_surface_create(pdf.c_str(), a4_width, a4_height);
    auto* context = cairo_create(surface);
    auto* layout = pango_cairo_create_layout(context);
    auto* font = pango_font_description_from_string("Liberation Serif");
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 450 * PANGO_SCALE);
    pango_layout_set_text(layout, text.c_str(), -1);
    for (int page = 0; page < pages; ++page) {
        cairo_move_to(context, 85, 57);
        pango_cairo_show_layout(context, layout);
        cairo_set_line_width(context, 0.5);
        if (mark == Mark::box) cairo_rectangle(context, 300.2, 700.2, size * 0.4, size * 0.6);
        if (mark == Mark::rule) {
            cairo_move_to(context, 300, 700.3);
            cairo_line_to(context, 330, 700.3);
        }
        cairo_stroke(context);
        cairo_show_page(context);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
}

class Pages : public testing::Test {
protected:
    Picture picture(const std::string& text, double size, Mark mark = Mark::none) const {
        draw(work_ / "page.pdf", text, size, mark);
        return page_of(work_ / "page.pdf", 1, work_).value();
    }

    int call(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--work", work_.string(), (work_ / "a.pdf").string(),
                                           (work_ / "stored").string()});
        std::ostringstream out;
        const int status = compare_pages(arguments, out);
        said_ = out.str();
        return status;
    }

    TemporaryFolder folder_;
    const Path& work_ = folder_.path();
    std::string said_;
};

TEST_F(Pages, AreAlikeWhenNothingChanged) {
    const auto difference = compare(picture(full_page(), 14), picture(full_page(), 14));
    EXPECT_FALSE(difference);
    EXPECT_EQ(difference.greatest, 0);
}

TEST_F(Pages, DifferByOneAccentLetterDigitOrStop) {
    const std::pair<const char*, const char*> slips[] = {
        {"368", "363"}, {"368", "388"}, {"122,67", "122.67"}, {"kết", "kêt"}, {"kết", "két"}, {"Thủy", "Thuy"},
        {"đạt", "đat"}, {"đã", "dã"},   {"quan", "quau"},     {"Ẵ", "Ă"},     {"Ẵ", "Ặ"},     {"Ỵ", "Y"},
        {"ợ", "ơ"},     {"ợ", "ọ"},     {"ự", "ư"},           {"ễ", "ê"},     {"ễ", "ể"},     {"ễ.", "ễ"}};
    for (const double size : {10.0, 12.0, 14.0}) {
        const auto stored = picture(full_page(), size);
        for (const auto& [right, wrong] : slips) {
            const auto difference = compare(stored, picture(with(right, wrong), size));
            EXPECT_TRUE(difference) << wrong << " for " << right << " at " << size << " points: " << difference.told();
        }
    }
}

TEST_F(Pages, DifferByABoxOrARule) {
    const auto stored = picture(full_page(), 14);
    EXPECT_TRUE(compare(stored, picture(full_page(), 14, Mark::box)));
    EXPECT_TRUE(compare(stored, picture(full_page(), 14, Mark::rule)));
}

TEST_F(Pages, AreAlikeWithSofterEdges) {
    const auto stored = picture(full_page(), 14);
    auto now = stored;
    for (std::size_t i = 0; i < now.points.size(); ++i) {
        auto& point = now.points[i];
        if (point > 40 && point < 215) point = static_cast<std::uint8_t>(point + (i % 2 == 0 ? 30 : -30));
    }
    EXPECT_FALSE(compare(stored, now));
    now.points[now.points.size() / 2] ^= 0x80;
    EXPECT_EQ(compare(stored, now).points, 1u);
}

// As the pages of other people's programs are compared.
TEST_F(Pages, MayStandAPointAsideButLackNothing) {
    const auto stored = picture(full_page(), 14);
    auto now = stored;
    std::rotate(now.points.begin(), now.points.end() - 1 - now.width, now.points.end());    // down, and right
    EXPECT_TRUE(compare(stored, now));
    EXPECT_FALSE(compare(stored, now, 1));
    std::rotate(now.points.begin(), now.points.end() - now.width, now.points.end());
    EXPECT_TRUE(compare(stored, now, 1)) << "two lines of points down";
    EXPECT_TRUE(compare(stored, picture(full_page(), 14, Mark::box), 1));
    EXPECT_TRUE(compare(stored, picture(full_page(), 14, Mark::rule), 1));
    EXPECT_TRUE(compare(stored, picture(with("122,67", ""), 14), 1)) << "a word is gone";
    EXPECT_TRUE(compare(stored, picture(full_page(), 13.5), 1)) << "smaller letters";
}

TEST_F(Pages, AreOfOneSize) {
    const auto stored = picture(full_page(), 14);
    auto now = stored;
    now.height -= 1;
    now.points.resize(now.points.size() - now.width);
    EXPECT_TRUE(compare(stored, now));
}

TEST_F(Pages, AreStoredAndComparedByTheProgram) {
    draw(work_ / "a.pdf", full_page(), 14, Mark::none, 3);
    EXPECT_EQ(call({}), 2) << "nothing is stored, and no pages are named";
    EXPECT_EQ(call({"--pages", "1"}), 1) << said_;
    EXPECT_EQ(call({"--update", "--pages", "1,3"}), 0) << said_;
    EXPECT_TRUE(std::filesystem::exists(work_ / "stored" / "page-003.png"));
    EXPECT_FALSE(std::filesystem::exists(work_ / "stored" / "page-002.png"));
    EXPECT_LT(std::filesystem::file_size(work_ / "stored" / "page-001.png"), 40'000u);
    EXPECT_EQ(call({}), 0) << said_;

    draw(work_ / "a.pdf", with("Thủy", "Thuy"), 14, Mark::none, 2);
    EXPECT_EQ(call({}), 1);
    EXPECT_NE(said_.find("page 1: "), std::string::npos) << said_;
    EXPECT_NE(said_.find("page 3: the PDF has no such page"), std::string::npos) << said_;
    EXPECT_TRUE(std::filesystem::exists(work_ / "stored-page-001.now.png"));
    EXPECT_TRUE(std::filesystem::exists(work_ / "stored-page-001.difference.png"));

    EXPECT_EQ(call({"--update", "--pages", "1"}), 0) << said_;
    EXPECT_EQ(call({"--pages", "1"}), 0) << said_;
    EXPECT_FALSE(std::filesystem::exists(work_ / "stored-page-001.difference.png")) << "left from before";
    for (const auto* bad : {"0", "x", "1-", "-1"}) EXPECT_EQ(call({"--pages", bad}), 2) << bad;
}

}  // namespace
}  // namespace nennep::paper
