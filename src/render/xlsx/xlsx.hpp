// A report as a workbook to go on calculating with: one sheet of figures, one for each list.
#pragma once
#include "render/press.hpp"

namespace nennep::render {

// Writes over what is at `path`; where that fails, leaves nothing there. Throws Fault
// out.unwritable. The bytes depend on the copy alone.
void print_xlsx(const Copy& copy, const std::filesystem::path& path);

}  // namespace nennep::render
