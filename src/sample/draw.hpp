// Chance, drawn from a seed. The distributions of <random> differ between libraries, so only its
// engine is used, which the standard fixes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/day.hpp"

namespace nennep::sample {

// Texts of which some are commoner than others; `upto` sums their weights.
struct Choice {
    std::vector<std::string> texts;
    std::vector<int> upto;
};

class Draw {
public:
    Draw(std::uint64_t seed, std::vector<Period> holidays)
        : engine_(seed), holidays_(std::move(holidays)) {}

    // 0 … n-1. The remainder favours small numbers by less than one in 2^40, for any n used here.
    int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool chance(int per_mille) { return below(1000) < per_mille; }
    Day day(Day first, Day last) { return Day{between(first.number(), last.number())}; }

    // A day on which offices work; the last day asked for, if there is none.
    Day working_day(Day first, Day last) {
        for (int tries = 0; tries < 20; ++tries) {
            const Day drawn = day(first, last);
            const int weekday = (drawn.number() + 4) % 7;  // 1970-01-01 was a Thursday; 0 is Sunday
            if (weekday != 0 && weekday != 6 && !is_holiday(drawn)) return drawn;
        }
        return last;
    }

    template <class T>
    const T& one_of(const std::vector<T>& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

    const std::string& one_of(const Choice& choice) { return choice.texts[index(choice.upto)]; }

    // Which of the weights (summed up in `upto`) a drawn point falls in.
    std::size_t index(const std::vector<int>& upto) {
        const int point = below(upto.back());
        std::size_t at = 0;
        while (upto[at] <= point) ++at;
        return at;
    }

private:
    bool is_holiday(Day day) const {
        for (const Period& holiday : holidays_)
            if (holiday.has(day)) return true;
        return false;
    }

    std::mt19937_64 engine_;
    std::vector<Period> holidays_;
};

}  // namespace nennep::sample
