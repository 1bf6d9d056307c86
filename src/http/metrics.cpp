#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace nennep::http {
namespace {

constexpr std::string_view unknown = "other";

void head(std::string& out, std::string_view name, std::string_view kind, std::string_view meaning) {
    out += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, meaning);
}

template <class Value>
void single(std::string& out, std::string_view name, std::string_view kind, std::string_view meaning, Value value) {
    head(out, name, kind, meaning);
    out += fmt::format("{} {}\n", name, value);
}

}  // namespace

Metrics::Metrics(const std::vector<std::string>& routes) {
    for (const auto& route : routes) routes_.emplace(route, std::make_unique<Counts>());
    routes_.emplace(unknown, std::make_unique<Counts>());
}

void Metrics::count(std::string_view route, Method method, int status, std::size_t bytes,
                    std::chrono::microseconds took) {
    auto found = routes_.find(route);
    if (found == routes_.end()) found = routes_.find(unknown);
    auto& counts = *found->second;
    const auto hundreds = static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
    const auto us = std::max<std::int64_t>(took.count(), 0);
    const auto step = static_cast<std::size_t>(std::lower_bound(ends_us.begin(), ends_us.end(), us) - ends_us.begin());
    constexpr auto loosely = std::memory_order_relaxed;
    counts.requests[static_cast<std::size_t>(method)][hundreds].fetch_add(1, loosely);
    counts.took[step].fetch_add(1, loosely);
    counts.took_us.fetch_add(static_cast<std::uint64_t>(us), loosely);
    counts.bytes.fetch_add(bytes, loosely);
}

void Metrics::append_requests(std::string& out) const {
    constexpr std::string_view name = "nennep_http_requests_total";
    head(out, name, "counter", "Requests answered.");
    for (const auto& [route, counts] : routes_) {
        for (std::size_t method = 0; method < methods; ++method) {
            for (std::size_t hundreds = 0; hundreds < classes; ++hundreds) {
                const auto count = counts->requests[method][hundreds].load();
                if (count == 0) continue;
                out += fmt::format("{}{{route=\"{}\",method=\"{}\",status=\"{}xx\"}} {}\n", name, route,
                                   name_of(static_cast<Method>(method)), hundreds + 1, count);
            }
        }
    }
}

void Metrics::append_durations(std::string& out) const {
    constexpr std::string_view name = "nennep_http_request_duration_seconds";
    head(out, name, "histogram", "From the end of a request's head to the last byte of its answer.");
    for (const auto& [route, counts] : routes_) {
        std::uint64_t sum = 0;
        std::array<std::uint64_t, ends_us.size() + 1> up_to{};
        for (std::size_t i = 0; i < up_to.size(); ++i) up_to[i] = sum += counts->took[i].load();
        if (sum == 0) continue;
        for (std::size_t i = 0; i < up_to.size(); ++i) {
            const auto end = i < ends_us.size() ? fmt::format("{}", static_cast<double>(ends_us[i]) / 1e6) : "+Inf";
            out += fmt::format("{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, route, end, up_to[i]);
        }
        out += fmt::format("{}_sum{{route=\"{}\"}} {}\n", name, route,
                           static_cast<double>(counts->took_us.load()) / 1e6);
        out += fmt::format("{}_count{{route=\"{}\"}} {}\n", name, route, sum);
    }
}

void Metrics::append_bytes(std::string& out) const {
    constexpr std::string_view name = "nennep_http_sent_bytes_total";
    head(out, name, "counter", "Bytes of answers, with their heads.");
    for (const auto& [route, counts] : routes_) {
        const auto bytes = counts->bytes.load();
        if (bytes > 0) out += fmt::format("{}{{route=\"{}\"}} {}\n", name, route, bytes);
    }
}

std::string Metrics::text(const ServerState& server, const ProcessState& process) const {
    std::string out;
    append_requests(out);
    append_durations(out);
    append_bytes(out);
    single(out, "nennep_http_connections", "gauge", "Open connections.", server.connections);
    single(out, "nennep_http_requests_in_hand", "gauge", "Requests being answered.", server.in_hand);
    single(out, "nennep_http_requests_waiting", "gauge", "Slow requests that wait for a worker.", server.waiting);
    single(out, "process_resident_memory_bytes", "gauge", "Memory in use.", process.memory_bytes);
    single(out, "nennep_up_seconds", "gauge", "Seconds since the start.", process.up_seconds);
    return out;
}

}  // namespace nennep::http
