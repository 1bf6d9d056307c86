// The crowd recorded in memory: 100,000 members, a million events.
#pragma once
#include <random>

#include "main/house.hpp"
#include "sample/crowd.hpp"
#include "service/listing.hpp"
#include "service/recorder.hpp"

namespace nennep::bench {

inline const catalogue::Catalogue& crowd_catalogue() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

struct CrowdBooks {
    CrowdBooks() {
        constexpr std::size_t million = 1'000'000;
        std::vector<std::string> lines;
        sample::crowd(million, [&](std::string_view line) { lines.emplace_back(line); });
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        ensure(recorder.record("bench", views, {}).objections.empty(), "the crowd is recorded");
    }
    std::mt19937_64 chance{1};
    std::int64_t now_ms = 1'600'000'000'000;
    std::unique_ptr<journal::Store> store = journal::open_memory_store({});
    service::Books books{*store, crowd_catalogue(), {}};
    service::Recorder recorder{books, {[this] { return ++now_ms; }, [this] { return chance(); }}};
    service::Lists lists{crowd_catalogue()};
};

}  // namespace nennep::bench
