#include "http/request_log.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "http/header_values.hpp"

namespace nennep::http {
namespace {

// Outside ASCII there is nothing in it but what somebody smuggled in.
std::string plain_json(std::string_view text) {
    std::string plain(text);
    std::replace_if(plain.begin(), plain.end(), [](char c) { return c < 0x20 || c == 0x7f; }, '?');
    return json_quoted(plain);
}

std::string moment(std::int64_t ms) {
    using namespace std::chrono;
    const sys_time<milliseconds> at{milliseconds(ms)};
    const auto midnight = floor<days>(at);
    const year_month_day day{midnight};
    const hh_mm_ss time{at - midnight};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

}  // namespace

std::string log_line(const Request& request, const Served& served) {
    auto line = fmt::format(
        R"({{"at":"{}","request":{},"route":{},"method":"{}","status":{},"bytes":{},"us":{},"peer":{})",
        moment(served.at_ms), plain_json(served.request_id), plain_json(served.route), name_of(request.method),
        served.status, served.bytes, served.took.count(), plain_json(request.peer));
    const auto trace = trace_id(request.header("traceparent"));
    if (!trace.empty()) line += fmt::format(R"(,"trace":"{}")", trace);
    line += "}\n";
    return line;
}

}  // namespace nennep::http
