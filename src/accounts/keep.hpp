// The port to whatever keeps accounts, sessions, tokens, jobs, acts that wait for a second person, and
// the records of looking. It knows rows, not what they mean. Implemented in store/accounts.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/sha256.hpp"

namespace nennep::accounts {

enum class Shelf : std::uint8_t { account = 1, session = 2, token = 3, waiting = 4, job = 5, setting = 6, answer = 7 };

struct Row {
    Shelf shelf;
    std::string key;
    std::string bytes;      // empty: the row goes
};

// One line of the chained log: seq from 1 without gaps, link = SHA-256(link before, seq, bytes).
struct LoggedLine {
    std::uint64_t seq = 0;
    std::string bytes;
    Digest link{};
};

class Keep {
public:
    virtual ~Keep() = default;
    // All rows of a shelf, by key.
    virtual void read(Shelf shelf, const std::function<void(std::string_view key, std::string_view bytes)>& take) = 0;
    virtual std::optional<std::string> get(Shelf shelf, std::string_view key) = 0;
    // All of them, durably, or none.
    virtual void put(std::span<const Row> rows) = 0;
    // Changes when another process has written (the command line beside a running server).
    virtual std::uint64_t version() = 0;

    virtual LoggedLine last_logged() = 0;       // seq 0: none yet
    // Continue the last one; refused with a Fault otherwise.
    virtual void append_log(std::span<const LoggedLine> lines) = 0;
    // From the newest back, before `before` (0: from the end), until `take` answers false.
    virtual void read_log(std::uint64_t before, const std::function<bool(const LoggedLine&)>& take) = 0;
};

}  // namespace nennep::accounts
