// A template that somebody brings: a text file of words, or a .docx; told apart by how it begins.
#pragma once
#include <string>

#include "cli/commands.hpp"

namespace nennep::cli {

struct TemplateFile {
    std::string name;
    std::string content;
    bool is_document = false;       // packed like a .docx, or an old .doc
};

// Refused: a file that cannot be read, is too large to be a template, or is neither of both.
TemplateFile read_template(const std::string& name);

}  // namespace nennep::cli
