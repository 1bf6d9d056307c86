#include <fstream>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/delivery.hpp"
#include "cli/template_file.hpp"
#include "render/docx/docx.hpp"

namespace nennep::cli {

Status check_template(const Call& call) {
    const auto& catalogue = call.house.catalogue;
    const auto file = read_template(call.options.templates.front());
    const auto refusals = file.is_document
                              ? render::check_docx_template(catalogue, file.content, file.name)
                              : call.house.check_words(file.content, file.name);
    if (refusals) return call.terminal.refuse(refusals);
    call.out << call.terminal.say(file.is_document ? "template.good_document" : "template.good_words",
                                  {{"file", file.name}})
             << "\n";
    return done;
}

Status template_fields(const Call& call) {
    const auto fields = render::template_fields(call.house.catalogue, call.options.language);
    if (call.options.format == "json") {
        std::string out = "[";
        for (const auto& field : fields) {
            out += (out.size() == 1 ? "\n" : ",\n") + std::string("{\"name\":") + json_quoted(field.name) +
                   ",\"label\":" + json_quoted(field.label) + "}";
        }
        call.out << out << "]\n";
        return done;
    }
    for (const auto& field : fields) call.out << field.name << "  " << field.label << "\n";
    return done;
}

Status own_template(const Call& call) {
    check_output(call);
    if (call.options.name == "words") {
        deliver(call, call.house.own_words(call.options.language));
    } else {
        deliver_file(call, [&](const auto& path) {
            std::ofstream(path, std::ios::binary) << render::own_docx_template(call.options.language);
        });
    }
    return done;
}

}  // namespace nennep::cli
