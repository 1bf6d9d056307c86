// scenario_completeness --program NENNEP --without FILE SCENARIO…
// Every event type, figure and refusal that the program knows occurs in some scenario; a figure is
// asked at least once with a value that is neither 0 nor missing. FILE lists, with a reason behind
// each, the names that no scenario can bring about.
#include <filesystem>
#include <iostream>
#include <set>
#include <stdexcept>

#include "process.hpp"
#include "scenario.hpp"

namespace nennep::scenario {
namespace {

using Found = std::set<std::string>;

// The names in the reference stand between back quotes, after `before`.
Found known(const std::string& program, const std::string& part, const std::string& before) {
    const Scratch scratch;
    const auto printed = run({program, "reference", part}, scratch.work(), {}).out;
    Found names;
    for (auto at = printed.find("\n" + before); at != std::string::npos;
         at = printed.find("\n" + before, at + 1)) {
        const auto begin = at + 1 + before.size();
        names.insert(printed.substr(begin, printed.find('`', begin) - begin));
    }
    if (names.empty()) throw std::runtime_error("the reference names no " + part);
    return names;
}

// Events that are recorded, figures that are asked, objections that are expected.
struct Shown {
    Found events;
    Found figures;
    Found refusals;

    void take(const Step& step) {
        for (const auto& refusal : step.refusals) refusals.insert(refusal.code);
        if (step.kind == Step::Kind::events && step.refusals.empty()) {
            for (const auto& line : step.block) {
                const auto words = words_of(line);
                if (words.size() > 1) events.insert(words[1]);
            }
        }
        if (step.kind != Step::Kind::command) return;
        // An objection of a command shows its code in brackets.
        for (const auto& part : step.errors) {
            const auto begin = part.rfind('[');
            const auto end = part.rfind(']');
            if (begin != std::string::npos && end != std::string::npos && end > begin) {
                refusals.insert(part.substr(begin + 1, end - begin - 1));
            }
        }
        const auto words = words_of(step.text);
        if (words.size() < 3 || words[1] != "figure" || step.block.empty()) return;
        const auto& value = step.block.front();
        if (value != "0" && value != "-") figures.insert(words[2]);
    }
};

std::size_t report(const char* what, const Found& names, const Found& shown, Found& without) {
    std::size_t missing = 0;
    for (const auto& name : names) {
        if (shown.contains(name)) {
            if (without.erase(name) > 0) {
                std::cout << "has a scenario after all: " << name << "\n";
                ++missing;
            }
        } else if (without.erase(name) == 0) {
            std::cout << what << " without a scenario: " << name << "\n";
            ++missing;
        }
    }
    return missing;
}

int main(const std::vector<std::string>& arguments) {
    std::string program;
    Shown shown;
    Found without;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--program") {
            program = std::filesystem::absolute(arguments.at(++i)).string();
        } else if (arguments[i] == "--without") {
            const auto text = content_of(arguments.at(++i));
            for (std::size_t at = 0; at < text.size();) {
                const auto end = std::min(text.find('\n', at), text.size());
                const auto words = words_of(text.substr(at, end - at));
                if (!words.empty() && words.front() != "#") without.insert(words.front());
                at = end + 1;
            }
        } else {
            for (const auto& step : read_scenario(arguments[i]).steps) shown.take(step);
        }
    }
    std::size_t missing = report("event", known(program, "events", "## `"), shown.events, without);
    missing += report("figure", known(program, "figures", "| `"), shown.figures, without);
    missing += report("refusal", known(program, "refusals", "| `"), shown.refusals, without);
    for (const auto& name : without) std::cout << "not known to the program: " << name << "\n";
    missing += without.size();
    std::cout << shown.events.size() << " events, " << shown.figures.size() << " figures, "
              << shown.refusals.size() << " refusals have scenarios\n";
    return missing == 0 ? 0 : 1;
}

}  // namespace
}  // namespace nennep::scenario

int main(int count, char** words) {
    try {
        return nennep::scenario::main({words + 1, words + count});
    } catch (const std::exception& error) {
        std::cout << error.what() << "\n";
        return 1;
    }
}
