// Moments as people write them: a day, or a day and a time, in Viet Nam unless they say otherwise.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nennep::service {

// Milliseconds since 1970 UTC. Reads `2021-01-20` (the end of that day), `2021-01-20T17:00`,
// `2021-01-20 17:00:30.250`, each with `Z` or `+07:00` behind it if it is not Viet Nam's time.
std::optional<std::int64_t> parse_moment(std::string_view text);
// 2021-01-20T17:00:00.000+07:00
std::string iso_moment(std::int64_t utc_ms);
// 17:00 20/01/2021
std::string vietnamese_moment(std::int64_t utc_ms);

}  // namespace nennep::service
