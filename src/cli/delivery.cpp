#include "cli/delivery.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <system_error>

namespace nennep::cli {
namespace {

namespace fs = std::filesystem;

std::string reason_of(int error) { return std::error_code(error, std::generic_category()).message(); }

[[noreturn]] void unwritable(const std::string& name, int error) {
    throw Fault("out.unwritable", name + ": " + reason_of(error));
}

// A file that goes away again unless it is given its final name.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : path_(std::move(path)) {}
    ~Unfinished() {
        std::error_code ignored;
        if (!is_done_) fs::remove(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const fs::path& path() const { return path_; }

    // On the disk before it has its name: a power cut leaves the old file or the new one.
    void sync() const {
        const int file = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) unwritable(path_.string(), errno);
        const bool failed = fsync(file) != 0;
        const int error = errno;
        close(file);
        if (failed) unwritable(path_.string(), error);
    }

    void rename_to(const std::string& name, bool may_replace) {
        const unsigned only_new = may_replace ? 0 : RENAME_NOREPLACE;
        int failed = renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, name.c_str(), only_new);
        if (failed != 0 && errno == EINVAL && !may_replace) {
            // This file system cannot refuse by itself.
            failed = access(name.c_str(), F_OK) == 0 ? (errno = EEXIST, -1)
                                                     : std::rename(path_.c_str(), name.c_str());
        }
        if (failed != 0 && errno == EEXIST) throw Refused{{"out.exists", "", {{"file", name}}}};
        if (failed != 0) unwritable(name, errno);
        is_done_ = true;
    }

private:
    fs::path path_;
    bool is_done_ = false;
};

std::string unfinished_name(const std::string& name) {
    return name + "." + std::to_string(getpid()) + ".unfinished";
}

// A pipe or a device takes bytes, but never gives way to a file: /dev/stdout, /dev/full.
bool takes_bytes_only(const std::string& name) {
    std::error_code error;
    const auto status = fs::status(name, error);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void copy_into(std::ostream& out, const fs::path& path, const std::string& name) {
    std::ifstream in(path, std::ios::binary);
    // Whoever reads may close the pipe, and the program ends there and then: no name is left behind.
    std::error_code ignored;
    fs::remove(path, ignored);
    out << in.rdbuf() << std::flush;
    if (!in || !out) unwritable(name, errno);
}

}  // namespace

void check_output(const Call& call) {
    const auto& name = call.options.output;
    if (name.empty() || takes_bytes_only(name)) return;
    std::error_code error;
    const auto status = fs::status(name, error);
    if (fs::is_directory(status)) unwritable(name, EISDIR);
    if (fs::exists(status) && !call.options.force) throw Refused{{"out.exists", "", {{"file", name}}}};
    const auto folder = fs::absolute(name).parent_path();
    if (!fs::is_directory(folder, error)) unwritable(folder.string(), ENOENT);
    if (access(folder.c_str(), W_OK) != 0) unwritable(folder.string(), errno);
}

void deliver_file(const Call& call, const std::function<void(const fs::path&)>& write) {
    const auto& name = call.options.output;
    check_output(call);
    if (name.empty() || takes_bytes_only(name)) {
        if (name.empty() && isatty(STDOUT_FILENO) == 1) throw Misuse{call.terminal.say("cli.not_for_a_terminal")};
        const Unfinished file(fs::temp_directory_path() / unfinished_name("nennep"));
        write(file.path());
        call.terminal.clear_line();
        if (name.empty()) {
            copy_into(call.out, file.path(), "standard output");
        } else {
            std::ofstream device(name, std::ios::binary);
            copy_into(device, file.path(), name);
        }
        return;
    }
    // What a link leads to is replaced, not the link.
    const auto target = fs::weakly_canonical(fs::absolute(name)).string();
    Unfinished file(unfinished_name(target));
    try {
        write(file.path());
    } catch (const Fault& fault) {
        if (fault.code() == "out.unwritable") throw Fault(fault.code(), target);
        throw;
    }
    file.sync();
    file.rename_to(target, call.options.force);
    call.terminal.note(call.terminal.say("cli.written", {{"file", target}}));
}

void deliver(const Call& call, std::string_view content) {
    if (!call.options.output.empty()) {
        deliver_file(call, [&](const fs::path& path) {
            std::ofstream file(path, std::ios::binary | std::ios::trunc);
            file << content << std::flush;
            if (!file) unwritable(path.string(), errno);
        });
        return;
    }
    call.terminal.clear_line();
    call.out << content << std::flush;
    if (!call.out) throw Fault("out.unwritable", "standard output");
}

}  // namespace nennep::cli
