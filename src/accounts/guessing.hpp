// How often somebody may be wrong (S5): five times, then with growing waits, and a hundred times in
// any 24 hours, whatever address it comes from. Never a lock for good: that would be a weapon itself.
// Names that are nobody's are counted alike, so that waiting tells nothing.
#pragma once
#include <cstdint>
#include <deque>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "base/sha256.hpp"

namespace nennep::accounts {

class Guessing {
public:
    static constexpr std::size_t free_tries = 5;
    static constexpr std::size_t tries_a_day = 100;
    static constexpr std::size_t alarm_at = 20;         // tries of one day
    static constexpr std::int64_t first_wait_ms = 2'000;
    static constexpr std::int64_t longest_wait_ms = 15 * 60 * 1000;
    static constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

    struct Try {
        std::int64_t wait_ms = 0;       // more than 0: not now
        bool is_alarming = false;       // the twentieth of this day
    };
    // Counts a try as wrong before it is judged: tries side by side cannot pass the limit together.
    Try begin(std::string_view name, std::int64_t now_ms);
    // It was right: the waits begin anew; the others of the day stay counted.
    void was_right(std::string_view name);
    // It was neither: the password is right, the code still missing.
    void was_unfinished(std::string_view name);
    // Nobody tried for a day: nothing to remember.
    void forget_old(std::int64_t now_ms);

private:
    struct Tries {
        std::size_t wrong_in_a_row = 0;
        std::deque<std::int64_t> of_the_day;
    };
    // Names are kept as digests: what is typed there may be a password in the wrong field.
    struct ByBytes {
        std::size_t operator()(const Digest& digest) const;
    };
    static constexpr std::size_t most_names = 200'000;

    std::mutex mutex_;
    std::unordered_map<Digest, Tries, ByBytes> tries_;
};

}  // namespace nennep::accounts
