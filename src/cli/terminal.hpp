// What a person sees beside the results: progress, refusals with what to do, faults.
#pragma once
#include <chrono>
#include <iosfwd>
#include <string>

#include "base/texts.hpp"
#include "cli/status.hpp"
#include "service/recorder.hpp"

namespace nennep::cli {

class Terminal {
public:
    Terminal(const Texts& texts, Language language);
    ~Terminal();

    std::string say(std::string_view key, const Arguments& shown = {}) const;
    Language language() const { return language_; }
    // To standard error: everything that is no result.
    void note(std::string_view text);
    // Progress of long work, on one line, where standard error is a terminal.
    service::Progress progress();

    // The text of a refusal: what is wrong and what to do, and its code for programs.
    std::string explain(const Refusal& refusal) const;
    // Notes all of them, each with its place, and answers the status of a refusal.
    Status refuse(const Refusals& refusals);

    // Takes the progress away before results are printed.
    void clear_line();

private:
    const Texts& texts_;
    Language language_;
    bool is_terminal_;
    bool line_is_open_ = false;
    std::chrono::steady_clock::time_point shown_at_;
};

// Set when somebody pressed Ctrl-C or asked the program to end: long work then ends with nothing
// half done.
bool was_interrupted();
void listen_for_interruption();

}  // namespace nennep::cli
