// What is known of subjects by days: however it was recorded, corrected or taken back.
#include <algorithm>

#include "books_fixture.hpp"
#include "history_generator.hpp"

namespace nennep::test {
namespace {

using world::OrganisationNo;

// All that is known of everybody, in words: type, key, trait, day, value. Two worlds number subjects
// and texts as they came; what they say must be the same.
std::vector<std::string> all_known(const world::World& world) {
    std::vector<std::string> all;
    std::vector<world::Column::Since> steps;
    const auto tell = [&](const std::string& who, const world::Table& table, world::Rank rank,
                          const std::vector<catalogue::Trait>& traits) {
        for (std::size_t i = 0; i < traits.size(); ++i) {
            const auto& column = table.column(static_cast<world::TraitNo>(i));
            column.steps(rank, table.since(rank), steps);
            for (const auto& [day, code] : steps) {
                std::string value = std::to_string(code);
                if (column.coding() == world::Coding::subject) value = world.directory[code].key;
                if (column.coding() == world::Coding::number && code != 0) value = std::to_string(column.number(code));
                if (column.coding() == world::Coding::text && code != 0) value = column.text(code);
                all.push_back(who + " " + traits[i].name + " " + day.iso() + " " + value);
            }
        }
    };
    for (world::SubjectNo number = 1; number < world.directory.size(); ++number) {
        const auto& subject = world.directory[number];
        if (subject.type == world::actor_type) continue;
        const auto& type = house().subjects()[subject.type];
        tell(type.name + " " + subject.key, world.traits[subject.type], subject.rank, type.traits);
    }
    for (const auto& type : house().subjects()) {
        for (const auto& parts : type.parts) {
            const auto& table = world.traits[house().table(parts)];
            for (world::Rank rank = 0; rank < table.size(); ++rank) {
                if (table.since(rank) == Day::never()) continue;
                tell(world.directory[table.owner(rank)].key + " " + table.key(rank), table, rank, parts.traits);
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

class WhatIsKnown : public ::testing::Test {
protected:
    TestBooks books;

    void SetUp() override {
        record(
            {R"({"type":"organisation.founded","subject":"R","effective_on":"2015-01-01","data":{"name":"Đảng bộ","kind":"grassroots_party"}})",
             R"({"type":"organisation.founded","subject":"A","effective_on":"2015-01-01","data":{"name":"Chi bộ A","kind":"branch","parent":"R"}})",
             R"({"type":"organisation.founded","subject":"B","effective_on":"2015-01-01","data":{"name":"Chi bộ B","kind":"branch","parent":"R"}})",
             R"({"type":"person.registered","subject":"p","effective_on":"2018-01-01","data":{"full_name":"Trần Thị Bình","gender":"female","birth_date":"1990-07-30","organisation":"A"}})"});
    }
    void record(const std::vector<std::string>& lines) {
        const auto receipt = books.record(lines);
        ASSERT_TRUE(receipt.objections.empty()) << receipt.objections.front().refusal.code;
    }
    const world::World& world() { return books.books().world(); }
    std::string seat_on(const char* day) {
        const auto person = world().directory.find(house().people(), "p").value();
        const auto seat = world().seat_on(person, *Day::parse(day));
        if (seat == world::nowhere) return "nowhere";
        return world().directory[world().directory.ranked(house().organisations())[seat]].key;
    }
};

TEST_F(WhatIsKnown, ASeatIsWhereOneBelongsOnTheDay) {
    record(
        {R"({"type":"member.registered","subject":"p","effective_on":"2019-01-01","data":{"branch":"A","admitted_on":"2012-01-01","confirmed_on":"2013-01-01"}})"});
    record(
        {R"({"type":"member.transfer_introduced","subject":"p","effective_on":"2020-03-01","data":{"to_branch":"B","kind":"official"}})",
         R"({"type":"member.transfer_received","subject":"p","effective_on":"2020-04-01","data":{"branch":"B"}})"});
    EXPECT_EQ(seat_on("2017-12-31"), "nowhere");
    EXPECT_EQ(seat_on("2018-01-01"), "A");
    EXPECT_EQ(seat_on("2020-03-31"), "A");
    EXPECT_EQ(seat_on("2020-04-01"), "B");
    const auto person = world().directory.find(house().people(), "p").value();
    EXPECT_EQ(world().seat(person), world().seat_on(person, *Day::parse("2030-01-01")));
    // The transfer is voided: nobody went anywhere.
    const auto seq = std::to_string(world().head.seq);
    record({R"({"type":"event.voided","data":{"event":)" + seq + R"(,"reason":"nhầm"}})"});
    EXPECT_EQ(seat_on("2020-04-01"), "A");
}

TEST_F(WhatIsKnown, AnOrganisationIsItsOwnSeat) {
    const auto branch = world().directory.find(house().organisations(), "A").value();
    EXPECT_EQ(world().seat(branch), world().directory[branch].rank);
}

TEST_F(WhatIsKnown, SurvivesASnapshot) {
    TestBooks lived;
    ASSERT_TRUE(lived.record(random_history(7).lines).objections.empty());
    const auto bytes = world::encode(lived.books().world());
    world::World read;
    ASSERT_TRUE(world::decode(bytes, read));
    EXPECT_EQ(all_known(read), all_known(lived.books().world()));
    EXPECT_EQ(world::encode(read), bytes);
    // Cut short or changed anywhere, it is refused or read as something else, and nothing breaks.
    std::mt19937_64 chance(1);
    for (int i = 0; i < 1'000; ++i) {
        auto damaged = bytes;
        damaged[chance() % damaged.size()] = static_cast<char>(chance());
        if (i % 2 == 0) damaged.resize(chance() % damaged.size());
        world::World other;
        if (world::decode(damaged, other)) all_known(other);
    }
}

TEST_F(WhatIsKnown, IsForgottenWithWhatWasRefused) {
    const auto before = all_known(world());
    const auto digest = service::Books::digest_of(world());
    EXPECT_FALSE(
        books
            .record(
                {R"({"type":"person.registered","subject":"q","effective_on":"2018-01-01","data":{"full_name":"Ai Đó","gender":"male","birth_date":"1990-07-30","organisation":"A"}})",
                 R"({"type":"member.left","subject":"p","effective_on":"2019-01-01","data":{}})"})
            .objections.empty());
    EXPECT_EQ(all_known(world()), before);
    EXPECT_EQ(service::Books::digest_of(world()), digest);
}

class KnownOnManyHistories : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, KnownOnManyHistories, ::testing::Range(std::uint64_t{1}, std::uint64_t{26}));

TEST_P(KnownOnManyHistories, AnyOrderOfRecordingLetsTheSameBeKnown) {
    const auto history = random_history(GetParam());
    std::mt19937_64 chance(GetParam());
    TestBooks one;
    ASSERT_TRUE(one.record(history.lines).objections.empty());
    TestBooks other(2, 'b');
    auto lines = history.lines;
    std::shuffle(lines.begin(), lines.end(), chance);
    ASSERT_TRUE(other.record(lines).objections.empty());
    EXPECT_EQ(all_known(one.books().world()), all_known(other.books().world()));

    // One by one, with some of them voided and recorded anew.
    TestBooks third(3, 'c');
    for (const auto& line : history.lines) {
        const auto receipt = third.record({line});
        if (receipt.objections.empty() && chance() % 6 == 0) {
            const auto seq = std::to_string(third.books().world().head.seq);
            const auto voided =
                third.record({R"({"type":"event.voided","data":{"event":)" + seq + R"(,"reason":"thử"}})"});
            auto again = line;
            again.insert(1, R"("id":"again-)" + seq + "\",");
            if (voided.objections.empty()) {
                ASSERT_TRUE(third.record({again}).objections.empty());
            }
        }
    }
    EXPECT_EQ(all_known(one.books().world()), all_known(third.books().world()));
    const auto rebuilt = third.books().world_at(third.books().world().head.seq);
    EXPECT_EQ(all_known(*rebuilt), all_known(third.books().world()));
}

}  // namespace
}  // namespace nennep::test
