// The report as a document to print, sign and send: PDF by the layout of 36-HD/VPTW (rules.md §11).
#pragma once
#include "render/press.hpp"

namespace nennep::render {

// Prints the report as PDF into `path` (created or truncated). The same copy gives the same bytes.
// Throws Fault font.missing, out.unwritable.
void print_pdf(const Copy& copy, const std::filesystem::path& path);

}  // namespace nennep::render
