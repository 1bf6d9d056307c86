// The sample year, printed in every form by the real program and opened by real other programs:
// everywhere the same figures as in the JSON, and in the workbook as many rows in a figure's list
// as the figure says.
//
//   figures_agree PROGRAM
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "scenario/document.hpp"
#include "shown_figures.hpp"
#include "temporary_folder.hpp"

namespace nennep::paper {
namespace {

std::string program;

// Every sheet of a workbook, separated by commas, in UTF-8, cells as values.
constexpr const char* all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

// One row for each figure, on paper so wide (56 cm) that none needs a second line.
std::string template_of_all_figures() {
    const auto cell = [](int width, const char* field) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) +
               "\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>" + field + "</w:t></w:r></w:p></w:tc>";
    };
    return scenario::document_of(
        {"part word/document.xml <w:document "
         "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl><w:tblPr>"
         "<w:tblW w:w=\"30000\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
         "<w:gridCol w:w=\"9000\"/><w:gridCol w:w=\"13000\"/><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/>"
         "</w:tblGrid><w:tr>" +
         cell(9000, "{{each figures}}{{name}}") + cell(13000, "{{label}}") + cell(4000, "{{value}}") +
         cell(4000, "{{previous}}{{end}}") +
         "</w:tr></w:tbl><w:p/><w:sectPr><w:pgSz w:w=\"31680\" w:h=\"16838\"/>"
         "<w:pgMar w:top=\"700\" w:right=\"500\" w:bottom=\"700\" w:left=\"500\" w:header=\"0\" w:footer=\"0\" "
         "w:gutter=\"0\"/></w:sectPr></w:body></w:document>"});
}

// "TT" above the running number is where a list's table begins.
struct ListSheet {
    std::string title;                  // "Kết nạp đảng viên"
    std::vector<std::string> head;
    Rows rows;
};

class FiguresAgree : public testing::Test {
protected:
    // The books are played and everything is printed and opened once, for all tests.
    static void SetUpTestSuite() {
        folder_ = std::make_unique<TemporaryFolder>();
        const auto& work = folder_->path();
        nennep({"demo"});
        print("json", "figures.json", {});
        std::ofstream(work / "all.docx", std::ios::binary) << template_of_all_figures();
        print("docx", "by-template.docx", {"--template", (work / "all.docx").string()});
        print("docx", "own.docx", {"--annex", "none"});
        print("pdf", "printed.pdf", {"--annex", "none"});
        print("xlsx", "book.xlsx", {});
        report_ = shown_report(content_of(work / "figures.json"));
        papers_ = converted({work / "by-template.docx", work / "own.docx"}, "pdf", work);
        const auto sheets = converted({work / "book.xlsx"}, all_sheets, work);
        for (const auto& sheet : std::filesystem::directory_iterator(sheets)) take_sheet(rows_of(sheet.path()));
    }
    static void TearDownTestSuite() { folder_.reset(); }

    static void nennep(std::vector<std::string> words) {
        constexpr int seconds = 150;
        words.insert(words.begin(), program);
        words.insert(words.end(), {"--data", (folder_->path() / "books").string()});
        output_of(words, folder_->path(), seconds);
    }

    static void print(const std::string& format, const std::string& file, const std::vector<std::string>& more) {
        const auto path = (folder_->path() / file).string();
        std::vector<std::string> words{"report", "annual", "--org", "DUK", "--year", "2020", "--format", format,
                                       "-o", path};
        words.insert(words.end(), more.begin(), more.end());
        nennep(words);
    }

    static void take_sheet(Rows rows) {
        const auto head = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
            return row.front() == "TT" || row.front() == "Số liệu";
        });
        if (head == rows.end()) throw std::runtime_error("a sheet without a table: " + rows.front().front());
        if (head->front() == "TT") {
            const auto& title = rows.at(1).front();
            lists_[std::stoi(title)] = {title.substr(title.find(". ") + 2), *head, {head + 1, rows.end()}};
        } else if (std::find(head->begin(), head->end(), "Tháng 1") != head->end()) {
            months_ = {head + 1, rows.end()};
        } else if (std::find(head->begin(), head->end(), "Danh sách") != head->end()) {
            figures_ = {head + 1, rows.end()};
        }
    }

    // As it was written, without the numbers of pages.
    static std::string text_of(const Path& pdf) {
        std::string text;
        const auto pages = text_of_pages(pdf, "-raw", folder_->path());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            auto page = joined(pages[i]);
            const auto number = std::to_string(i + 1);
            if (page.starts_with(number + " ")) page.erase(0, number.size() + 1);
            else if (page.ends_with(" " + number)) page.resize(page.size() - number.size() - 1);
            text += page + " ";
        }
        return text;
    }

    static inline std::unique_ptr<TemporaryFolder> folder_;
    static inline ShownReport report_;
    static inline Path papers_;
    static inline Rows figures_;                // label, unit, value, previous …, list
    static inline Rows months_;
    static inline std::map<int, ListSheet> lists_;
};

// Where in the text, after `from`, the label stands before these amounts; npos if nowhere.
std::size_t place_of(const std::string& text, std::size_t from, const std::string& label,
                     const std::vector<Amount>& amounts, std::string& nearest) {
    nearest.clear();
    for (auto at = text.find(label + " ", from); at != std::string::npos; at = text.find(label + " ", at + 1)) {
        std::istringstream in(text.substr(at + label.size(), 400));
        std::string found;
        const bool are_all = std::all_of(amounts.begin(), amounts.end(), [&](const Amount& amount) {
            std::string word;
            in >> word;
            if (word == "≥" || word == "≤") in >> word;
            found += " " + word;
            return amount_in_vietnamese(word) == amount;
        });
        if (are_all) return at;
        if (nearest.empty()) nearest = label + found;
    }
    return std::string::npos;
}

// Every paragraph, table and (where it is a table) chart of the report stands in the text, in order.
void expect_blocks(const std::string& text, const ShownReport& report, bool has_months) {
    std::size_t at = 0;
    for (const auto& block : report.blocks) {
        if (block.figures.empty() && !block.text.empty()) {
            const auto place = text.find(joined(block.text), at);
            EXPECT_TRUE(place != std::string::npos) << "not found in its order: " << block.text;
            if (place != std::string::npos) at = place;
        }
        if (block.kind == "progress" || (block.kind == "months" && !has_months)) continue;
        for (const auto& figure : block.figures) {
            std::vector<Amount> amounts{figure.value, figure.previous};
            // Of the year to come: what is aimed at, and what there is now.
            if (block.kind == "targets") amounts = {figure.target, figure.previous};
            if (block.kind == "months") amounts.assign(figure.by_month.begin(), figure.by_month.end());
            std::string nearest;
            const auto place = place_of(text, at, joined(figure.label), amounts, nearest);
            std::string wanted;
            for (const auto& amount : amounts) wanted += " " + told(amount);
            EXPECT_TRUE(place != std::string::npos) << figure.name << ": \"" << figure.label << "\" should stand with"
                                                    << wanted << "; there is: " << nearest;
            if (place != std::string::npos) at = place;
        }
    }
}

TEST_F(FiguresAgree, InADocumentByATemplateOfAllFigures) {
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& page : text_of_pages(papers_ / "by-template.pdf", "-layout", folder_->path())) {
        std::istringstream in(page);
        for (std::string line; std::getline(in, line);) {
            // Columns stand two or more blanks apart.
            std::vector<std::string> cells;
            for (std::size_t from = line.find_first_not_of(' '); from != std::string::npos;) {
                const auto end = std::min(line.find("  ", from), line.size());
                cells.push_back(line.substr(from, end - from));
                from = line.find_first_not_of(' ', end);
            }
            if (!cells.empty()) rows[cells.front()] = cells;
        }
    }
    EXPECT_EQ(rows.size(), report_.figures.size());
    for (const auto& figure : report_.figures) {
        auto cells = rows[figure.name];
        cells.resize(4);
        EXPECT_EQ(cells[1], figure.label) << figure.name;
        EXPECT_EQ(told(amount_in_vietnamese(cells[2])), told(figure.value)) << figure.name << ": value";
        EXPECT_EQ(told(amount_in_vietnamese(cells[3])), told(figure.previous)) << figure.name << ": previous";
    }
}

TEST_F(FiguresAgree, InTheOwnDocument) { expect_blocks(text_of(papers_ / "own.pdf"), report_, true); }

TEST_F(FiguresAgree, InThePdf) { expect_blocks(text_of(folder_->path() / "printed.pdf"), report_, false); }

TEST_F(FiguresAgree, OnTheSheetOfFigures) {
    std::map<std::string, const std::vector<std::string>*> rows;
    for (const auto& row : figures_) rows[row.at(0)] = &row;
    for (const auto& figure : report_.figures) {
        ASSERT_NE(rows[figure.label], nullptr) << figure.name << ": \"" << figure.label << "\" is on no row";
        const auto& row = *rows[figure.label];
        EXPECT_EQ(told(amount_in_cell(row.at(2))), told(figure.value)) << figure.name << ": value";
        EXPECT_EQ(told(amount_in_cell(row.at(3))), told(figure.previous)) << figure.name << ": previous";
    }
    std::size_t of_months = 0;
    for (const auto& block : report_.blocks) {
        if (block.kind != "months") continue;
        for (const auto& figure : block.figures) {
            const auto row = std::find_if(months_.begin(), months_.end(),
                                          [&](const auto& cells) { return cells.front() == figure.label; });
            ASSERT_NE(row, months_.end()) << figure.name << " by month";
            for (std::size_t i = 0; i < 12; ++i, ++of_months) {
                EXPECT_EQ(told(amount_in_cell(row->at(2 + i))), told(figure.by_month[i]))
                    << figure.name << ": month " << i + 1;
            }
        }
    }
    EXPECT_GT(of_months, 0u);
}

// What the column of a figure in its list amounts to: a sum, a mean, or so many rows.
std::int64_t amount_of_column(const ListSheet& list, std::size_t column, const std::string& unit) {
    std::int64_t sum = 0, filled = 0;
    bool is_number = true;
    for (const auto& row : list.rows) {
        if (row.at(column).empty()) continue;
        ++filled;
        const auto amount = amount_in_cell(row.at(column));
        is_number = is_number && amount;
        sum += amount.value_or(0);
    }
    if (filled == 0 || !is_number) return filled * 100;
    return unit == "point" ? std::llround(static_cast<double>(sum) / static_cast<double>(filled)) : sum;
}

// The share of two of these amounts (rounded as shares are) that is the figure's.
bool is_share(const ShownFigure& figure, const std::vector<std::int64_t>& amounts) {
    for (const auto part : amounts) {
        for (const auto whole : amounts) {
            if (whole <= 0 || part > whole || !figure.value) continue;
            if ((part * 20'000 + whole) / (2 * whole) == *figure.value) return true;
        }
    }
    return false;
}

TEST_F(FiguresAgree, WithTheRowsOfTheirLists) {
    std::map<std::string, int> checked;         // by label: the list in which it was counted
    std::map<int, std::vector<std::int64_t>> amounts;
    for (const auto& [number, list] : lists_) {
        for (std::size_t i = 0; i < list.rows.size(); ++i) {
            ASSERT_EQ(list.rows[i].front(), std::to_string(i + 1)) << "list " << number << ": the running number";
        }
        const auto* counting = report_.figure_with(list.title);
        ASSERT_NE(counting, nullptr) << "list " << number << " is of no figure: " << list.title;
        amounts[number].push_back(static_cast<std::int64_t>(list.rows.size()) * 100);
        for (std::size_t column = 1; column < list.head.size(); ++column) {
            const auto* figure = report_.figure_with(list.head[column]);
            if (figure == nullptr) continue;
            amounts[number].push_back(amount_of_column(list, column, figure->unit));
            EXPECT_EQ(told(amounts[number].back()), told(figure->value)) << figure->name << ": in list " << number;
            checked[figure->label] = number;
        }
        if (checked[counting->label] == number) continue;
        EXPECT_EQ(told(amounts[number].front()), told(counting->value))
            << counting->name << ": rows of list " << number;
        checked[counting->label] = number;
    }
    std::size_t opened = 0;
    for (const auto& row : figures_) {
        if (row.at(8).empty()) continue;
        ++opened;
        const auto* figure = report_.figure_with(row.front());
        ASSERT_NE(figure, nullptr) << row.front();
        const int number = std::stoi(row.at(8));
        if (figure->unit == "percent") EXPECT_TRUE(is_share(*figure, amounts[number])) << figure->name;
        else EXPECT_EQ(checked[figure->label], number) << figure->name << " is not counted in its list";
    }
    EXPECT_GT(opened, lists_.size());
    EXPECT_GT(lists_.size(), 40u);
}

}  // namespace
}  // namespace nennep::paper

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (argc != 2) {
        std::cerr << "usage: figures_agree PROGRAM\n";
        return 2;
    }
    nennep::paper::program = argv[1];
    return RUN_ALL_TESTS();
}
