#include "player.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "document.hpp"
#include "event_line.hpp"
#include "process.hpp"

namespace nennep::scenario {
namespace {

namespace json = boost::json;

// What follows from these is noise.
constexpr std::size_t enough_failures = 5;

std::string joined(const std::vector<std::string>& lines, const char* before) {
    std::string out;
    for (const auto& line : lines) out += before + line + "\n";
    return out;
}

std::string text_at(const json::object& object, std::string_view name) {
    return json::value_to<std::string>(object.at(name));
}

// No settings of the machine on which the scenario is played.
const std::vector<std::pair<std::string, std::string>> surroundings{
    {"NENNEP_DATA", "books"}, {"NENNEP_CONFIG", ""}, {"NENNEP_LANG", "vi"}, {"NENNEP_ACTOR", "văn phòng"}};

// "events.jsonl:3", and what stands behind it in a scenario.
bool is_at(const std::string& place, const std::string& wanted) {
    if (wanted.empty()) return true;
    return wanted.starts_with(':') ? place.ends_with(wanted) : place == wanted;
}

// With the mark of the byte order, little end first; enough for texts without rare signs.
std::string utf16(const std::string& text) {
    std::string out = "\xff\xfe";
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out;
}

}  // namespace

Player::Player(std::filesystem::path program, std::filesystem::path starts,
               std::filesystem::path folder)
    : program_(std::move(program)), starts_(std::move(starts)), folder_(std::move(folder)) {}

void Player::fail(std::string what) {
    failures_.push_back(file_.string() + ":" + std::to_string(line_) + ": " + std::move(what));
}

void Player::play(const Scenario& scenario) {
    for (const auto& step : scenario.steps) {
        if (failures_.size() >= enough_failures) return;
        file_ = scenario.file;
        line_ = step.line;
        try {
            play(step);
        } catch (const std::exception& error) {
            fail(error.what());
        }
    }
}

std::string Player::content(const Step& step) const {
    std::string all;
    const bool is_raw = step.kind == Step::Kind::file || step.kind == Step::Kind::lines;
    for (const auto& line : step.block) {
        if (!is_raw && line.starts_with('#')) continue;
        all += filled(is_raw ? unfolded(line) : event_json(line), names_) + "\n";
    }
    return all;
}

void Player::write(const std::string& name, const std::string& content) {
    std::ofstream out(folder_ / name, std::ios::binary | std::ios::trunc);
    out << content;
    if (!out.flush()) throw std::runtime_error(name + " cannot be written");
}

void Player::play(const Step& step) {
    const auto words = words_of(step.text);
    switch (step.kind) {
        case Step::Kind::use: return play(read_scenario(starts_ / (words.at(0) + ".scenario")));
        case Step::Kind::moment: return moment(words.at(0));
        case Step::Kind::command: return command(step);
        case Step::Kind::lines: return import_block(step, content(step));
        case Step::Kind::events:
            if (words.empty()) return import_block(step, content(step));
            return write(words.at(1), content(step));  // events in FILE
        case Step::Kind::file: {
            auto bytes = content(step);
            if (std::find(words.begin(), words.end(), "utf-16") != words.end())
                bytes = utf16(bytes);
            if (std::find(words.begin(), words.end(), "no-end") != words.end()) bytes.pop_back();
            return write(words.at(0), bytes);
        }
        case Step::Kind::document: {
            std::vector<std::string> lines;
            for (const auto& line : step.block) lines.push_back(filled(unfolded(line), names_));
            return write(words.at(0), document_of(lines));
        }
        case Step::Kind::reverse: {  // reverse FILE into FILE
            auto lines = lines_of(content_of(folder_ / words.at(0)));
            std::reverse(lines.begin(), lines.end());
            return write(words.at(2), joined(lines, ""));
        }
    }
}

// Now, between two pauses, so that nothing else happens in this millisecond.
void Player::moment(const std::string& name) {
    using namespace std::chrono;
    constexpr auto pause = milliseconds(5);
    std::this_thread::sleep_for(pause);
    const auto local = floor<milliseconds>(system_clock::now()) + hours(7);
    std::this_thread::sleep_for(pause);
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss time(local - day);
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03d+07:00",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    names_[name] = text;
}

void Player::import_block(const Step& step, const std::string& content) {
    const std::string name = "line-" + std::to_string(step.line) + ".jsonl";
    write(name, content);
    const auto ended =
        run({program_.string(), "import", name, "--format", "json"}, folder_, surroundings);
    const int status = step.refusals.empty() ? 0 : 1;
    std::vector<std::string> said;
    bool as_expected = ended.status == status;
    if (ended.out.empty()) return fail("the import printed nothing\n" + ended.err);
    const auto parsed = json::parse(ended.out);
    const auto& receipt = parsed.as_object();
    const auto& refusals = receipt.at("refusals").as_array();
    as_expected = as_expected && refusals.size() == step.refusals.size();
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        const auto& refusal = refusals[i].as_object();
        const auto code = text_at(refusal, "code");
        const auto field = text_at(refusal, "field");
        const auto place =
            text_at(refusal, "file") + ":" + std::to_string(refusal.at("line").to_number<int>());
        said.push_back(code + "  " + (field.empty() ? "-" : field) + "  " + place + "  " +
                       text_at(refusal, "vi"));
        if (i >= step.refusals.size()) continue;
        const auto& expected = step.refusals[i];
        as_expected = as_expected && expected.code == code && is_at(place, expected.place) &&
                      (expected.field.empty() || expected.field == (field.empty() ? "-" : field));
    }
    if (!as_expected) {
        fail("the import ended with " + std::to_string(ended.status) + " and objects\n" +
             joined(said, "    ") + ended.err);
    }
    if (!step.refusals.empty()) return check_nothing_recorded();

    const auto lines = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n'));
    const auto recorded = receipt.at("recorded").to_number<std::size_t>();
    const auto already = receipt.at("already").to_number<std::size_t>();
    const auto expected_already = step.already.value_or(0);
    const auto expected_recorded =
        step.recorded.value_or(lines - std::min(lines, expected_already));
    if (as_expected && (recorded != expected_recorded || already != expected_already)) {
        fail("recorded " + std::to_string(recorded) + ", already there " + std::to_string(already));
    }
    entries_ = receipt.at("journal").as_object().at("seq").to_number<std::uint64_t>();
}

void Player::check_nothing_recorded() {
    const auto ended =
        run({program_.string(), "verify", "--format", "json"}, folder_, surroundings);
    const auto parsed = json::parse(ended.out);
    const auto entries = parsed.as_object().at("entries").to_number<std::uint64_t>();
    if (ended.status != 0 || entries != entries_) {
        fail("after the refusal the books hold " + std::to_string(entries) + " entries, not " +
             std::to_string(entries_));
    }
}

void Player::command(const Step& step) {
    auto words = words_of(filled(step.text, names_));
    if (words.empty()) throw std::runtime_error("no command");
    Ended ended;
    if (words.front() == "cat") {
        ended.out = content_of(folder_ / words.at(1));
    } else if (words.front() == "docx") {
        ended.out = lines_in_document(content_of(folder_ / words.at(1)));
    } else if (words.front() == "nennep") {
        words.front() = program_.string();
        ended = run(words, folder_, surroundings);
    } else {
        throw std::runtime_error("only nennep, cat and docx can be run");
    }
    const auto printed = lines_of(ended.out);
    std::vector<std::string> expected;
    for (const auto& line : step.block) expected.push_back(unfolded(line));
    std::vector<std::string> unheard;
    for (const auto& part : step.errors) {
        if (!occurs(part, ended.err, names_)) unheard.push_back(part);
    }
    if (ended.status == step.status.value_or(0) && unheard.empty() &&
        matches(expected, printed, names_))
        return;
    fail("$ " + step.text + "\n  ended with " + std::to_string(ended.status) + " and printed\n" +
         joined(printed, "    ") + (ended.err.empty() ? "" : "  and on standard error\n") +
         joined(lines_of(ended.err), "    ") + "  expected " +
         std::to_string(step.status.value_or(0)) + " and\n" + joined(step.block, "    ") +
         (unheard.empty() ? "" : "  and on standard error\n") + joined(unheard, "    "));
}

}  // namespace nennep::scenario
