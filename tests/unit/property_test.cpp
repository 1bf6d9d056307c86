// What must hold of every history, tried on many.
#include <algorithm>

#include "books_fixture.hpp"
#include "history_generator.hpp"
#include "service/export.hpp"
#include "service/verification.hpp"

namespace nennep::test {
namespace {

constexpr std::uint64_t histories = 25;

class OnManyHistories : public ::testing::TestWithParam<std::uint64_t> {
protected:
    History history = random_history(GetParam());
    std::mt19937_64 chance{GetParam()};
};
INSTANTIATE_TEST_SUITE_P(Seeds, OnManyHistories, ::testing::Range(std::uint64_t{1}, histories + 1));

std::string digest(TestBooks& books) {
    return hex(bytes_of(service::facts_digest(books.books(), books.books().world())));
}

std::vector<std::string> exported(TestBooks& books) {
    std::vector<std::string> lines;
    service::export_events(books.books(), books.books().world(),
                           [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

TEST_P(OnManyHistories, IsWorthTrying) {
    TestBooks books;
    ASSERT_TRUE(books.record(history.lines).objections.empty());
    EXPECT_GT(history.lines.size(), 50u);
    EXPECT_GT(books.figure("members.admitted", "R", 2019)->units, 0);
}

TEST_P(OnManyHistories, AnyOrderOfLinesGivesTheSameState) {
    TestBooks one;
    ASSERT_TRUE(one.record(history.lines).objections.empty());
    auto lines = history.lines;
    std::shuffle(lines.begin(), lines.end(), chance);
    TestBooks other(2, 'b');
    ASSERT_TRUE(other.record(lines).objections.empty());
    EXPECT_EQ(all_figures(one), all_figures(other));
    EXPECT_EQ(digest(one), digest(other));
    const auto rebuilt = other.books().world_at(other.books().world().head.seq);
    EXPECT_EQ(service::Books::digest_of(*rebuilt), service::Books::digest_of(other.books().world()));
}

// One by one as far as each is possible when it comes, then the rest as late entries. Absorptions
// come last: who knows of one may no longer name what was absorbed.
TEST_P(OnManyHistories, AnyOrderOfRecordingGivesTheSameState) {
    TestBooks one;
    ASSERT_TRUE(one.record(history.lines).objections.empty());
    auto lines = history.lines;
    std::shuffle(lines.begin(), lines.end(), chance);
    const auto says = [](const std::string& line, const char* what) { return line.find(what) != std::string::npos; };
    const auto founds = [&](const std::string& line) {
        return says(line, "founded") || says(line, "person.registered");
    };
    std::stable_partition(lines.begin(), lines.end(), founds);
    TestBooks other(2, 'b');
    std::vector<std::string> founding(lines.begin(), std::partition_point(lines.begin(), lines.end(), founds));
    ASSERT_TRUE(other.record(founding).objections.empty());
    std::vector<std::string> late;
    for (auto line = lines.begin() + static_cast<std::ptrdiff_t>(founding.size()); line != lines.end(); ++line) {
        const bool comes_late = says(*line, "merged") || chance() % 3 == 0;
        if (comes_late || !other.record({*line}).objections.empty()) late.push_back(*line);
    }
    EXPECT_LT(late.size(), lines.size() - founding.size());
    ASSERT_TRUE(other.record(late).objections.empty());
    EXPECT_EQ(all_figures(one), all_figures(other));
    EXPECT_EQ(digest(one), digest(other));
}

TEST_P(OnManyHistories, ExportThenImportGivesTheSameFacts) {
    TestBooks one;
    for (const auto& line : history.lines) one.record({line});
    const auto seq = one.books().world().head.seq;
    ASSERT_EQ(
        one.record({R"({"type":"event.voided","data":{"event":)" + std::to_string(seq) + R"(,"reason":"nhầm"}})"})
            .recorded,
        1u);
    const auto lines = exported(one);
    TestBooks other(2, 'b');
    const auto receipt = other.record(lines);
    ASSERT_TRUE(receipt.objections.empty()) << receipt.objections.front().refusal.code;
    EXPECT_EQ(all_figures(one), all_figures(other));
    EXPECT_EQ(digest(one), digest(other));
    EXPECT_EQ(exported(other).size(), lines.size());
    // Twice is once, here and there.
    EXPECT_EQ(other.record(lines).already.size(), lines.size());
    EXPECT_EQ(one.record(lines).already.size(), lines.size());
}

TEST_P(OnManyHistories, AsKnownEqualsAStoreStoppedThen) {
    TestBooks whole;
    const auto half = history.lines.size() / 2;
    for (std::size_t i = 0; i < half; ++i) whole.record({history.lines[i]});
    const auto moment = whole.now_ms;
    const auto then = all_figures(whole);
    const auto stopped = service::Books::digest_of(whole.books().world());
    for (std::size_t i = half; i < history.lines.size(); ++i) whole.record({history.lines[i]});
    const auto again = whole.books().world_at(whole.books().known_by(moment));
    EXPECT_EQ(service::Books::digest_of(*again), stopped);
    EXPECT_FALSE(then.empty());
}

// The world that grew event by event is the one that is folded from the journal; the chain is
// whole and every law holds.
TEST_P(OnManyHistories, RebuiltEqualsLive) {
    TestBooks books;
    for (const auto& line : history.lines) {
        books.record({line});
        if (chance() % 8 == 0) {
            const auto seq = 2 + chance() % books.books().world().head.seq;
            books.record({R"({"type":"event.voided","data":{"event":)" + std::to_string(seq) + R"(,"reason":"thử"}})"});
        }
    }
    const auto rebuilt = books.books().world_at(books.books().world().head.seq);
    EXPECT_EQ(service::Books::digest_of(*rebuilt), service::Books::digest_of(books.books().world()));
    const auto chain = service::verify_chain(books.store());
    EXPECT_TRUE(chain.is_sound()) << chain.fault;
    const auto facts = service::verify_facts(books.books());
    EXPECT_TRUE(facts.is_sound()) << facts.fault << " " << facts.detail;
}

TEST_P(OnManyHistories, AFigureIsItsList) {
    TestBooks books;
    ASSERT_TRUE(books.record(history.lines).objections.empty());
    const auto& world = books.books().world();
    const auto root = world.directory.find(house().organisations(), "R").value();
    for (int year = 2019; year <= 2022; ++year) {
        for (const auto& figure : house().figures()) {
            const auto answer = ask(house(), world, figure, {{root}, Period::of_year(year), {}, {}});
            std::int64_t sum = 0;
            for (const auto& record : answer.records) sum += record.row.amount;
            const auto count = static_cast<std::int64_t>(answer.records.size());
            if (figure.measure == catalogue::Measure::percentage || figure.measure == catalogue::Measure::mean) {
                continue;
            }
            const bool adds_up = figure.measure == catalogue::Measure::sum;
            EXPECT_EQ(answer.value->units, adds_up ? sum : count) << figure.name;
        }
        // Opening and what came in, less what went out, is the closing stock.
        const auto at = [&](const char* name, int y) { return books.figure(name, "R", y)->units; };
        if (year == 2019) continue;
        EXPECT_EQ(at("members.total", year - 1) + at("members.admitted", year) + at("members.readmitted", year) -
                      at("members.left", year),
                  at("members.total", year));
    }
}

// A refused batch leaves no trace, whatever it was.
TEST_P(OnManyHistories, ARefusedBatchLeavesNoTrace) {
    TestBooks books;
    ASSERT_TRUE(books.record(history.lines).objections.empty());
    const auto before = service::Books::digest_of(books.books().world());
    std::vector<std::string> batch{
        R"({"type":"organisation.founded","subject":"NEW","effective_on":"2021-01-01","data":{"name":"Mới","kind":"branch","parent":"C1"}})",
        R"({"type":"organisation.ended","subject":"R","effective_on":"2020-06-01","data":{}})",
        R"({"type":"event.voided","data":{"event":3,"reason":"thử"}})"};
    EXPECT_FALSE(books.record(batch).objections.empty());
    EXPECT_EQ(service::Books::digest_of(books.books().world()), before);
}

}  // namespace
}  // namespace nennep::test
