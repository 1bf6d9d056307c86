#include "render/xlsx/xlsx.hpp"

#include "render/xlsx/sheets.hpp"

namespace nennep::render {

void print_xlsx(const Copy& copy, const std::filesystem::path& path) {
    using namespace xlsx;
    const auto& report = copy.report;
    const catalogue::Wording wording(copy.catalogue, copy.language);
    const auto& issuer = report.letterhead.issuer;
    Workbook book(path, {.title = report.title,
                         .author = issuer.empty() ? copy.world.directory[report.organisation.no].label : issuer,
                         .created_ms = copy.printed_ms});
    Binding binding{.copy = copy, .wording = wording, .book = book};
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

}  // namespace nennep::render
