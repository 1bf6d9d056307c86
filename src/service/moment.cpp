#include "service/moment.hpp"

#include <cstdio>

#include "base/day.hpp"

namespace nennep::service {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr std::int64_t viet_nam_ms = 7 * 60 * minute_ms;

// The two digits at the front of `text`, taken off; nothing if they are none or too large.
std::optional<int> take_two(std::string_view& text, int largest) {
    if (text.size() < 2) return std::nullopt;
    const int tens = text[0] - '0';
    const int ones = text[1] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || tens * 10 + ones > largest) return std::nullopt;
    text.remove_prefix(2);
    return tens * 10 + ones;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

// What is to be taken off a local time to have UTC.
std::optional<std::int64_t> take_zone(std::string_view& text) {
    if (text.empty()) return viet_nam_ms;
    if (take(text, 'Z')) return 0;
    const bool west = text.starts_with('-');
    if (!take(text, '+') && !take(text, '-')) return std::nullopt;
    const auto hours = take_two(text, 14);
    take(text, ':');
    const auto minutes = take_two(text, 59);
    if (!hours || !minutes) return std::nullopt;
    const std::int64_t offset = (*hours * 60 + *minutes) * minute_ms;
    return west ? -offset : offset;
}

}  // namespace

std::optional<std::int64_t> parse_moment(std::string_view text) {
    const auto day = Day::parse(text.substr(0, 10));
    if (!day) return std::nullopt;
    text.remove_prefix(10);
    std::int64_t ms = day->number() * day_ms;
    if (text.empty()) return ms + day_ms - 1 - viet_nam_ms;
    if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
    const auto hour = take_two(text, 23);
    if (!hour || !take(text, ':')) return std::nullopt;
    const auto minute = take_two(text, 59);
    if (!minute) return std::nullopt;
    ms += (*hour * 60 + *minute) * minute_ms;
    if (take(text, ':')) {
        const auto second = take_two(text, 59);
        if (!second) return std::nullopt;
        ms += *second * 1000;
        if (take(text, '.')) {
            int scale = 100;
            for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1)) {
                ms += (text[0] - '0') * scale;
                scale /= 10;
            }
        }
    } else {
        ms += minute_ms - 1;        // 17:00 means all of that minute
    }
    const auto zone = take_zone(text);
    if (!zone || !text.empty()) return std::nullopt;
    return ms - *zone;
}

std::string iso_moment(std::int64_t utc_ms) {
    const std::int64_t local = utc_ms + viet_nam_ms;
    const auto of_day = ((local % day_ms) + day_ms) % day_ms;
    char time[40];
    std::snprintf(time, sizeof time, "T%02d:%02d:%02d.%03d+07:00", static_cast<int>(of_day / (60 * minute_ms)),
                  static_cast<int>(of_day / minute_ms % 60), static_cast<int>(of_day / 1000 % 60),
                  static_cast<int>(of_day % 1000));
    return Day::in_viet_nam(utc_ms).iso() + time;
}

std::string vietnamese_moment(std::int64_t utc_ms) {
    const std::string iso = iso_moment(utc_ms);
    return iso.substr(11, 5) + " " + Day::in_viet_nam(utc_ms).vietnamese();
}

}  // namespace nennep::service
