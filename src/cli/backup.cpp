// `nennep backup` and `nennep restore`: one file of all that the store holds, and back.
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <iostream>

#include "accounts/backups.hpp"
#include "cli/delivery.hpp"
#include "cli/examination.hpp"
#include "cli/settings.hpp"

namespace nennep::cli {
namespace {

namespace fs = std::filesystem;

// A folder for its owner only, which goes again with all that is in it.
class Workplace {
public:
    explicit Workplace(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        fs::remove_all(path_, error);  // what a killed program left
        if (!fs::create_directory(path_, error) || error) throw Fault("out.unwritable", path_.string());
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

// Shown, and the place where long work ends when somebody presses Ctrl-C.
service::Progress stoppable(const Call& call) {
    return [shown = call.terminal.progress()](std::string_view stage, std::size_t is_done, std::size_t total) {
        if (was_interrupted()) throw Refused{{"backup.stopped", "", {}}};
        if (shown) shown(stage, is_done, total);
    };
}

// Also says what is wrong where it is not sound.
Examination examined(const Call& call, const fs::path& folder, const char* fault) {
    auto found = examine(call.house, folder.string(), stoppable(call));
    call.terminal.clear_line();
    if (!found.is_sound()) throw Fault(fault, in_words(call.terminal, found));
    return found;
}

accounts::Backup make_backup(const Call& call, const std::string& data, const fs::path& file) {
    const auto& backups = call.house.backups;
    accounts::Backup made;
    made.at_ms = call.house.surroundings.now_ms();
    const Workplace copy(fs::path(file).concat(".copy"));
    backups.copy(data, copy.path());
    made.entries = examined(call, copy.path(), "store.damaged").books.entries;
    const auto packing = call.terminal.progress();
    constexpr std::size_t whole = 100;
    const auto goes_on = [&](double part) {
        if (packing) packing("packing", static_cast<std::size_t>(part * whole), whole);
        return !was_interrupted();
    };
    if (!backups.pack(copy.path(), file, goes_on)) throw Refused{{"backup.stopped", "", {}}};
    call.terminal.clear_line();
    made.bytes = fs::file_size(file);
    made.file = fs::weakly_canonical(fs::absolute(call.options.output)).string();
    return made;
}

}  // namespace

Status back_up(const Call& call) {
    listen_for_interruption();
    const auto data = data_of(call);
    // Where it could not be noted, none is made.
    const auto keep = call.house.open_keep(data, Access::read) ? call.house.open_keep(data, Access::create) : nullptr;
    accounts::Backup made;
    deliver_file(call, [&](const fs::path& file) { made = make_backup(call, data, file); });
    // Now that it has its name.
    if (keep) accounts::note_backup(*keep, made, actor_of(call.options));
    return done;
}

Status restore(const Call& call) {
    listen_for_interruption();
    const auto& backups = call.house.backups;
    const auto& file = call.options.files.front();
    if (access(file.c_str(), R_OK) != 0) {
        const auto reason = std::generic_category().message(errno);
        throw Refused{{"file.unreadable", "", {{"reason", file + ": " + reason}}}};
    }
    const fs::path data = fs::absolute(data_of(call));
    backups.must_hold_no_store(data);
    std::error_code error;
    const bool is_new = fs::create_directories(data, error);
    if (error) throw Fault("store.unreachable", data.string() + ": " + error.message());
    if (is_new) fs::permissions(data, fs::perms::owner_all);
    try {
        const Workplace work(data / "restore-unfinished");
        backups.unpack(file, work.path());
        const auto found = examined(call, work.path(), "backup.damaged");
        backups.become_store(work.path(), data);
        call.out << in_words(call.terminal, found) << "\n";
        call.terminal.note(call.terminal.say("cli.restored", {{"data", data.string()}}));
    } catch (...) {
        if (is_new) fs::remove(data, error);
        throw;
    }
    return done;
}

}  // namespace nennep::cli
