#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/commands.hpp"
#include "render/json.hpp"
#include "render/text.hpp"

namespace nennep::cli {
namespace {

std::string content_of(const std::string& name) {
    std::ifstream in(name, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(in), {});
    if (!in.is_open() || in.bad()) {
        const auto reason = std::error_code(errno, std::generic_category()).message();
        throw Refused{{"file.unreadable", "", {{"file", name}, {"reason", reason}}}};
    }
    if (const auto position = broken_utf8(content)) {
        throw Refused{{"line.not_utf8", "", {{"position", std::to_string(*position + 1)}}}};
    }
    return content;
}

}  // namespace

Status annual_report(const Call& call) {
    const auto& options = call.options;
    OpenBooks open(call, Access::read);
    catalogue::ReportRequest request;
    request.organisation = open.organisation(options.organisation);
    request.year = options.year.value();
    request.structure = structure_of(options);
    request.language = options.language;
    if (!options.as_known.empty()) request.as_known = options.as_known;
    if (!options.layout.empty()) {
        request.words = content_of(options.layout);
        request.words_name = options.layout;
    }
    const auto report = call.house.annual_report(call.house.catalogue, open.world(), request);
    if (!report) {
        for (const auto& refusal : report.error().all()) {
            call.terminal.note(refusal.field + ": " + call.terminal.explain(refusal));
        }
        return refused;
    }
    deliver(call, options.format == "json"
                      ? render::json(*report, call.house.catalogue, open.world())
                      : render::text(*report, call.house.catalogue, open.world(), options.language));
    return done;
}

}  // namespace nennep::cli
