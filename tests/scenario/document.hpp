// Word documents as plain lines: to make templates of, and to read what was printed.
#pragma once
#include <string>
#include <vector>

namespace nennep::scenario {

// The bytes of a .docx: a line is a paragraph; `| … | … |` is a row of a table, rows that follow
// one another are one table; `part NAME CONTENT` is a part of the package as it is, over the usual
// one if there is any.
std::string document_of(const std::vector<std::string>& lines);

// The same way round: its paragraphs and rows, one a line.
std::string lines_in_document(const std::string& bytes);

}  // namespace nennep::scenario
