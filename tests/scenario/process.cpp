#include "process.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace nennep::scenario {
namespace {

void redirect(const std::string& file, int to) {
    const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened < 0 || dup2(opened, to) < 0) _exit(127);
    close(opened);
}

}  // namespace

Scratch::Scratch(bool keep) : keep_(keep) {
    auto pattern = (std::filesystem::temp_directory_path() / "nennep-scenario-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder can be made");
    top_ = pattern;
    std::filesystem::create_directory(work());
}

Scratch::~Scratch() {
    std::error_code ignored;
    if (keep_) std::cout << "kept: " << work().string() << "\n";
    else std::filesystem::remove_all(top_, ignored);
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(file.string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

Ended run(const std::vector<std::string>& words, const std::filesystem::path& folder,
          const std::vector<std::pair<std::string, std::string>>& variables) {
    const std::string out = folder.string() + ".out";
    const std::string err = folder.string() + ".err";
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("no process can be started");
    if (child == 0) {
        redirect(out, STDOUT_FILENO);
        redirect(err, STDERR_FILENO);
        if (chdir(folder.c_str()) != 0) _exit(127);
        for (const auto& [name, value] : variables) setenv(name.c_str(), value.c_str(), 1);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    int how = 0;
    if (waitpid(child, &how, 0) != child) throw std::runtime_error("the program was lost");
    return {WIFEXITED(how) ? WEXITSTATUS(how) : 128 + WTERMSIG(how), content_of(out),
            content_of(err)};
}

}  // namespace nennep::scenario
