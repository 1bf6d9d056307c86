#include "cli/commands.hpp"
#include "cli/delivery.hpp"
#include "cli/template_file.hpp"
#include "render/docx/docx.hpp"
#include "render/json.hpp"
#include "render/pdf/pdf.hpp"
#include "render/text.hpp"
#include "render/xlsx/xlsx.hpp"
#include "service/inquiry.hpp"

namespace nennep::cli {
namespace {

using Annex = catalogue::ReportRequest::Annex;

struct Templates {
    std::optional<TemplateFile> words;
    std::optional<TemplateFile> document;
};

Templates read_templates(const Call& call) {
    Templates templates;
    for (const auto& name : call.options.templates) {
        auto file = read_template(name);
        auto& place = file.is_document ? templates.document : templates.words;
        if (place) throw Misuse{call.terminal.say("cli.two_templates")};
        place = std::move(file);
    }
    if (templates.document && call.options.format != "docx") {
        throw Misuse{call.terminal.say("cli.document_for_docx_only")};
    }
    return templates;
}

Annex annex_of(const Call& call) {
    const auto& [format, annex] = std::pair(call.options.format, call.options.annex);
    const bool is_document = format == "docx" || format == "pdf" || format == "xlsx";
    if (!is_document && annex == "lists") throw Misuse{call.terminal.say("cli.no_annex")};
    if (!is_document || annex == "none") return Annex::none;
    return format == "xlsx" ? Annex::in_full : Annex::on_paper;
}

std::vector<std::pair<std::string, std::string>> letterhead_of(const Call& call) {
    std::vector<std::pair<std::string, std::string>> parts;
    for (const auto& setting : call.options.letterhead) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos || broken_utf8(setting)) {
            throw Misuse{call.terminal.say("cli.not_part_is_text", {{"value", setting}})};
        }
        parts.emplace_back(setting.substr(0, equals), composed(setting.substr(equals + 1)));
    }
    return parts;
}

}  // namespace

Status annual_report(const Call& call) {
    const auto& options = call.options;
    check_output(call);
    const auto templates = read_templates(call);
    const auto& catalogue = call.house.catalogue;
    if (templates.document) {
        const auto& [name, content, is_document] = *templates.document;
        if (const auto refusals = render::check_docx_template(catalogue, content, name)) {
            return call.terminal.refuse(refusals);
        }
    }
    catalogue::ReportRequest request;
    request.annex = annex_of(call);
    request.letterhead = letterhead_of(call);
    OpenBooks open(call, Access::read);
    request.organisation = open.organisation(options.organisation);
    request.year = options.year.value();
    note_absence(call, open.world(), request.organisation, Period::of_year(request.year).last);
    request.structure = structure_of(options);
    request.language = options.language;
    if (!options.as_known.empty()) request.as_known = options.as_known;
    if (!options.document.empty()) request.document = open.subject("directive", options.document);
    if (templates.words) {
        request.words = templates.words->content;
        request.words_name = templates.words->name;
    }
    request.read_entries = service::entry_reader(open.books(), open.world(), options.language);
    const auto report = call.house.annual_report(catalogue, open.world(), request);
    if (!report) return call.terminal.refuse(report.error());

    listen_for_interruption();
    const auto shown = call.terminal.progress();
    const auto progress = [&](std::size_t rows, std::size_t all) {
        if (was_interrupted()) throw Refused{{"report.stopped", "", {}}};
        if (shown) shown("print", rows, all);
    };
    const render::Copy copy{*report,          catalogue, open.world(),
                            options.language, call.house.surroundings.now_ms(), progress};
    if (options.format == "pdf") {
        deliver_file(call, [&](const auto& path) { render::print_pdf(copy, path); });
    } else if (options.format == "xlsx") {
        deliver_file(call, [&](const auto& path) { render::print_xlsx(copy, path); });
    } else if (options.format == "docx") {
        deliver_file(call, [&](const auto& path) {
            const auto printed = templates.document ? render::print_docx(copy, templates.document->content,
                                                                         templates.document->name, path)
                                                    : render::print_docx(copy, {}, {}, path);
            if (!printed) throw RefusedAll{printed.error()};
        });
    } else {
        deliver(call, options.format == "json" ? render::json(*report, catalogue, open.world())
                                               : render::text(*report, catalogue, open.world(), options.language));
    }
    return done;
}

}  // namespace nennep::cli
