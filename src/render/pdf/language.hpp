// The language of a PDF, which cairo 1.16 cannot set: readers that speak need it to pronounce.
#pragma once
#include <string>

#include "base/text.hpp"

namespace nennep::render {

// Appends an incremental update (ISO 32000-1, 7.5.6) to a document as cairo writes it: its catalog
// once more, with the language, and the wish that the window shows the title.
void set_language(std::string& pdf, Language language);

}  // namespace nennep::render
