// The DOCX press: fills a template, which may come from anybody, with a report. The template is an
// ordinary document with {{tags}} in its text (tag.hpp); what they may name stands in names.hpp.
#pragma once
#include "render/press.hpp"

namespace nennep::render {

struct Done {};

// What is larger than this, packed, is no template and need not even be read.
inline constexpr std::size_t largest_docx_template = std::size_t{20} << 20;

// Fills a template (bytes of a .docx; empty: the product's own) and writes a .docx into `path`.
// Refused is a template that is unsafe or names what does not exist; then nothing is written.
Result<Done, Refusals> print_docx(const Copy& copy, std::string_view template_bytes,
                                  const std::string& template_name,
                                  const std::filesystem::path& path);

// Everything that is wrong with a template, found without a report; empty if it is good.
Refusals check_docx_template(const catalogue::Catalogue& catalogue, std::string_view bytes,
                             const std::string& name);

// The product's own template as a .docx file, to start one's own from.
std::string own_docx_template(Language language);

// A field that a template may name anywhere, and what it is. Figures come last.
struct TemplateField {
    std::string name;
    std::string label;
};
std::vector<TemplateField> template_fields(const catalogue::Catalogue& catalogue,
                                           Language language);

}  // namespace nennep::render
