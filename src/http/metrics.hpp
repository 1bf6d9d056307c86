// What the server has done, counted for Prometheus. Only names of routes stand in it, never what was
// asked: the figures may lie open where the books may not.
#pragma once
#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/server.hpp"

namespace nennep::http {

struct ProcessState {           // told by the caller: the machine is asked at the roof
    std::uint64_t memory_bytes = 0;
    std::int64_t up_seconds = 0;
};

class Metrics {
public:
    // All names of routes that there are; whatever else is counted stands under "other".
    explicit Metrics(const std::vector<std::string>& routes);

    // From any thread.
    void count(std::string_view route, Method method, int status, std::size_t bytes, std::chrono::microseconds took);
    std::string text(const ServerState& server, const ProcessState& process) const;

    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

private:
    static constexpr std::size_t methods = 8, classes = 5;
    // Upper ends of the histogram's steps; one more step has none.
    static constexpr std::array<std::int64_t, 12> ends_us{500,    1'000,   2'500,   5'000,     10'000,    25'000,
                                                          50'000, 100'000, 250'000, 1'000'000, 5'000'000, 30'000'000};
    using Count = std::atomic<std::uint64_t>;

    struct Counts {
        std::array<std::array<Count, classes>, methods> requests{};
        std::array<Count, ends_us.size() + 1> took{};
        Count took_us = 0;
        Count bytes = 0;
    };

    void append_requests(std::string& out) const;
    void append_durations(std::string& out) const;
    void append_bytes(std::string& out) const;

    std::map<std::string, std::unique_ptr<Counts>, std::less<>> routes_;
};

}  // namespace nennep::http
