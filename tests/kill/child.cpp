#include "child.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <thread>

namespace nennep::kill {
namespace {

using Clock = std::chrono::steady_clock;

// What the child says goes to a file without a name: it can never stop for a full pipe.
class Said {
public:
    Said() : file_(std::tmpfile()) {
        if (file_ == nullptr) throw std::runtime_error("no room for a temporary file");
    }
    ~Said() { std::fclose(file_); }
    Said(const Said&) = delete;
    Said& operator=(const Said&) = delete;
    int descriptor() const { return fileno(file_); }
    std::string text() const {
        std::string all;
        char block[1 << 14];
        std::rewind(file_);
        while (const auto size = std::fread(block, 1, sizeof block, file_)) all.append(block, size);
        return all;
    }

private:
    std::FILE* file_;
};

pid_t start(const Words& words, int out) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error(std::string("fork: ") + std::strerror(errno));
    if (child > 0) return child;
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(out, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Ending run(const Words& words, std::optional<Microseconds> kill_after) {
    const Said said;
    const auto begin = Clock::now();
    const pid_t child = start(words, said.descriptor());
    Ending ending;
    int state = 0;
    if (kill_after) {
        while (waitpid(child, &state, WNOHANG) == 0) {
            if (Clock::now() - begin >= *kill_after) {
                // Until it is waited for, its number is nobody else's.
                ::kill(child, SIGKILL);
                waitpid(child, &state, 0);
                break;
            }
            std::this_thread::sleep_for(Microseconds{100});
        }
    } else {
        waitpid(child, &state, 0);
    }
    ending.lasted = std::chrono::duration_cast<Microseconds>(Clock::now() - begin);
    ending.was_killed = WIFSIGNALED(state) && WTERMSIG(state) == SIGKILL;
    if (!ending.was_killed && !WIFEXITED(state)) {
        throw std::runtime_error(words[0] + " died of signal " + std::to_string(WTERMSIG(state)));
    }
    if (ending.was_killed && !kill_after) throw std::runtime_error(words[0] + " was killed by others");
    ending.status = ending.was_killed ? 0 : WEXITSTATUS(state);
    if (!ending.was_killed && ending.status == 127) throw std::runtime_error(words[0] + ": not there");
    ending.said = said.text();
    return ending;
}

}  // namespace nennep::kill
