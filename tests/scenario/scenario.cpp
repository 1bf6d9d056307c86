#include "scenario.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

#include "process.hpp"

namespace nennep::scenario {
namespace {

constexpr std::size_t indent = 4;  // of what stands in a block

// What opens a step …
const std::map<std::string, Step::Kind>& openings() {
    static const std::map<std::string, Step::Kind> all{
        {"use", Step::Kind::use},         {"events", Step::Kind::events},
        {"lines", Step::Kind::lines},     {"file", Step::Kind::file},
        {"document", Step::Kind::document},
        {"reverse", Step::Kind::reverse}, {"moment", Step::Kind::moment},
        {"$", Step::Kind::command}};
    return all;
}

// … and what belongs to the step above it.
bool is_expectation(const std::string& word) {
    static const std::vector<std::string> all{"violation", "refused",  "error",
                                              "status",    "recorded", "already"};
    return std::find(all.begin(), all.end(), word) != all.end();
}

void expect(Step& step, const std::string& word, const std::string& rest) {
    if (word == "error") step.errors.push_back(rest);
    if (word == "status") step.status = std::stoi(rest);
    if (word == "recorded") step.recorded = std::stoul(rest);
    if (word == "already") step.already = std::stoul(rest);
    if (word != "violation" && word != "refused") return;
    ExpectedRefusal refusal;
    for (const auto& part : words_of(rest)) {
        if (refusal.code.empty()) refusal.code = part;
        else if (part.find(':') != std::string::npos) refusal.place = part;
        else refusal.field = part;
    }
    step.refusals.push_back(std::move(refusal));
}

}  // namespace

std::string trimmed(const std::string& line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool begun = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            begun = true;
        } else if (c == ' ' && !quoted) {
            if (begun) words.push_back(std::exchange(word, {}));
            begun = false;
        } else {
            word += c;
            begun = true;
        }
    }
    if (begun) words.push_back(word);
    return words;
}

Scenario read_scenario(const std::filesystem::path& file) {
    Scenario scenario{file, {}};
    std::istringstream in(content_of(file));
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const auto complain = [&](const char* what) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + what);
        };
        auto& steps = scenario.steps;
        const bool in_command = !steps.empty() && steps.back().kind == Step::Kind::command;
        if (line == "#" || line.starts_with("# ")) continue;
        if (line.starts_with(' ') || line.empty()) {
            const bool is_blank = trimmed(line).empty();
            if (steps.empty() && is_blank) continue;
            if (steps.empty()) complain("nothing stands above this");
            auto& step = steps.back();
            if (in_command || step.kind == Step::Kind::file || step.kind == Step::Kind::document ||
                step.kind == Step::Kind::lines) {
                step.block.push_back(
                    in_command || is_blank ? line : line.substr(std::min(indent, line.size())));
            } else if (!is_blank) {
                step.block.push_back(trimmed(line));
            }
            continue;
        }
        const auto space = std::min(line.find(' '), line.size());
        const auto word = line.substr(0, space);
        auto rest = trimmed(line.substr(space));
        if (const auto opening = openings().find(word); opening != openings().end()) {
            // Behind a command everything is its own; elsewhere a remark may follow.
            if (word != "$") rest = trimmed(rest.substr(0, rest.find(" # ")));
            Step step;
            step.kind = opening->second;
            step.line = number;
            step.text = rest;
            steps.push_back(std::move(step));
        } else if (!steps.empty() && is_expectation(word)) {
            expect(steps.back(), word, rest);
        } else if (in_command) {
            // A line of output that looks like a keyword is written with \ before it.
            steps.back().block.push_back(line.starts_with('\\') ? line.substr(1) : line);
        } else {
            complain("this is no step of a scenario");
        }
    }
    for (auto& step : scenario.steps) {
        while (!step.block.empty() && trimmed(step.block.back()).empty()) step.block.pop_back();
    }
    return scenario;
}

}  // namespace nennep::scenario
