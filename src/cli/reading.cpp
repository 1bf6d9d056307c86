// Commands that read the journal itself: history, export.
#include <iostream>
#include <sstream>

#include "base/bytes.hpp"
#include "catalogue/wording.hpp"
#include "cli/delivery.hpp"
#include "service/export.hpp"
#include "service/history.hpp"
#include "service/moment.hpp"
#include "service/printed.hpp"

namespace nennep::cli {
namespace {

using service::HistoryLine;

std::string history_text(const Call& call, const HistoryLine& line) {
    const auto& terminal = call.terminal;
    const catalogue::Wording wording(call.house.catalogue, call.options.language);
    std::string out = line.effective_on.vietnamese() + "  " + terminal.say("event." + line.event);
    if (line.is_voided) out += "  " + terminal.say("history.voided");
    out += "\n";
    if (line.voids) {
        out += "    " + terminal.say("history.voids", {{"seq", std::to_string(*line.voids)},
                                                       {"reason", line.reason}}) + "\n";
    }
    for (const auto& part : line.parts) {
        out += "    " + terminal.say("field." + part.field) + ": " + wording.recorded(part.json, part.choices) + "\n";
    }
    if (const auto& authority = line.authority; !authority.empty()) {
        out += "    " + terminal.say("history.authority");
        if (!authority.number.empty()) out += " " + authority.number;
        if (authority.date) out += " " + terminal.say("history.of", {{"date", authority.date->vietnamese()}});
        if (!authority.issuer.empty()) out += ", " + authority.issuer;
        out += "\n";
    }
    out += "    " + terminal.say("history.recorded", {{"seq", std::to_string(line.seq)},
                                                      {"by", line.recorded_by},
                                                      {"at", service::vietnamese_moment(line.recorded_ms)}}) + "\n";
    if (!line.confirmed_by.empty()) {
        out += "    " + terminal.say("history.confirmed", {{"by", line.confirmed_by}}) + "\n";
    }
    return out;
}

}  // namespace

Status history(const Call& call) {
    OpenBooks open(call, Access::read);
    const auto subject = open.subject(call.options.subject_type, call.options.key);
    const auto lines = service::history_of(open.books(), open.world(), subject, open.known_up_to());
    const auto& known = open.world().directory[subject];
    const auto name = catalogue::Wording(call.house.catalogue, call.options.language).name(known.label);
    if (call.options.format == "json") {
        std::string out = "{\"subject_type\":" + json_quoted(call.options.subject_type) +
                          ",\"subject\":" + json_quoted(known.key) + ",\"name\":" + json_quoted(name) +
                          ",\"events\":[";
        for (const auto& line : lines) out += (out.back() == '[' ? "\n" : ",\n") + service::to_json(line);
        call.out << out << "]}\n";
        return done;
    }
    call.out << (name.empty() ? call.terminal.say("history.nothing_left") : name) << " ("
             << known.key << ")\n\n";
    for (const auto& line : lines) call.out << history_text(call, line);
    return done;
}

Status export_events(const Call& call) {
    OpenBooks open(call, Access::read);
    std::string all;
    service::export_events(open.books(), open.world(), [&](std::string_view line) {
        all += line;
        all += '\n';
    });
    deliver(call, all);
    call.terminal.note(call.terminal.say(
        "cli.facts", {{"facts", hex(bytes_of(service::facts_digest(open.books(), open.world())))}}));
    return done;
}

}  // namespace nennep::cli
