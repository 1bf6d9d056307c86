// A report as a workbook to go on calculating with: one sheet of figures, one for each list. Or one list
// by itself.
#pragma once
#include "render/press.hpp"

namespace nennep::render {

// Writes over what is at `path`; where that fails, leaves nothing there. Throws Fault
// out.unwritable. The bytes depend on the copy alone.
void print_xlsx(const Copy& copy, const std::filesystem::path& path);

struct ListBook {
    const catalogue::Catalogue& catalogue;
    Language language = Language::vi;
    std::string author;                 // whose list it is
    std::int64_t printed_ms = 0;
};

void print_list_xlsx(const catalogue::List& list, const ListBook& about, const std::filesystem::path& path);

}  // namespace nennep::render
