#include "render/xlsx/workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "base/result.hpp"
#include "render/xlsx/read_back.hpp"

namespace nennep::render::xlsx {
namespace {

constexpr const char* font = "Times New Roman";
constexpr unsigned char serifs = 1;             // its family, by which a stand-in is chosen
constexpr double line_height = 16.5;            // points; room for the marks above capitals
constexpr double greatest_height = 409;         // that Excel takes
constexpr lxw_color_t light_grey = 0xe7e6e6;
constexpr lxw_color_t blue = 0x0563c1;
constexpr int widest_upright = 90;              // letters on a page of A4 that stands

void ensure_set(lxw_error error) { ensure(error == LXW_NO_ERROR, lxw_strerror(error)); }

void set_font(lxw_format* format, int size) {
    format_set_font_name(format, font);
    format_set_font_family(format, serifs);
    format_set_font_size(format, size);
}

lxw_col_t column(unsigned number) { return static_cast<lxw_col_t>(number); }

}  // namespace

bool is_exact(Number number) {
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    return number.units > -limit && number.units < limit;
}

double as_double(Number number) {
    const auto units = static_cast<double>(number.units);
    return number.decimals == 0 ? units : units / 100.0;
}

std::optional<double> as_serial(Day day) {
    static const Day first = Day::of(1900, 3, 1).value();
    static const Day last = Day::of(9999, 12, 31).value();
    constexpr int serial_of_first = 61;         // for Excel, 1900 had a 29 February
    if (day < first || day > last) return std::nullopt;
    return day.number() - first.number() + serial_of_first;
}

Sheet::Sheet(Workbook& book, lxw_worksheet* sheet, std::string name)
    : book_(book), sheet_(sheet), name_(std::move(name)) {
    // Not every program looks how high a row should be: all heights are said.
    worksheet_set_default_row(sheet_, line_height, LXW_FALSE);
}

void Sheet::text(At at, std::string_view text, const Look& look) {
    const auto content = writer_(text);
    auto marked = look;
    if (content.is_like_a_formula) marked.number_format = "@";
    ensure_set(worksheet_write_string(sheet_, at.row, column(at.column), content.text,
                                      book_.format(marked)));
}

void Sheet::text(At at, const CellText& text, const TextFormats& formats, bool is_wrapped) {
    const auto format = text.is_like_a_formula
                            ? (is_wrapped ? formats.marked_and_wrapped : formats.marked)
                            : (is_wrapped ? formats.wrapped : formats.plain);
    ensure_set(worksheet_write_string(sheet_, at.row, column(at.column), text.text, format));
}

void Sheet::number(At at, const std::optional<Number>& number, const Look& look) {
    if (!number) {
        blank(at, book_.format(look));
    } else if (is_exact(*number)) {
        this->number(at, as_double(*number), book_.format(look));
    } else {
        text(at, plain(*number), look);
    }
}

void Sheet::number(At at, double number, Format format) {
    ensure_set(worksheet_write_number(sheet_, at.row, column(at.column), number, format));
}

void Sheet::blank(At at, Format format) {
    ensure_set(worksheet_write_blank(sheet_, at.row, column(at.column), format));
}

void Sheet::across(unsigned row, std::string_view text, const std::vector<int>& widths,
                   const Look& look) {
    auto wrapped = look;
    wrapped.is_wrapped = true;
    std::size_t room = 0;
    for (const int width : widths) room += static_cast<std::size_t>(width);
    const auto content = writer_(text);
    if (content.is_like_a_formula) wrapped.number_format = "@";
    height(row, lines_of(content.text, room), look.size);
    if (widths.size() == 1) return this->text({row, 0}, text, wrapped);
    ensure_set(worksheet_merge_range(sheet_, row, 0, row, column(static_cast<unsigned>(widths.size() - 1)),
                                     content.text, book_.format(wrapped)));
}

void Sheet::height(unsigned row, std::size_t lines, int size) {
    const double wanted = line_height * size / 12 * static_cast<double>(lines);
    ensure_set(worksheet_set_row(sheet_, row, std::min(wanted, greatest_height), nullptr));
}

void Sheet::link(At at, std::string_view sheet_name) {
    const std::string url = "internal:" + first_cell_of(sheet_name);
    ensure_set(worksheet_write_url(sheet_, at.row, column(at.column), url.c_str(), nullptr));
}

void Sheet::set_up(const Setup& setup) {
    int all = 0;
    for (unsigned i = 0; i < setup.widths.size(); ++i) {
        all += setup.widths[i];
        ensure_set(worksheet_set_column(sheet_, column(i), column(i), setup.widths[i] + 1.0, nullptr));
    }
    const auto last_column = column(static_cast<unsigned>(setup.widths.size() - 1));
    worksheet_freeze_panes(sheet_, setup.head_row + 1, column(setup.frozen_columns));
    if (setup.has_filter) {
        ensure_set(worksheet_autofilter(sheet_, setup.head_row, 0, setup.last_row, last_column));
    }
    constexpr unsigned char a4 = 9;
    worksheet_set_paper(sheet_, a4);
    if (all > widest_upright) worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, 0.6, 0.4, 0.6, 0.7);      // inches
    worksheet_fit_to_pages(sheet_, 1, 0);
    ensure_set(worksheet_repeat_rows(sheet_, setup.head_row, setup.head_row));
    ensure_set(worksheet_print_area(sheet_, setup.first_printed_row, 0, setup.last_row, last_column));
    const auto footer = fmt::format("&L&\"{0},Regular\"&10&A&R&\"{0},Regular\"&10{1}", font, setup.page);
    ensure_set(worksheet_set_footer(sheet_, footer.c_str()));
}

std::uintmax_t Sheet::stored() {
    lxw_worksheet_write_single_row(sheet_);
    auto* file = sheet_->optimize_tmpfile;
    // The library does not look whether its writing succeeds.
    if (std::fflush(file) != 0 || std::ferror(file) != 0) book_.fail();
    return static_cast<std::uintmax_t>(std::max(0L, std::ftell(file)));
}

// The library closes these files only when it has written the workbook.
void Sheet::abandon() { std::fclose(sheet_->optimize_tmpfile); }

Workbook::Workbook(const std::filesystem::path& path, const Properties& properties)
    : path_(path), folder_(path.has_parent_path() ? path.parent_path().string() : ".") {
    // A zip archive is finished at its beginning: what cannot be wound back holds none.
    if (!std::ofstream(path, std::ios::binary | std::ios::trunc)) fail();
    if (!std::filesystem::is_regular_file(path)) fail();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder_.data();
    book_ = workbook_new_opt(path_.c_str(), &options);
    if (book_ == nullptr) fail();
    // The first format is that of cells without one, by which widths are measured too.
    auto* usual = STAILQ_FIRST(book_->formats);
    set_font(usual, 12);
    auto title = properties.title;
    auto author = properties.author;
    lxw_doc_properties shown{};
    shown.title = title.data();
    shown.author = author.data();
    // Of a file without a moment the library would say the present one.
    shown.created = std::max<std::int64_t>(1, properties.created_ms / 1000);
    ensure_set(workbook_set_properties(book_, &shown));
}

Workbook::~Workbook() {
    if (book_ != nullptr) {
        for (auto& sheet : sheets_) sheet.abandon();
        lxw_workbook_free(book_);
    }
    std::error_code ignored;
    if (!is_saved_ && std::filesystem::is_regular_file(path_, ignored)) {
        std::filesystem::remove(path_, ignored);
    }
}

Sheet& Workbook::add(const std::string& name) {
    auto* sheet = workbook_add_worksheet(book_, name.c_str());
    // Names are allowed ones; so there is no room for its file, or no right to make one.
    if (sheet == nullptr || sheet->optimize_tmpfile == nullptr) fail();
    return sheets_.emplace_back(*this, sheet, name);
}

Format Workbook::format(const Look& look) {
    const auto [found, is_new] = formats_.try_emplace(look);
    auto*& format = found->second;
    if (!is_new) return format;
    format = workbook_add_format(book_);
    set_font(format, look.size);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (!look.number_format.empty()) format_set_num_format(format, look.number_format.c_str());
    if (look.is_bold) format_set_bold(format);
    if (look.is_italic) format_set_italic(format);
    if (look.is_grey) format_set_bg_color(format, light_grey);
    if (look.is_wrapped) format_set_text_wrap(format);
    if (look.is_centred) format_set_align(format, LXW_ALIGN_CENTER);
    if (look.has_borders) format_set_border(format, LXW_BORDER_THIN);
    if (look.is_link) {
        format_set_font_color(format, blue);
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    return format;
}

TextFormats Workbook::text_formats(const Look& look) {
    auto wrapped = look;
    wrapped.is_wrapped = true;
    auto marked = look;
    marked.number_format = "@";
    auto both = marked;
    both.is_wrapped = true;
    return {format(look), format(wrapped), format(marked), format(both)};
}

void Workbook::save() {
    std::vector<std::uintmax_t> bytes;
    for (auto& sheet : sheets_) bytes.push_back(sheet.stored());
    // Each sheet is copied once more before it is packed. A disk that is too small for that is
    // seen here, since the library would go on without a part of the rows.
    std::error_code error;
    const auto space = std::filesystem::space(folder_, error);
    if (!error && space.available < *std::max_element(bytes.begin(), bytes.end())) fail();
    if (workbook_close(std::exchange(book_, nullptr)) != LXW_NO_ERROR) fail();
    if (!is_whole(path_, bytes)) fail();
    is_saved_ = true;
}

void Workbook::fail() const { throw Fault("out.unwritable", path_.string()); }

}  // namespace nennep::render::xlsx
