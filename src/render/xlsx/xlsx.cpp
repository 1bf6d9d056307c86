#include "render/xlsx/xlsx.hpp"

#include "render/xlsx/sheets.hpp"

namespace nennep::render {
namespace xlsx {

std::string issuer_of(const Copy& copy) {
    const auto& issuer = copy.report.letterhead.issuer;
    return issuer.empty() ? copy.world.directory[copy.report.organisation.no].label : issuer;
}

std::string Binding::page() const {
    return say("report.workbook.page", {{"page", "&P"}, {"pages", "&N"}});
}

void Binding::count_row() {
    constexpr std::size_t often_enough = 1024;
    ++rows_done;
    if (copy != nullptr && copy->progress && (rows_done % often_enough == 0 || rows_done == rows_to_do)) {
        copy->progress(rows_done, rows_to_do);
    }
}

}  // namespace xlsx

void print_xlsx(const Copy& copy, const std::filesystem::path& path) {
    using namespace xlsx;
    const auto& report = copy.report;
    const catalogue::Wording wording(copy.catalogue, copy.language);
    Workbook book(path, {.title = report.title, .author = issuer_of(copy), .created_ms = copy.printed_ms});
    Binding binding{.copy = &copy, .wording = wording, .book = book};
    auto& figures = book.add(binding.names.take(wording.say("report.workbook.figures")));
    std::vector<std::string> names;         // given before figures lead to them
    for (const auto& list : report.lists) {
        names.push_back(binding.names.take(sheet_name(list, "")));
        binding.sheet_of_list.emplace(list.number, names.back());
        binding.rows_to_do += list.rows;
    }
    write_figures(binding, figures);
    write_targets(binding);
    write_months(binding);
    for (std::size_t i = 0; i < names.size(); ++i) {
        write_list(binding, report.lists[i], book.add(names[i]), figures.name());
    }
    book.save();
}

void print_list_xlsx(const catalogue::List& list, const ListBook& about, const std::filesystem::path& path) {
    using namespace xlsx;
    const catalogue::Wording wording(about.catalogue, about.language);
    Workbook book(path, {.title = list.title, .author = about.author, .created_ms = about.printed_ms});
    Binding binding{.copy = nullptr, .wording = wording, .book = book};
    write_list(binding, list, book.add(binding.names.take(sheet_name(list, ""))), "");
    book.save();
}

}  // namespace nennep::render
