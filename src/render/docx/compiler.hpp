// Makes a program of one part of a template: finds its tags, what they mean and where they act.
#pragma once
#include "render/docx/complaints.hpp"
#include "render/docx/program.hpp"

namespace nennep::render {

// `part` is the word for it (body, header …) under which its mistakes are told. A program with
// mistakes must not be run.
Program compiled(std::string_view xml, const std::string& part, const Names& names,
                 Complaints& complaints);

}  // namespace nennep::render
