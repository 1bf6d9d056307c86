// Compares pages of a PDF with stored pictures of them.
#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace nennep::paper {

constexpr const char* usage =
    "compare_pages [--pages 1,3-5] [--update] [--work FOLDER] FILE.pdf PICTURES\n"
    "\n"
    "Compares pages of the PDF with page-001.png … in the folder PICTURES: those of --pages, or all\n"
    "that are stored. Of a page that differs, PICTURES-page-001.now.png and .difference.png are left\n"
    "in the folder --work (.). --update stores the pages as they are now.\n"
    "Exit status: 0 all alike, 1 some differ, 2 it could not be done.\n";

int compare_pages(const std::vector<std::string>& arguments, std::ostream& out);

}  // namespace nennep::paper
