#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "base/bytes.hpp"
#include "cli/settings.hpp"
#include "service/files.hpp"

namespace nennep::cli {
namespace {

using service::Objection;
using service::Receipt;
using service::SourceFiles;

// More objections than a person reads are counted, not printed; JSON has them all.
constexpr std::size_t printed_objections = 50;

std::string where(const SourceFiles& files, const Objection& objection) {
    const auto place = files.place(objection.line);
    return files.name(place.file) + ":" + std::to_string(place.number);
}

void print_objections(const Call& call, const SourceFiles& files, const Receipt& receipt) {
    auto& terminal = call.terminal;
    std::size_t printed = 0;
    for (const auto& objection : receipt.objections) {
        if (++printed > printed_objections) {
            const auto more = receipt.objections.size() - printed_objections;
            terminal.note(terminal.say("import.more", {{"count", std::to_string(more)}}));
            break;
        }
        std::string line = where(files, objection) + ": ";
        if (!objection.refusal.field.empty()) line += objection.refusal.field + ": ";
        line += terminal.explain(objection.refusal);
        if (objection.with) line += " " + terminal.say("import.with", {{"seq", std::to_string(*objection.with)}});
        terminal.note(line);
    }
}

std::string objection_json(const Call& call, const SourceFiles& files, const Objection& objection) {
    const auto place = files.place(objection.line);
    const auto& refusal = objection.refusal;
    const auto& texts = call.house.catalogue.texts();
    std::string out = "{\"file\":" + json_quoted(files.name(place.file)) +
                      ",\"line\":" + std::to_string(place.number) +
                      ",\"field\":" + json_quoted(refusal.field) + ",\"code\":" + json_quoted(refusal.code);
    for (const auto language : {Language::vi, Language::en}) {
        out += language == Language::vi ? ",\"vi\":" : ",\"en\":";
        out += json_quoted(texts.explain(refusal, language));
    }
    if (objection.with) out += ",\"with\":" + std::to_string(*objection.with);
    return out + "}";
}

void print_json(const Call& call, const SourceFiles& files, const Receipt& receipt) {
    std::string out = "{\"recorded\":" + std::to_string(receipt.recorded) +
                      ",\"already\":" + std::to_string(receipt.already.size()) +
                      ",\"check\":" + (call.options.check ? "true" : "false") +
                      ",\"journal\":{\"seq\":" + std::to_string(receipt.head.seq) +
                      ",\"hash\":" + json_quoted(hex(bytes_of(receipt.head.link))) + "},\"refusals\":[";
    for (const auto& objection : receipt.objections) {
        if (out.back() != '[') out += ",";
        out += "\n" + objection_json(call, files, objection);
    }
    call.out << out << "]}\n";
}

// The file for bad lines: opened before the good ones are recorded, since lines that can go nowhere
// would be lost; never one that is there already; gone again if nothing was bad.
class BadLines {
public:
    explicit BadLines(const Call& call) : call_(call), name_(call.options.keep_good) {
        if (name_.empty()) return;
        if (std::filesystem::exists(name_) && !call.options.force) {
            throw Refused{{"out.exists", "", {{"file", name_}}}};
        }
        if (!std::ofstream(name_, std::ios::trunc)) throw Fault("out.unwritable", name_);
    }
    ~BadLines() {
        std::error_code ignored;
        if (!name_.empty() && std::filesystem::is_empty(name_, ignored)) std::filesystem::remove(name_, ignored);
    }
    BadLines(const BadLines&) = delete;
    BadLines& operator=(const BadLines&) = delete;

    // The lines with their reasons as comments, to be mended and imported again.
    void write(const SourceFiles& files, const Receipt& receipt) const {
        if (name_.empty()) return;
        std::map<std::size_t, std::string> bad;
        for (const auto& objection : receipt.objections) {
            auto& reasons = bad[objection.line];
            reasons += "# " + where(files, objection) + ": ";
            if (!objection.refusal.field.empty()) reasons += objection.refusal.field + ": ";
            reasons += call_.terminal.explain(objection.refusal) + "\n";
        }
        std::ofstream out(name_, std::ios::binary | std::ios::trunc);
        for (const auto& [line, reasons] : bad) out << reasons << files.lines()[line] << "\n";
        out.flush();
        if (!out) throw Fault("out.unwritable", name_);
    }

private:
    const Call& call_;
    const std::string& name_;
};

void summarise(const Call& call, const Receipt& receipt) {
    auto& terminal = call.terminal;
    const Arguments shown{{"recorded", std::to_string(receipt.recorded)},
                          {"already", std::to_string(receipt.already.size())},
                          {"bad", std::to_string(receipt.objections.size())},
                          {"seq", std::to_string(receipt.head.seq)},
                          {"file", call.options.keep_good}};
    const char* key = "import.done";
    if (receipt.stopped) key = "import.stopped";
    else if (call.options.check && receipt.recorded > 0) key = "import.checked";
    else if (!receipt.objections.empty() && call.options.keep_good.empty()) key = "import.refused";
    else if (!receipt.objections.empty()) key = "import.kept_good";
    else if (receipt.recorded == 0) key = "import.nothing_new";
    terminal.clear_line();
    if (receipt.recorded > 0 && receipt.objections.empty() && !call.options.check) {
        call.out << terminal.say(key, shown) << "\n";
    } else {
        terminal.note(terminal.say(key, shown));
    }
    if (!receipt.already_voided.empty()) {
        terminal.note(terminal.say("import.already_voided",
                                   {{"count", std::to_string(receipt.already_voided.size())}}));
    }
}

}  // namespace

Status import_files(const Call& call) {
    SourceFiles files;
    bool unreadable = false;
    for (const auto& name : call.options.files) {
        if (auto refusal = files.add(name)) {
            call.terminal.note(name + ": " + call.terminal.explain(*refusal));
            unreadable = true;
        }
    }
    if (unreadable) return refused;

    const BadLines bad_lines(call);
    listen_for_interruption();
    OpenBooks open(call, call.options.check ? Access::trial : Access::create);
    auto surroundings = call.house.surroundings;
    surroundings.zone = settings_of(call).zone;
    service::Recorder recorder(open.books(), std::move(surroundings));
    service::RecordingOptions options;
    options.check_only = call.options.check;
    options.keep_good = !call.options.keep_good.empty();
    options.progress = call.terminal.progress();
    options.stop = was_interrupted;
    const auto receipt = recorder.record(actor_of(call.options), files.lines(), options);
    if (call.options.format == "json") print_json(call, files, receipt);
    else print_objections(call, files, receipt);
    bad_lines.write(files, receipt);
    if (call.options.format != "json") summarise(call, receipt);
    return receipt.stopped || !receipt.objections.empty() ? refused : done;
}

}  // namespace nennep::cli
