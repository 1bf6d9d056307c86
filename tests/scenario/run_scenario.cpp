// run_scenario --program NENNEP --starts FOLDER [--keep] FILE…
// Exit status 0 if everything went as the scenarios say.
#include <iostream>
#include <stdexcept>

#include "player.hpp"
#include "process.hpp"

namespace nennep::scenario {
namespace {

int main(const std::vector<std::string>& arguments) {
    std::filesystem::path program;
    std::filesystem::path starts;
    bool keep = false;
    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--program") program = std::filesystem::absolute(arguments.at(++i));
        else if (arguments[i] == "--starts") starts = arguments.at(++i);
        else if (arguments[i] == "--keep") keep = true;
        else files.emplace_back(arguments[i]);
    }
    std::size_t failed = 0;
    for (const auto& file : files) {
        const Scratch scratch(keep);
        Player player(program, starts, scratch.work());
        player.play(read_scenario(file));
        for (const auto& failure : player.failures()) std::cout << failure << "\n";
        if (!player.failures().empty()) ++failed;
    }
    std::cout << files.size() - failed << " of " << files.size() << " as written\n";
    return failed == 0 && !files.empty() ? 0 : 1;
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
