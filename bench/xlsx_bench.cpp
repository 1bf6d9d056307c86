// A list of 100,000 rows with eight typed cells as a workbook, beside plain code for the library
// that writes the same cells in the same mode. What ours does on top: it looks at each text for
// what a workbook cannot hold and for formulas, fits columns and rows, and reads the file back.
#include <benchmark/benchmark.h>
#include <xlsxwriter.h>

#include <filesystem>

#include "main/house.hpp"
#include "render/xlsx/xlsx.hpp"

namespace nennep {
namespace {

using catalogue::Cell;

constexpr std::size_t rows = 100'000;

struct Row {
    std::string name, key, branch, remark;
    Day born, admitted;
    Number fee, points;
};

const std::vector<Row>& members() {
    static const std::vector<Row> all = [] {
        const std::string names[] = {"Nguyễn Thị Thu Thủy", "Trần Ỷ Lan", "Lê Đặng Ẵm", "Phạm Hữu Ợ"};
        std::vector<Row> made;
        for (std::size_t i = 0; i < rows; ++i) {
            const auto number = static_cast<std::int32_t>(i);
            made.push_back({names[i % 4], "HS-" + std::to_string(100'000 + i),
                            "Chi bộ số " + std::to_string(i % 500) + " – Đảng bộ Sở Nội vụ",
                            "Quyết định số " + std::to_string(i) + "-QĐ/ĐUK", Day{number % 15'000},
                            Day{15'000 + number % 3'000}, Number{number * 500, 0}, Number{700 + number % 300, 2}});
        }
        return made;
    }();
    return all;
}

catalogue::List list_of_members() {
    using enum Cell::Kind;
    catalogue::List list;
    list.number = 1;
    list.title = "Kết nạp đảng viên";
    list.columns = {{"name", "Họ và tên", text, 26},        {"key", "Mã", text, 12},
                    {"branch", "Chi bộ", text, 34},         {"remark", "Quyết định", text, 26},
                    {"born", "Ngày sinh", day, 11},         {"admitted", "Ngày kết nạp", day, 11},
                    {"fee", "Đảng phí", number, 14},        {"points", "Điểm", number, 9}};
    list.rows = rows;
    list.each = [](const catalogue::RowReader& reader) {
        for (const auto& row : members()) {
            const Cell cells[]{Cell(row.name), Cell(row.key),      Cell(row.branch), Cell(row.remark),
                               Cell(row.born), Cell(row.admitted), Cell(row.fee),    Cell(row.points)};
            reader(cells);
        }
    };
    return list;
}

std::filesystem::path place() { return std::filesystem::temp_directory_path() / "nennep_bench.xlsx"; }

void finish(benchmark::State& state) {
    state.counters["MB"] = static_cast<double>(std::filesystem::file_size(place())) / 1e6;
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows));
    std::filesystem::remove(place());
}

void list_as_a_workbook(benchmark::State& state) {
    static const auto catalogue = build_catalogue();
    static const world::World world;
    catalogue::Report report;
    report.letterhead.issuer = "Đảng ủy Khối";
    report.lists.push_back(list_of_members());
    const render::Copy copy{.report = report, .catalogue = catalogue, .world = world, .progress = {}};
    for (auto _ : state) render::print_xlsx(copy, place());
    finish(state);
}
BENCHMARK(list_as_a_workbook)->Unit(benchmark::kMillisecond);

lxw_format* bordered(lxw_workbook* book, const char* number_format) {
    auto* format = workbook_add_format(book);
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, 12);
    format_set_border(format, LXW_BORDER_THIN);
    if (number_format != nullptr) format_set_num_format(format, number_format);
    return format;
}

void write_plainly() {
    const std::string file = place();
    std::string folder = place().parent_path();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    auto* book = workbook_new_opt(file.c_str(), &options);
    auto* sheet = workbook_add_worksheet(book, "01 Kết nạp đảng viên");
    auto* text = bordered(book, nullptr);
    auto* day = bordered(book, "dd/mm/yyyy");
    auto* whole = bordered(book, "#,##0");
    auto* hundredths = bordered(book, "#,##0.00");
    constexpr int days_to_1970 = 25'569;
    lxw_row_t at = 0;
    for (const auto& row : members()) {
        worksheet_write_number(sheet, at, 0, at + 1, whole);
        worksheet_write_string(sheet, at, 1, row.name.c_str(), text);
        worksheet_write_string(sheet, at, 2, row.key.c_str(), text);
        worksheet_write_string(sheet, at, 3, row.branch.c_str(), text);
        worksheet_write_string(sheet, at, 4, row.remark.c_str(), text);
        worksheet_write_number(sheet, at, 5, row.born.number() + days_to_1970, day);
        worksheet_write_number(sheet, at, 6, row.admitted.number() + days_to_1970, day);
        worksheet_write_number(sheet, at, 7, static_cast<double>(row.fee.units), whole);
        worksheet_write_number(sheet, at, 8, static_cast<double>(row.points.units) / 100, hundredths);
        ++at;
    }
    ensure(workbook_close(book) == LXW_NO_ERROR, "the plain workbook is written");
}

void same_cells_by_plain_code(benchmark::State& state) {
    for (auto _ : state) write_plainly();
    finish(state);
}
BENCHMARK(same_cells_by_plain_code)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace nennep
