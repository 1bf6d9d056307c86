#include "base/day.hpp"

#include <chrono>
#include <cstdio>

namespace nennep {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Day day) { return year_month_day{sys_days{days{day.number()}}}; }

std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::string printed(const char* format, int a, unsigned b, unsigned c) {
    char text[40];
    std::snprintf(text, sizeof text, format, a, b, c);
    return text;
}

}  // namespace

std::optional<Day> Day::of(int year, unsigned month, unsigned day) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                              std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Day{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

std::optional<Day> Day::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto year = digits(iso.substr(0, 4));
    const auto month = digits(iso.substr(5, 2));
    const auto day = digits(iso.substr(8, 2));
    if (!year || !month || !day || *year < 1000) return std::nullopt;
    return of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

Day Day::in_viet_nam(std::int64_t utc_ms) {
    constexpr std::int64_t seven_hours_ms = 7 * 3'600'000LL;
    const auto local = std::chrono::milliseconds{utc_ms + seven_hours_ms};
    return Day{static_cast<std::int32_t>(std::chrono::floor<days>(local).count())};
}

int Day::year() const { return static_cast<int>(calendar(*this).year()); }
unsigned Day::month() const { return static_cast<unsigned>(calendar(*this).month()); }
unsigned Day::day_of_month() const { return static_cast<unsigned>(calendar(*this).day()); }

std::string Day::iso() const {
    return printed("%04d-%02u-%02u", year(), month(), day_of_month());
}

std::string Day::vietnamese() const {
    char text[40];
    std::snprintf(text, sizeof text, "%02u/%02u/%04d", day_of_month(), month(), year());
    return text;
}

Day Day::plus_months(int months) const {
    auto date = calendar(*this) + std::chrono::months{months};
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return Day{static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count())};
}

std::optional<Month> Month::parse(std::string_view iso) {
    if (iso.size() != 7 || iso[4] != '-') return std::nullopt;
    const auto year = digits(iso.substr(0, 4));
    const auto month = digits(iso.substr(5, 2));
    if (!year || !month || *year < 1000 || *month < 1 || *month > 12) return std::nullopt;
    return Month{*year, static_cast<unsigned>(*month)};
}

std::string Month::iso() const {
    char text[24];
    std::snprintf(text, sizeof text, "%04d-%02u", year, month);
    return text;
}

Period Period::of_year(int year) { return {*Day::of(year, 1, 1), *Day::of(year, 12, 31)}; }

// The day before the first day's month-by-month image of the day after: so a period that ends
// with its month still does a year earlier, in a leap year too.
Day Period::last_before() const { return last.plus_days(1).plus_months(-12).plus_days(-1); }

std::optional<int> Period::year() const {
    const int year = first.year();
    const auto whole = of_year(year);
    if (first != whole.first || last != whole.last) return std::nullopt;
    return year;
}

}  // namespace nennep
