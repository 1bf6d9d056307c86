// Books on a store in memory, with a clock and chance of our own: a failing seed is a reproduction.
#pragma once
#include <gtest/gtest.h>

#include <random>

#include "catalogue/asking.hpp"
#include "main/house.hpp"
#include "service/recorder.hpp"

namespace nennep::test {

inline const catalogue::Catalogue& house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

inline journal::Genesis genesis(char name) {
    journal::Genesis genesis;
    genesis.journal.fill(name);
    return genesis;
}

class TestBooks {
public:
    explicit TestBooks(std::uint64_t seed = 1, char name = 'a')
        : chance_(seed),
          store_(journal::open_memory_store(genesis(name))),
          books_(*store_, house(), {}),
          recorder_(books_, {[this] { return now_ms += 1000; }, [this] { return chance_(); }}) {}

    service::Receipt record(const std::vector<std::string>& lines,
                            const service::RecordingOptions& options = {}) {
        const std::vector<std::string_view> views(lines.begin(), lines.end());
        return recorder_.record("tester", views, options);
    }
    std::optional<Number> figure(std::string_view name, std::string_view organisation, int year) const {
        const catalogue::Question question{
            {books_.world().directory.find(house().organisations(), organisation).value()},
            Period::of_year(year), {}, {}};
        return value_of(house(), books_.world(), *house().figure(name), question);
    }
    service::Books& books() { return books_; }
    service::Recorder& recorder() { return recorder_; }
    journal::Store& store() { return *store_; }

    std::int64_t now_ms = 1'600'000'000'000;

private:
    std::mt19937_64 chance_;
    std::unique_ptr<journal::Store> store_;
    service::Books books_;
    service::Recorder recorder_;
};

}  // namespace nennep::test
