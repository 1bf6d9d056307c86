// The workbook's rules for texts, names and days, and what happens when it cannot be written.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "main/house.hpp"
#include "render/xlsx/read_back.hpp"
#include "render/xlsx/workbook.hpp"
#include "render/xlsx/xlsx.hpp"
#include "temporary_folder.hpp"

namespace nennep::render {
namespace {

using namespace xlsx;

// UTF-16 units, as Excel counts.
std::size_t units(std::string_view text) {
    std::size_t all = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        all += (byte & 0xc0) == 0x80 ? 0 : byte >= 0xf0 ? 2 : 1;
    }
    return all;
}

TEST(WorkbookCells, HoldWhatXmlAllows) {
    CellWriter write;
    EXPECT_STREQ(write("Nguyễn\x01 Thị\x0b\x1f Thủy\xef\xbf\xbf").text, "Nguyễn Thị Thủy");
    EXPECT_STREQ(write("một\r\nhai\rba\n").text, "một\nhai\nba\n");
    EXPECT_STREQ(write("_x0041_ _x004_ _X0041_").text, "_x005F_x0041_ _x004_ _X0041_");
    EXPECT_EQ(write("hai dòng,\ndòng sau dài hơn").letters, 16u);
    EXPECT_TRUE(write("một\rhai").has_line_breaks);
}

TEST(WorkbookCells, KnowWhatWouldBeAFormula) {
    CellWriter write;
    for (const auto* text : {"=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1"}) {
        EXPECT_TRUE(write(text).is_like_a_formula) << text;
    }
    for (const auto* text : {"", "a=b", " =1", "Đ", "'=1"}) EXPECT_FALSE(write(text).is_like_a_formula) << text;
}

TEST(WorkbookCells, AreCutBetweenLetters) {
    CellWriter write;
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "Ỹ😀";
    const std::string cut = write(text).text;
    EXPECT_TRUE(cut.ends_with("…"));
    EXPECT_FALSE(broken_utf8(cut));
    EXPECT_LE(units(cut), longest_cell);
    EXPECT_GE(units(cut), longest_cell - 1);
    const std::string fits(longest_cell, 'x');
    EXPECT_EQ(write(fits).text, fits);
}

TEST(WorkbookCells, TakeAsManyLinesAsTheyNeed) {
    EXPECT_EQ(lines_of("", 10), 1u);
    EXPECT_EQ(lines_of("mười chữ ạ", 10), 1u);
    EXPECT_EQ(lines_of("mười một chữ", 10), 2u);
    EXPECT_EQ(lines_of("Điểm bình quân", 6), 3u);
    EXPECT_EQ(lines_of("một\n\nhai", 10), 3u);
    EXPECT_EQ(lines_of(std::string(25, 'w'), 10), 3u);
}

TEST(WorkbookSheets, AreNamedAsExcelAllows) {
    SheetNames names;
    EXPECT_EQ(names.take("01 Kết nạp đảng viên"), "01 Kết nạp đảng viên");
    EXPECT_EQ(names.take("02 Nam/nữ [a:b] \\ có * không?"), "02 Nam-nữ (a-b) - có không");
    EXPECT_EQ(names.take("03 Đảng viên được tặng Huy hiệu Đảng các loại"), "03 Đảng viên được tặng Huy…");
    EXPECT_EQ(names.take("'Nháy'"), "’Nháy’");
    EXPECT_EQ(names.take("HISTORY"), "HISTORY (2)");
    EXPECT_EQ(names.take("01 KẾT nạp ĐẢNG viên"), "01 KẾT nạp ĐẢNG viên (2)");
    for (const auto* wanted : {"", "?", "một tên dài đúng ba mươi hai chữ", "mộttêndàikhôngcóchỗnàođểcắtbớtchữ",
                               "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀"}) {
        const auto name = names.take(wanted);
        EXPECT_FALSE(name.empty()) << wanted;
        EXPECT_LE(units(name), longest_name) << name;
        EXPECT_FALSE(broken_utf8(name)) << wanted;
    }
    EXPECT_EQ(first_cell_of("02 Ô 'khó'"), "'02 Ô ''khó'''!A1");
}

TEST(WorkbookDays, BeginWithMarch1900) {
    EXPECT_FALSE(as_serial(Day::of(1900, 2, 28).value()));
    EXPECT_EQ(as_serial(Day::of(1900, 3, 1).value()), 61);
    EXPECT_EQ(as_serial(Day::of(2020, 2, 24).value()), 43885);
    EXPECT_FALSE(as_serial(Day::never()));
    EXPECT_FALSE(as_serial(Day::beginning()));
}

TEST(WorkbookNumbers, HaveFifteenDigits) {
    EXPECT_TRUE(is_exact({999'999'999'999'999, 2}));
    EXPECT_FALSE(is_exact({-1'000'000'000'000'000, 0}));
    EXPECT_EQ(as_double({9231, 2}), 92.31);
}

class Workbooks : public testing::Test {
protected:
    Workbooks() {
        report_.title = "Báo cáo thử";
        report_.letterhead.issuer = "Đảng ủy Khối";
        catalogue::List list;
        list.number = 1;
        list.title = "Kết nạp đảng viên";
        list.columns = {{"name", "Họ và tên"}, {"on", "Ngày", catalogue::Cell::Kind::day}};
        list.rows = 500;
        list.each = [](const catalogue::RowReader& reader) {
            for (int i = 0; i < 500; ++i) {
                const catalogue::Cell cells[]{catalogue::Cell("Trần Ỷ Lan"), catalogue::Cell(Day{i})};
                reader(cells);
            }
        };
        report_.lists.push_back(std::move(list));
    }
    std::string printed(const std::string& name) const {
        print_xlsx({report_, catalogue(), world_, Language::vi, 1'610'000'000'000, {}}, folder_.path() / name);
        std::ifstream in(folder_.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static const catalogue::Catalogue& catalogue() {
        static const auto all = build_catalogue();
        return all;
    }

    TemporaryFolder folder_;
    catalogue::Report report_;
    world::World world_;
};

TEST_F(Workbooks, AreTheSameForTheSameCopy) { EXPECT_EQ(printed("a.xlsx"), printed("b.xlsx")); }

TEST_F(Workbooks, ThatAreNotWholeDoNotCount) {
    const auto path = folder_.path() / "a.xlsx";
    const auto whole = printed("a.xlsx");
    EXPECT_TRUE(is_whole(path, {1000, 10'000}));
    EXPECT_FALSE(is_whole(path, {1000, 10'000'000})) << "rows are missing";
    EXPECT_FALSE(is_whole(path, {1000, 10'000, 1})) << "a sheet is missing";
    std::filesystem::resize_file(path, whole.size() - 100);
    EXPECT_FALSE(is_whole(path, {1000, 10'000}));
}

TEST_F(Workbooks, LeaveNothingWhereTheyCannotBeWritten) {
    EXPECT_THROW(printed("missing/a.xlsx"), Fault);
    report_.lists.front().each = [](const catalogue::RowReader& reader) {
        const catalogue::Cell cells[2];
        reader(cells);
        throw Fault("store.missing", "the disk is gone");
    };
    EXPECT_THROW(printed("a.xlsx"), Fault);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

}  // namespace
}  // namespace nennep::render
