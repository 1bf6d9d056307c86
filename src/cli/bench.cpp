// Measures this machine: import, figures, report and a late entry on as many events as asked for.
#include <chrono>
#include <filesystem>
#include <iostream>

#include <fmt/format.h>

#include "cli/commands.hpp"

namespace nennep::cli {
namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double seconds(Work&& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// A folder that is gone when the measuring is over, whatever happens.
struct Scratch {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("nennep-bench-" + std::to_string(Clock::now().time_since_epoch().count()));
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

}  // namespace

Status bench(const Call& call) {
    const std::size_t events = call.options.events == 0 ? 100'000 : call.options.events;
    if (call.options.lines_only) {
        call.house.crowd(events, [&](std::string_view line) { call.out << line << '\n'; });
        call.out << std::flush;
        return call.out ? done : store_fault;
    }
    std::vector<std::string> lines;
    call.house.crowd(events, [&](std::string_view line) { lines.emplace_back(line); });
    const std::vector<std::string_view> views(lines.begin(), lines.end());
    const Scratch scratch;
    Options options = call.options;
    options.data = scratch.path.string();
    const Call own{call.house, options, call.terminal, call.out};
    const auto tell = [&](const char* what, double value, const char* unit) {
        call.out << fmt::format("{:<44} {:>12.3f} {}\n", call.terminal.say(what), value, unit);
    };

    OpenBooks open(own, Access::create);
    service::Recorder recorder(open.books(), call.house.surroundings);
    const std::string actor = "bench";
    service::RecordingOptions recording;
    recording.progress = call.terminal.progress();
    service::Receipt receipt;
    const double import = seconds([&] { receipt = recorder.record(actor, views, recording); });
    ensure(receipt.objections.empty(), "what is measured is recorded");
    tell("bench.import", import, "s");
    tell("bench.import_each", import * 1e6 / static_cast<double>(receipt.recorded), "µs");

    const auto organisation = open.organisation(call.house.crowd_organisation);
    const catalogue::Question question{organisation, Period::of_year(call.house.crowd_year), {}, {}};
    std::size_t asked = 0;
    const double figures = seconds([&] {
        for (const auto& figure : call.house.catalogue.figures()) {
            value_of(call.house.catalogue, open.world(), figure, question);
            ++asked;
        }
    });
    tell("bench.figures", figures * 1e3, "ms");
    tell("bench.figure", figures * 1e6 / static_cast<double>(asked), "µs");

    constexpr int late_entries = 20;
    const double late = seconds([&] {
        for (int i = 0; i < late_entries; ++i) {
            const std::string line = fmt::format(
                R"({{"type":"member.fee_paid","subject":"p{}","effective_on":"2019-06-15","data":{{"month":"2019-06","amount_vnd":{}}}}})",
                i + 1, 1000 + i);
            const std::string_view one = line;
            ensure(recorder.record(actor, {&one, 1}, {}).recorded == 1, "a late entry is recorded");
        }
    });
    tell("bench.late", late * 1e3 / late_entries, "ms");
    return done;
}

}  // namespace nennep::cli
