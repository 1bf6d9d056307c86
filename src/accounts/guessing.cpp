#include "accounts/guessing.hpp"

#include <algorithm>
#include <cstring>

namespace nennep::accounts {

std::size_t Guessing::ByBytes::operator()(const Digest& digest) const {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

Guessing::Try Guessing::begin(std::string_view name, std::int64_t now_ms) {
    const auto digest = sha256(name);
    const std::scoped_lock lock(mutex_);
    // Full of made-up names: those who were wrong the least begin anew first.
    for (std::size_t most = 1; tries_.size() >= most_names; most *= 2) {
        std::erase_if(tries_, [most](const auto& one) { return one.second.of_the_day.size() <= most; });
    }
    auto& tries = tries_[digest];
    auto& day = tries.of_the_day;
    while (!day.empty() && day.front() <= now_ms - day_ms) day.pop_front();
    if (day.empty()) tries.wrong_in_a_row = 0;
    if (day.size() >= tries_a_day) return {day.front() + day_ms - now_ms, false};
    if (tries.wrong_in_a_row >= free_tries) {
        const auto doublings = std::min<std::size_t>(tries.wrong_in_a_row - free_tries, 20);
        const auto wait = std::min(first_wait_ms << doublings, longest_wait_ms);
        const auto until = day.back() + wait;
        if (now_ms < until) return {until - now_ms, false};
    }
    ++tries.wrong_in_a_row;
    day.push_back(now_ms);
    return {0, day.size() == alarm_at};
}

void Guessing::was_right(std::string_view name) {
    was_unfinished(name);
    const std::scoped_lock lock(mutex_);
    if (const auto found = tries_.find(sha256(name)); found != tries_.end()) found->second.wrong_in_a_row = 0;
}

void Guessing::was_unfinished(std::string_view name) {
    const std::scoped_lock lock(mutex_);
    const auto found = tries_.find(sha256(name));
    if (found == tries_.end()) return;
    auto& tries = found->second;
    if (tries.wrong_in_a_row > 0) --tries.wrong_in_a_row;
    if (!tries.of_the_day.empty()) tries.of_the_day.pop_back();
}

void Guessing::forget_old(std::int64_t now_ms) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(tries_, [now_ms](const auto& one) {
        const auto& day = one.second.of_the_day;
        return day.empty() || day.back() <= now_ms - day_ms;
    });
}

}  // namespace nennep::accounts
