// A crowd for measuring: as many events as asked for, of members of a province-sized committee
// over five years, ten events a member. Plain, regular and deterministic; nobody's sample.
#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

namespace nennep::sample {

inline constexpr const char* crowd_organisation = "TINH";
inline constexpr int crowd_first_year = 2016;
inline constexpr int crowd_last_year = 2020;

// Hands over about `events` import lines, in the order in which an office would have them.
void crowd(std::size_t events, const std::function<void(std::string_view)>& line);

}  // namespace nennep::sample
