// Records of looking: who opened whose file or a restricted case, who exported what, who signed in,
// who changed rights. A chain of its own (like the journal's), written behind the answers: a line is
// on the disk within a second, and always before the program ends.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "accounts/keep.hpp"

namespace nennep::accounts {

struct Look {
    std::uint64_t seq = 0;              // once it is written
    std::int64_t at_ms = 0;
    std::string who;                    // name of the account; empty where a sign-in named nobody's
    std::string act;                    // "read", "reveal", "export", "print", "sign_in", "sign_in_failed", "rights" …
    std::string subject_type;           // what was looked at; may be empty
    std::string subject;                // its key
    std::string organisation;           // key of where it belongs, or whose list was exported
    std::string detail;                 // route or figure; how many rows
    std::string peer;
};

struct LookQuery {
    std::string who;                    // each: empty for any
    std::string subject_type;
    std::string subject;
    std::string act;
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;             // 0: until now
    std::uint64_t before = 0;           // for the next page
    std::size_t most = 100;
};

class AccessLog {
public:
    explicit AccessLog(Keep& keep);
    ~AccessLog();                       // writes what is left
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    // Does not wait for the disk. The same person reading the same thing again within a minute is one
    // line.
    void note(Look look);
    // Waits until all that was noted is on the disk; false if it could not be written.
    bool flush();
    // Writing fails (a full disk): what was noted is held, and tried again every second. Then nothing
    // should be shown of which a record must remain.
    bool is_stuck() const;
    std::vector<Look> find(const LookQuery& query);
    // The first line at which the chain does not hold, or nothing.
    std::optional<std::uint64_t> broken_at();

private:
    void write_behind();
    void write(const std::vector<Look>& looks);

    Keep& keep_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Look> noted_;
    std::unordered_map<std::string, std::int64_t> read_lately_;
    std::size_t unwritten_ = 0;
    std::uint64_t failures_ = 0;
    bool is_stuck_ = false;
    bool ends_ = false;
    std::thread writer_;
};

// Walks the whole chain of a Keep, for `nennep verify`: the first line that does not continue the one
// before it, whose bytes are none, or that stands in the index under another name than its own.
struct LogSoundness {
    std::uint64_t lines = 0;
    std::optional<std::uint64_t> broken_at;
};
LogSoundness verify_log(Keep& keep);

}  // namespace nennep::accounts
