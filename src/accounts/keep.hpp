// The port to whatever keeps accounts, sessions, tokens, jobs, acts that wait for a second person, and
// the records of looking. It knows rows, not what they mean. Implemented in store/accounts.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/sha256.hpp"

namespace nennep::accounts {

enum class Shelf : std::uint8_t { account = 1, session = 2, token = 3, waiting = 4, job = 5, setting = 6, answer = 7,
    act = 8, kept = 9, verification = 10, backup = 11 };

struct Row {
    Shelf shelf;
    std::string key;
    std::string bytes;      // empty: the row goes
};

// One line of the chained log: seq from 1 without gaps, link = SHA-256(link before, seq, bytes).
// `at_ms`, `who` and `about` stand in the bytes as well; beside them they are there to be found by.
struct LoggedLine {
    std::uint64_t seq = 0;
    std::int64_t at_ms = 0;
    std::string who;
    std::string about;          // "person/HS-0901"; empty: nothing that anybody would look for
    std::string bytes;
    Digest link{};
};

// Which lines: empty or 0 is any.
struct LogQuestion {
    std::string who;
    std::string about;
    std::int64_t from_ms = 0;
    std::int64_t to_ms = 0;
    std::uint64_t before = 0;   // only lines before this one
};

// May be used by many threads, and beside other processes.
class Keep {
public:
    virtual ~Keep() = default;
    using Take = std::function<void(std::string_view key, std::string_view bytes)>;
    // The rows of a shelf whose keys begin so, by key.
    virtual void read_beginning(Shelf shelf, std::string_view beginning, const Take& take) = 0;
    void read(Shelf shelf, const Take& take) { read_beginning(shelf, {}, take); }
    virtual std::optional<std::string> get(Shelf shelf, std::string_view key) = 0;
    // Puts what `decide` answers, all of it, durably, or nothing. Nobody else writes meanwhile, so that
    // what `decide` reads here is still so when its rows are put.
    virtual void update(const std::function<std::vector<Row>()>& decide) = 0;
    void put(std::span<const Row> rows) {
        update([rows] { return std::vector<Row>(rows.begin(), rows.end()); });
    }
    // Changes when another process has written (the command line beside a running server).
    virtual std::uint64_t version() = 0;

    virtual LoggedLine last_logged() = 0;       // seq 0: none yet
    // Appends what `continue_it` answers to the last line, durably; Bug unless it continues that.
    virtual void append_log(const std::function<std::vector<LoggedLine>(const LoggedLine& last)>& continue_it) = 0;
    // From the newest back, until `take` answers false.
    virtual void read_log(const LogQuestion& question, const std::function<bool(const LoggedLine&)>& take) = 0;
};

}  // namespace nennep::accounts
