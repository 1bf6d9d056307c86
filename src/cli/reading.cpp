// Commands that read the journal itself: history, verify, export.
#include <iostream>
#include <sstream>

#include "accounts/access_log.hpp"
#include "base/bytes.hpp"
#include "catalogue/wording.hpp"
#include "cli/settings.hpp"
#include "cli/delivery.hpp"
#include "service/export.hpp"
#include "service/history.hpp"
#include "service/moment.hpp"
#include "service/printed.hpp"
#include "service/verification.hpp"

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

Status verify(const Call& call) {
    const auto store = call.house.open_store(data_of(call), Access::read);
    auto soundness = service::verify_chain(*store, call.terminal.progress());
    if (soundness.is_sound()) {
        try {
            const service::Books books(*store, call.house.catalogue, call.house.program);
            soundness = service::verify_facts(books, call.terminal.progress());
        } catch (const Fault& fault) {
            soundness.fault = "fold";
            soundness.detail = fault.what();
        }
    }
    call.terminal.clear_line();
    // The records of looking have a chain of their own.
    accounts::LogSoundness log;
    const auto keep = call.house.open_keep(call.options.data, Access::read);
    if (keep) log = accounts::verify_log(*keep);
    const auto head = store->head();
    const Arguments shown{{"entries", std::to_string(soundness.entries)},
                          {"subjects", std::to_string(soundness.subjects)},
                          {"seq", std::to_string(soundness.at)},
                          {"detail", soundness.detail},
                          {"hash", hex(bytes_of(head.link))},
                          {"facts", hex(bytes_of(soundness.facts))}};
    if (call.options.format == "json") {
        std::string out = std::string("{\"sound\":") + (soundness.is_sound() && !log.broken_at ? "true" : "false") +
                          ",\"entries\":" + std::to_string(soundness.entries);
        if (soundness.is_sound()) {
            out += ",\"journal\":{\"seq\":" + std::to_string(head.seq) + ",\"hash\":\"" +
                   hex(bytes_of(head.link)) + "\"},\"facts\":\"" + hex(bytes_of(soundness.facts)) + "\"";
        } else {
            out += ",\"at\":" + std::to_string(soundness.at) + ",\"fault\":" + json_quoted(soundness.fault) +
                   ",\"detail\":" + json_quoted(soundness.detail);
        }
        if (keep) {
            out += ",\"access_log\":{\"lines\":" + std::to_string(log.lines);
            if (log.broken_at) out += ",\"broken_at\":" + std::to_string(*log.broken_at);
            out += "}";
        }
        call.out << out << "}\n";
    } else {
        call.out << call.terminal.say(soundness.is_sound() ? "verify.sound" : "verify." + soundness.fault, shown)
                 << "\n";
        if (keep) {
            call.out << call.terminal.say(log.broken_at ? "verify.log_broken" : "verify.log_sound",
                                          {{"lines", std::to_string(log.lines)},
                                           {"line", std::to_string(log.broken_at.value_or(0))}})
                     << "\n";
        }
    }
    return soundness.is_sound() && !log.broken_at ? done : store_fault;
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
