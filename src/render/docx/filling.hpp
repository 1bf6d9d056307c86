// Runs a program: the text of a part with a report in it.
#pragma once
#include "render/docx/program.hpp"
#include "render/docx/values.hpp"

namespace nennep::render {

// Nothing if it would be too long: repeats within repeats can ask for more than there is room for.
std::optional<std::string> filled_in(const Program& program, const Values& values);

// A text as XML holds it: escaped, without what XML 1.0 forbids. A new line becomes `line_end`.
void append_xml(std::string& out, std::string_view text, std::string_view line_end);

}  // namespace nennep::render
