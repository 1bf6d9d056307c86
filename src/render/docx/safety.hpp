// What a template may not bring along: macros, objects of other programs, links that are followed
// when the document is opened, fields that fetch. Whoever gets the report opens it in good faith.
#pragma once
#include "render/docx/complaints.hpp"
#include "render/docx/package.hpp"

namespace nennep::render {

// What the parts of a document are to us.
struct Layout {
    std::string body;  // word/document.xml
    std::vector<std::pair<std::string, std::string>>
        tagged;  // parts that hold tags, and their words
};

// Finds the parts in which tags may stand; complains of what is no document of Word.
Layout layout_of(const Parts& parts, Complaints& complaints);

// Complains of everything that is not safe.
void check_safety(const Parts& parts, Complaints& complaints);

// A template of Word (.dotx) becomes a document.
void make_document(Parts& parts);

}  // namespace nennep::render
