// The one suite that every store passes. A new store adds a line to the lists at the end.
#include "store_contract.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "store/sqlite/sqlite_store.hpp"

namespace nennep::store_contract {
namespace {

using journal::Head;
using journal::Snapshot;
using journal::StoredEntry;
using Path = std::filesystem::path;

struct Kind {
    const char* name;
    std::unique_ptr<journal::Store> (*open)(const Path& place, const journal::Genesis& if_new);
};

std::ostream& operator<<(std::ostream& out, const Kind& kind) { return out << kind.name; }

class StoreContract : public ::testing::TestWithParam<Kind> {
protected:
    std::unique_ptr<journal::Store> open(const char* place = "a", char journal = 'a') {
        return GetParam().open(folder_.path() / place, genesis_of(journal));
    }

private:
    TemporaryFolder folder_;
};

// Only stores that outlive the program.
class KeptStoreContract : public StoreContract {};

TEST_P(StoreContract, a_new_store_holds_its_genesis_and_nothing_else) {
    const auto store = open();
    EXPECT_EQ(store->genesis(), encode(genesis_of('a')));
    EXPECT_EQ(store->head(), journal::head_of(store->genesis()));
    EXPECT_TRUE(all_of(*store).empty());
    EXPECT_FALSE(store->get_snapshot());
}

TEST_P(StoreContract, gives_back_the_bytes_it_was_given_in_order) {
    const auto store = open();
    const auto first = entries_after(store->head(), 7);
    EXPECT_FALSE(store->append(store->head(), first));
    EXPECT_EQ(store->head(), end_of(first));
    const auto second = entries_after(end_of(first), 4);
    EXPECT_FALSE(store->append(end_of(first), second));
    EXPECT_EQ(store->head(), end_of(second));
    auto both = described(first);
    for (auto& text : described(second)) both.push_back(text);
    EXPECT_EQ(described(all_of(*store)), both);
    EXPECT_EQ(described(all_of(*store, 7)), described(second));
    EXPECT_TRUE(all_of(*store, 11).empty());
    EXPECT_TRUE(all_of(*store, 1000).empty());
}

TEST_P(StoreContract, reads_one_subject_in_order) {
    const auto store = open();
    const auto first = entries_after(store->head(), 10);
    store->append(store->head(), first);
    store->append(end_of(first), entries_after(end_of(first), 10));
    EXPECT_EQ(stream_of(*store, 2), (std::vector<journal::Seq>{1, 4, 7, 10, 13, 16, 19}));
    EXPECT_EQ(stream_of(*store, 3), (std::vector<journal::Seq>{2, 5, 8, 11, 14, 17, 20}));
    EXPECT_TRUE(stream_of(*store, 99).empty());
}

TEST_P(StoreContract, stops_reading_when_told_to) {
    const auto store = open();
    store->append(store->head(), entries_after(store->head(), 9));
    int taken = 0;
    const auto two = [&taken](const StoredEntry&) { return ++taken < 2; };
    store->read(0, two);
    EXPECT_EQ(taken, 2);
    taken = 0;
    store->read_stream(1, two);
    EXPECT_EQ(taken, 2);
}

TEST_P(StoreContract, reads_the_entries_that_are_asked_for) {
    const auto store = open();
    const auto entries = entries_after(store->head(), 9);
    store->append(store->head(), entries);
    const std::vector<journal::Seq> wanted{1, 4, 5, 9, 10, 400};
    std::vector<StoredEntry> found;
    store->read_each(wanted, [&found](const StoredEntry& entry) {
        found.push_back(entry);
        return true;
    });
    EXPECT_EQ(described(found), described({entries[0], entries[3], entries[4], entries[8]}));
    int taken = 0;
    store->read_each(wanted, [&taken](const StoredEntry&) { return ++taken < 2; });
    EXPECT_EQ(taken, 2);
    store->read_each({}, [&taken](const StoredEntry&) { return ++taken < 2; });
    EXPECT_EQ(taken, 2);
}

TEST_P(StoreContract, may_be_asked_again_while_it_reads) {
    const auto store = open();
    store->append(store->head(), entries_after(store->head(), 6));
    std::size_t inner = 0;
    store->read(0, [&](const StoredEntry& outer) {
        inner += stream_of(*store, outer.subject).size();
        return true;
    });
    EXPECT_EQ(inner, 12U);
}

TEST_P(StoreContract, a_moved_head_stores_nothing) {
    const auto store = open();
    const Head start = store->head();
    const auto theirs = entries_after(start, 3, 3, "theirs");
    store->append(start, theirs);
    const auto moved = store->append(start, entries_after(start, 5, 3, "ours"));
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->now, end_of(theirs));

    // The same number of entries, but other ones.
    Head other = end_of(theirs);
    other.link[0] = static_cast<char>(other.link[0] ^ 1);
    EXPECT_TRUE(store->append(other, entries_after(other, 1)));
    EXPECT_EQ(described(all_of(*store)), described(theirs));
    EXPECT_EQ(stream_of(*store, 1), std::vector<journal::Seq>{3});
}

TEST_P(StoreContract, an_empty_batch_changes_nothing) {
    const auto store = open();
    const Head start = store->head();
    EXPECT_FALSE(store->append(start, {}));
    store->append(start, entries_after(start, 1));
    EXPECT_TRUE(store->append(start, {}));
    EXPECT_EQ(all_of(*store).size(), 1U);
}

TEST_P(StoreContract, entries_with_a_gap_are_a_bug) {
    const auto store = open();
    auto entries = entries_after(store->head(), 3);
    entries.erase(entries.begin() + 1);
    EXPECT_THROW(store->append(store->head(), entries), Bug);
    EXPECT_TRUE(all_of(*store).empty());
}

TEST_P(StoreContract, takes_a_big_batch_and_the_greatest_subject) {
    const auto store = open();
    auto entries = entries_after(store->head(), 50'000, 7'919);
    entries.back().subject = std::numeric_limits<std::int64_t>::max();
    entries[49'000].payload = std::string(3'000'000, 'x');
    EXPECT_FALSE(store->append(store->head(), entries));
    EXPECT_EQ(described(all_of(*store)), described(entries));
    std::size_t found = 0;
    for (journal::SubjectId subject = 1; subject <= 7'919; ++subject) {
        found += stream_of(*store, subject).size();
    }
    EXPECT_EQ(found, 49'999U);
    EXPECT_EQ(stream_of(*store, entries.back().subject), std::vector<journal::Seq>{50'000});
}

TEST_P(StoreContract, keeps_blobs_by_their_digest) {
    const auto store = open();
    const std::string minutes("minutes\0of a meeting", 20);
    const Digest digest = store->put_blob(minutes);
    EXPECT_EQ(digest, sha256(minutes));
    EXPECT_EQ(store->put_blob(minutes), digest);
    EXPECT_EQ(store->get_blob(digest), minutes);
    EXPECT_EQ(store->get_blob(store->put_blob("")), "");
    EXPECT_FALSE(store->get_blob(sha256("another")));
}

TEST_P(StoreContract, keeps_the_last_snapshot_until_it_is_dropped) {
    const auto store = open();
    const Head start = store->head();
    store->put_snapshot({start, sha256("layout 1"), "of nothing"});
    ASSERT_TRUE(store->get_snapshot());
    const auto entries = entries_after(start, 5);
    store->append(start, entries);
    EXPECT_EQ(store->get_snapshot()->bytes, "of nothing");  // old, but of this journal's past

    const std::string bytes(1'000'000, '\xfe');
    store->put_snapshot({end_of(entries), sha256("layout 2"), bytes});
    const auto snapshot = store->get_snapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(snapshot->head, end_of(entries));
    EXPECT_EQ(snapshot->layout, sha256("layout 2"));
    EXPECT_EQ(snapshot->bytes, bytes);
    store->drop_snapshot();
    EXPECT_FALSE(store->get_snapshot());
    store->drop_snapshot();
}

TEST_P(StoreContract, believes_no_snapshot_of_another_past) {
    const auto store = open();
    const auto entries = entries_after(store->head(), 5);
    store->append(store->head(), entries);
    Head foreign = end_of(entries);
    foreign.link[31] = static_cast<char>(foreign.link[31] ^ 1);
    store->put_snapshot({foreign, {}, "other link"});
    EXPECT_FALSE(store->get_snapshot());
    store->put_snapshot({{6, end_of(entries).link}, {}, "of the future"});
    EXPECT_FALSE(store->get_snapshot());
    store->put_snapshot({journal::head_of(encode(genesis_of('b'))), {}, "other genesis"});
    EXPECT_FALSE(store->get_snapshot());
}

TEST_P(KeptStoreContract, keeps_everything_when_closed) {
    const auto start = open()->head();
    const auto entries = entries_after(start, 100);
    Digest blob;
    {
        const auto store = open();
        store->append(start, entries);
        blob = store->put_blob("minutes");
        store->put_snapshot({end_of(entries), sha256("layout"), "snapshot"});
    }
    const auto store = open("a", 'b');  // it is not new: its own genesis stays
    EXPECT_EQ(store->genesis(), encode(genesis_of('a')));
    EXPECT_EQ(store->head(), end_of(entries));
    EXPECT_EQ(described(all_of(*store)), described(entries));
    EXPECT_EQ(store->get_blob(blob), "minutes");
    ASSERT_TRUE(store->get_snapshot());
    EXPECT_EQ(store->get_snapshot()->bytes, "snapshot");
}

TEST_P(KeptStoreContract, two_that_have_it_open_see_each_other) {
    const auto one = open();
    const auto two = open();
    const auto entries = entries_after(one->head(), 3);
    one->append(one->head(), entries);
    EXPECT_EQ(two->head(), end_of(entries));
    EXPECT_FALSE(two->append(end_of(entries), entries_after(end_of(entries), 1)));
    EXPECT_EQ(all_of(*one).size(), 4U);
}

TEST_P(KeptStoreContract, places_are_apart) {
    const auto one = open("a", 'a');
    const auto two = open("b", 'b');
    one->append(one->head(), entries_after(one->head(), 3));
    EXPECT_EQ(two->genesis(), encode(genesis_of('b')));
    EXPECT_EQ(two->head().seq, 0U);
}

std::unique_ptr<journal::Store> open_memory(const Path&, const journal::Genesis& if_new) {
    return journal::open_memory_store(if_new);
}

std::unique_ptr<journal::Store> open_sqlite(const Path& place, const journal::Genesis& if_new) {
    return store::open_sqlite_store(place, store::Access::write, if_new);
}

constexpr Kind memory{"memory", open_memory};
constexpr Kind sqlite{"sqlite", open_sqlite};

const auto name_of = [](const ::testing::TestParamInfo<Kind>& info) { return info.param.name; };

INSTANTIATE_TEST_SUITE_P(stores, StoreContract, ::testing::Values(memory, sqlite), name_of);
INSTANTIATE_TEST_SUITE_P(stores, KeptStoreContract, ::testing::Values(sqlite), name_of);

}  // namespace
}  // namespace nennep::store_contract
