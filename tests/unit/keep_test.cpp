// The Keep, in memory and in a file, and the chained log of who has looked at what.
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <cstdlib>

#include "accounts/access_log.hpp"
#include "base/result.hpp"
#include "store/accounts/keep.hpp"
#include "temporary_folder.hpp"

namespace nennep::accounts {
namespace {

Look look(const std::string& who, const std::string& subject, std::int64_t at_ms, const std::string& act = "read") {
    Look made;
    made.at_ms = at_ms;
    made.who = who;
    made.act = act;
    made.subject_type = "person";
    made.subject = subject;
    made.organisation = "CB-01";
    made.peer = "10.0.0.1";
    return made;
}

class Kept : public testing::TestWithParam<bool> {
protected:
    std::unique_ptr<Keep> open() {
        return GetParam() ? store::open_sqlite_keep(folder.path()) : store::open_memory_keep();
    }
    TemporaryFolder folder;
    std::unique_ptr<Keep> keep = open();
};

TEST_P(Kept, rows_come_back_by_shelf_and_key) {
    const std::string binary("\0\xff key", 6);
    const std::vector<Row> rows{{Shelf::account, "b", "2"}, {Shelf::account, "a", binary}, {Shelf::session, "a", "3"},
                                {Shelf::job, binary, "4"}};
    keep->put(rows);
    std::vector<std::pair<std::string, std::string>> read;
    keep->read(Shelf::account, [&](std::string_view key, std::string_view bytes) { read.emplace_back(key, bytes); });
    EXPECT_EQ(read, (std::vector<std::pair<std::string, std::string>>{{"a", binary}, {"b", "2"}}));
    read.clear();
    keep->put(std::vector<Row>{{Shelf::kept, "ab", "1"}, {Shelf::kept, "a", "2"}, {Shelf::kept, "b", "3"}});
    keep->read_beginning(Shelf::kept, "a", [&](auto key, auto bytes) { read.emplace_back(key, bytes); });
    EXPECT_EQ(read, (std::vector<std::pair<std::string, std::string>>{{"a", "2"}, {"ab", "1"}}));
    EXPECT_EQ(keep->get(Shelf::job, binary), "4");
    EXPECT_EQ(keep->get(Shelf::job, "a"), std::nullopt);
    const std::vector<Row> changes{{Shelf::account, "a", ""}, {Shelf::account, "b", "5"}, {Shelf::token, "gone", ""}};
    keep->put(changes);
    EXPECT_EQ(keep->get(Shelf::account, "a"), std::nullopt);
    EXPECT_EQ(keep->get(Shelf::account, "b"), "5");
    // What is decided may look first, and nothing is written when it fails.
    EXPECT_THROW(keep->update([&]() -> std::vector<Row> {
        EXPECT_EQ(keep->get(Shelf::account, "b"), "5");
        throw Fault("store.full", "x");
    }), Fault);
    EXPECT_EQ(keep->get(Shelf::account, "b"), "5");
}

TEST_P(Kept, a_log_is_found_by_who_what_act_and_time_newest_first) {
    AccessLog log(*keep);
    for (int i = 0; i < 50; ++i) {
        auto one = look(i % 2 == 0 ? "hoa" : "lan", "HS-" + std::to_string(i % 5), 1'000'000 + i * 1000,
                        i % 10 == 0 ? "export" : "read");
        one.detail = std::to_string(i);
        log.note(one);
    }
    LookQuery query;
    auto found = log.find(query);
    ASSERT_EQ(found.size(), 50u);
    EXPECT_EQ(found.front().seq, 50u);
    EXPECT_EQ(found.back().seq, 1u);
    EXPECT_EQ(found.back().organisation, "CB-01");
    EXPECT_EQ(found.back().peer, "10.0.0.1");
    query.who = "hoa";
    EXPECT_EQ(log.find(query).size(), 25u);
    query.subject_type = "person";
    query.subject = "HS-0";
    EXPECT_EQ(log.find(query).size(), 5u);
    query.who.clear();
    EXPECT_EQ(log.find(query).size(), 10u);
    query.act = "export";
    EXPECT_EQ(log.find(query).size(), 5u);
    query = {};
    query.from_ms = 1'010'000;
    query.to_ms = 1'019'000;
    EXPECT_EQ(log.find(query).size(), 10u);
    query = {};
    query.most = 20;
    found = log.find(query);
    ASSERT_EQ(found.size(), 20u);
    query.before = found.back().seq;
    EXPECT_EQ(log.find(query).front().seq, 30u);
    EXPECT_FALSE(log.broken_at());
}

TEST_P(Kept, the_same_read_within_a_minute_is_one_line) {
    AccessLog log(*keep);
    log.note(look("hoa", "HS-1", 100'000));
    log.note(look("hoa", "HS-1", 159'999));
    log.note(look("lan", "HS-1", 159'999));
    log.note(look("hoa", "HS-2", 159'999));
    log.note(look("hoa", "HS-1", 160'000));
    log.note(look("hoa", "HS-1", 160'000, "export"));
    log.note(look("hoa", "HS-1", 160'000, "export"));
    EXPECT_EQ(log.find({}).size(), 6u);
}

TEST_P(Kept, several_programs_continue_one_chain) {
    {
        AccessLog one(*keep), two(*keep);
        for (int i = 0; i < 200; ++i) {
            one.note(look("hoa", "HS-" + std::to_string(i), i));
            two.note(look("lan", "HS-" + std::to_string(i), i));
        }
    }
    const auto soundness = verify_log(*keep);
    EXPECT_EQ(soundness.lines, 400u) << "what was left is written at the end";
    EXPECT_FALSE(soundness.broken_at);
}

INSTANTIATE_TEST_SUITE_P(keeps, Kept, testing::Bool(), [](const auto& which) {
    return which.param ? "sqlite" : "memory";
});

class KeptInAFile : public testing::Test {
protected:
    void fill(int lines) {
        const auto keep = store::open_sqlite_keep(folder.path());
        AccessLog log(*keep);
        for (int i = 0; i < lines; ++i) log.note(look("hoa", "HS-" + std::to_string(i), 1000 + i));
    }
    // As somebody with the file in their hands would.
    void by_hand(const std::string& statements) {
        const auto command =
            "sqlite3 '" + (folder.path() / "accounts.sqlite").string() + "' \"" + statements + "\" 2>&1";
        last_status = std::system((command + " >/dev/null").c_str());
    }
    std::optional<std::uint64_t> broken_at() {
        return verify_log(*store::open_sqlite_keep_for_reading(folder.path())).broken_at;
    }
    TemporaryFolder folder;
    int last_status = 0;
};

TEST_F(KeptInAFile, belongs_to_its_owner_alone) {
    fill(1);
    struct stat status {};
    ASSERT_EQ(::stat((folder.path() / "accounts.sqlite").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

TEST_F(KeptInAFile, triggers_refuse_a_slip_of_the_hand) {
    fill(3);
    by_hand("UPDATE log SET who = x'00' WHERE seq = 2");
    EXPECT_NE(last_status, 0);
    by_hand("DELETE FROM log WHERE seq = 2");
    EXPECT_NE(last_status, 0);
    EXPECT_FALSE(broken_at());
}

TEST_F(KeptInAFile, a_broken_chain_is_found_at_its_line) {
    const std::string drop = "DROP TRIGGER log_is_kept; DROP TRIGGER log_stays;";
    const std::vector<std::pair<std::string, std::uint64_t>> edits{
        {"UPDATE log SET bytes = (SELECT bytes FROM log WHERE seq = 6) WHERE seq = 5", 5},
        {"UPDATE log SET who = CAST('lan' AS BLOB) WHERE seq = 7", 7},
        {"UPDATE log SET about = x'' WHERE seq = 3", 3},
        {"UPDATE log SET at_ms = at_ms + 1 WHERE seq = 20", 20},
        {"UPDATE log SET link = zeroblob(32) WHERE seq = 1", 1},
        {"DELETE FROM log WHERE seq = 10", 11},
        {"DELETE FROM log WHERE seq = 1", 2},
        {"UPDATE log SET seq = 100 WHERE seq = 4; UPDATE log SET seq = 4 WHERE seq = 5; UPDATE log SET seq = 5 WHERE "
         "seq = 100",
         4},
    };
    for (const auto& [edit, line] : edits) {
        std::filesystem::remove(folder.path() / "accounts.sqlite");
        fill(20);
        EXPECT_FALSE(broken_at());
        by_hand(drop + edit);
        EXPECT_EQ(last_status, 0) << edit;
        EXPECT_EQ(broken_at(), line) << edit;
    }
}

TEST_F(KeptInAFile, notices_what_another_program_has_written) {
    const auto one = store::open_sqlite_keep(folder.path()), two = store::open_sqlite_keep(folder.path());
    const auto before = one->version();
    const Row row{Shelf::account, "a", "1"};
    one->put(std::span(&row, 1));
    EXPECT_EQ(one->version(), before) << "not by its own writing";
    const Row other{Shelf::account, "a", "2"};
    two->put(std::span(&other, 1));
    EXPECT_NE(one->version(), before);
    EXPECT_EQ(one->get(Shelf::account, "a"), "2");
}

TEST_F(KeptInAFile, refuses_files_that_are_none) {
    fill(1);
    by_hand("PRAGMA user_version = 2");
    try {
        store::open_sqlite_keep(folder.path());
        FAIL();
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.code(), "store.newer");
    }
    by_hand("PRAGMA user_version = 1; PRAGMA application_id = 7");
    EXPECT_THROW(store::open_sqlite_keep(folder.path()), Fault);
    const TemporaryFolder nothing;
    EXPECT_THROW(store::open_sqlite_keep_for_reading(nothing.path()), Fault);
    EXPECT_FALSE(store::sqlite_keep_exists(nothing.path()));
}

}  // namespace
}  // namespace nennep::accounts
