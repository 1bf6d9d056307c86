// Runs a program and waits for its end.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace nennep::scenario {

struct Ended {
    int status = 0;  // of a program ended by a signal: 128 + its number
    std::string out;
    std::string err;
};

// `words` begins with the path of the program. It runs in `folder`, with `variables` added to the
// environment; what it prints passes through files beside `folder`, so that no pipe can fill up.
Ended run(const std::vector<std::string>& words, const std::filesystem::path& folder,
          const std::vector<std::pair<std::string, std::string>>& variables);

// A new folder, gone at the end together with the files beside it, unless it is kept.
class Scratch {
public:
    explicit Scratch(bool keep = false);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path work() const { return top_ / "work"; }

private:
    bool keep_;
    std::filesystem::path top_;
};

std::string content_of(const std::filesystem::path& file);

}  // namespace nennep::scenario
