// Plays a scenario in a folder of its own and tells what went otherwise than it says.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "matching.hpp"
#include "scenario.hpp"

namespace nennep::scenario {

class Player {
public:
    // `folder` is empty and the player's own; `starts` holds the ready-made beginnings.
    Player(std::filesystem::path program, std::filesystem::path starts,
           std::filesystem::path folder);

    void play(const Scenario& scenario);
    const std::vector<std::string>& failures() const { return failures_; }

private:
    void play(const Step& step);
    void import_block(const Step& step, const std::string& content);
    void check_nothing_recorded();
    void command(const Step& step);
    void moment(const std::string& name);
    void write(const std::string& name, const std::string& content);
    std::string content(const Step& step) const;
    void fail(std::string what);

    std::filesystem::path program_;
    std::filesystem::path starts_;
    std::filesystem::path folder_;
    std::filesystem::path file_;  // where the step that is played stands
    std::size_t line_ = 0;
    Names names_;
    std::uint64_t entries_ = 0;  // that the store holds, as far as blocks recorded them
    std::vector<std::string> failures_;
};

}  // namespace nennep::scenario
