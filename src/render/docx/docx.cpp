#include "render/docx/docx.hpp"

#include <fstream>
#include <iterator>
#include <system_error>

#include "render/docx/compiler.hpp"
#include "render/docx/deflating.hpp"
#include "render/docx/filling.hpp"
#include "render/docx/own_template.hpp"
#include "render/docx/safety.hpp"

namespace nennep::render {
namespace {

// A template taken apart and understood.
struct Prepared {
    Parts parts;
    std::vector<std::pair<std::string, Program>> programs;  // by the name of the part
};

void compile(Prepared& prepared, const Layout& layout, const Names& names, Complaints& complaints) {
    for (const auto& [name, word] : layout.tagged) {
        auto program = compiled(find(prepared.parts, name)->bytes, word, names, complaints);
        if (program.has_tags) prepared.programs.emplace_back(name, std::move(program));
    }
}

Result<Prepared, Refusals> prepared(const catalogue::Catalogue& catalogue, std::string_view bytes,
                                    const std::string& file) {
    auto parts = unpacked(bytes, file);
    if (!parts) return parts.error();
    Prepared prepared{std::move(parts.value()), {}};
    Complaints complaints(file);
    const auto layout = layout_of(prepared.parts, complaints);
    if (complaints) return complaints.refusals();
    check_safety(prepared.parts, complaints);
    // Of what is not safe no more is read.
    if (complaints) return complaints.refusals();
    compile(prepared, layout, Names(catalogue), complaints);
    if (complaints) return complaints.refusals();
    make_document(prepared.parts);
    return prepared;
}

Prepared own(const Copy& copy) {
    Prepared prepared{own_template(copy.language), {}};
    const std::string nobody;
    Complaints complaints(nobody);
    compile(prepared, layout_of(prepared.parts, complaints), Names(copy.catalogue), complaints);
    ensure(!complaints, "the product's own template is right");
    return prepared;
}

void write(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw Fault("out.unwritable", path.string());
}

}  // namespace

Result<Done, Refusals> print_docx(const Copy& copy, std::string_view template_bytes,
                                  const std::string& template_name,
                                  const std::filesystem::path& path) {
    auto ready = template_bytes.empty() ? Result<Prepared, Refusals>(own(copy))
                                        : prepared(copy.catalogue, template_bytes, template_name);
    if (!ready) return ready.error();
    const Values values(copy);
    auto& [parts, programs] = ready.value();
    for (const auto& [name, program] : programs) {
        Deflating deflating;
        if (!fill_in(program, values, [&](std::string_view piece) { deflating.add(piece); })) {
            Refusals refusals;
            refusals.add(
                {"docx.too_long", template_name, {{"file", template_name}, {"part", name}}});
            return refusals;
        }
        auto filled = deflating.finish();
        filled.name = name;
        *find(parts, name) = std::move(filled);
    }
    write(path, packed(parts, copy.printed_ms));
    return Done{};
}

Refusals check_docx_template(const catalogue::Catalogue& catalogue, std::string_view bytes,
                             const std::string& name) {
    const auto ready = prepared(catalogue, bytes, name);
    return ready ? Refusals{} : ready.error();
}

std::string own_docx_template(Language language) { return packed(own_template(language), 0); }

std::vector<TemplateField> template_fields(const catalogue::Catalogue& catalogue,
                                           Language language) {
    const auto say = [&](const std::string& key) { return catalogue.texts().get(key, language); };
    std::vector<TemplateField> fields;
    for (const auto& name : Names::of_report())
        fields.push_back({name, say("template_field." + name)});
    const Names names(catalogue);
    for (const auto& name : names.figures()) fields.push_back({"figures." + name, say("figure." + name)});
    return fields;
}

}  // namespace nennep::render
