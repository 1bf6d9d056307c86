// The real program as a child process: run to its end, or killed on the way.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace nennep::kill {

using Words = std::vector<std::string>;
using Microseconds = std::chrono::microseconds;

struct Ending {
    int status = 0;             // of exit, where it was not killed
    bool was_killed = false;    // by us
    Microseconds lasted{};
    std::string said;           // on standard output
};

// `words[0]` is the program. With `kill_after` it is sent SIGKILL when so much time has gone by and
// it has not ended by itself. Throws std::runtime_error if it cannot be started or dies otherwise.
Ending run(const Words& words, std::optional<Microseconds> kill_after = {});

}  // namespace nennep::kill
