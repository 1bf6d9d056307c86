// A calendar day, a month and a period of days. Days are counted from 1970-01-01, without time zone:
// a decision is dated, never timed.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nennep {

class Day {
public:
    constexpr Day() = default;
    constexpr explicit Day(std::int32_t number) : number_(number) {}

    // The day by the Gregorian calendar, or nothing for a date that does not exist (31/02).
    static std::optional<Day> of(int year, unsigned month, unsigned day);
    // Reads `YYYY-MM-DD` between 1000-01-01 and 9999-12-31, and nothing else.
    static std::optional<Day> parse(std::string_view iso);
    // The day in Viet Nam (UTC+7, no summer time) at a moment in milliseconds since 1970 UTC.
    static Day in_viet_nam(std::int64_t utc_ms);
    // Later than every day that can be written: the end of what has not ended.
    static constexpr Day never() { return Day{0x7fffffff}; }
    static constexpr Day beginning() { return Day{-0x7fffffff}; }

    constexpr std::int32_t number() const { return number_; }
    int year() const;
    unsigned month() const;
    unsigned day_of_month() const;
    std::string iso() const;         // 2020-02-24
    std::string vietnamese() const;  // 24/02/2020
    Day plus_days(int days) const { return Day{number_ + days}; }
    // Date to date; a missing day becomes the last of its month (rules.md R0-4).
    Day plus_months(int months) const;

    friend constexpr auto operator<=>(Day, Day) = default;

private:
    std::int32_t number_ = 0;
};

struct Month {
    int year = 0;
    unsigned month = 0;

    static std::optional<Month> parse(std::string_view iso);  // YYYY-MM
    std::string iso() const;
    friend constexpr auto operator<=>(const Month&, const Month&) = default;
};

// All days from `first` to `last`, both included.
struct Period {
    Day first;
    Day last;

    static Period of_year(int year);
    bool has(Day day) const { return first <= day && day <= last; }
    // The same days one year before; 29/02 becomes 28/02.
    Period year_before() const { return {first.plus_months(-12), last_before()}; }
    // The year, if the period is exactly one calendar year.
    std::optional<int> year() const;

private:
    Day last_before() const;
};

}  // namespace nennep
