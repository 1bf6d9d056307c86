// Runs a program: the text of a part with a report in it.
#pragma once
#include "render/docx/program.hpp"
#include "render/docx/values.hpp"

namespace nennep::render {

// Gives the text away piece by piece. False if it would be too long, since repeats within repeats
// can ask for more than there is room for; then what was given is of no use.
using TakePiece = std::function<void(std::string_view)>;
bool fill_in(const Program& program, const Values& values, const TakePiece& take);

// A text as XML holds it: escaped, without what XML 1.0 forbids. A new line becomes `line_end`.
void append_xml(std::string& out, std::string_view text, std::string_view line_end);

}  // namespace nennep::render
