// A scenario: a small story as text that is run through the command line (README.md beside this
// file has the format).
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nennep::scenario {

// An objection that an import must answer with. What is empty may be anything.
struct ExpectedRefusal {
    std::string code;
    std::string field;  // "-" where the objection must be about no field
    std::string place;  // ":3" or "b.jsonl:3"
};

struct Step {
    enum class Kind { use, events, lines, file, document, reverse, moment, command };
    Kind kind = Kind::command;
    std::size_t line = 0;            // in the scenario, for whoever mends it
    std::string text;                // what stands behind the keyword
    std::vector<std::string> block;  // the lines below it: events, or what is to be printed

    std::vector<ExpectedRefusal> refusals;
    std::vector<std::string> errors;  // parts of what stands on standard error
    std::optional<int> status;
    std::optional<std::size_t> recorded;
    std::optional<std::size_t> already;
};

struct Scenario {
    std::filesystem::path file;
    std::vector<Step> steps;
};

// Throws std::runtime_error, with file and line, for what is no scenario.
Scenario read_scenario(const std::filesystem::path& file);

// Words of a line; "…" keeps spaces together and disappears.
std::vector<std::string> words_of(const std::string& line);
// `line` without spaces at its ends.
std::string trimmed(const std::string& line);

}  // namespace nennep::scenario
