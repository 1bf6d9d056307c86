#include <fstream>
#include <iterator>

#include "cli/commands.hpp"
#include "render/json.hpp"
#include "render/text.hpp"

namespace nennep::cli {

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
        std::ifstream in(options.layout, std::ios::binary);
        request.layout.assign(std::istreambuf_iterator<char>(in), {});
        request.layout_name = options.layout;
        if (!in.good() && !in.eof()) {
            throw Refused{{"file.unreadable", "", {{"file", options.layout}, {"reason", "?"}}}};
        }
        if (broken_utf8(request.layout)) throw Refused{{"line.not_utf8", options.layout, {{"position", "?"}}}};
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
