// Many at once, and stores that fail.
#include <thread>

#include "books_fixture.hpp"

namespace nennep::test {
namespace {

std::string founding(const std::string& key) {
    return R"({"type":"organisation.founded","subject":")" + key +
           R"(","effective_on":"2020-01-01","data":{"name":"Chi bộ","kind":"branch"}})";
}

// Passes everything on, and counts or fails appends on demand.
class WatchedStore final : public journal::Store {
public:
    explicit WatchedStore(std::unique_ptr<journal::Store> store) : store_(std::move(store)) {}
    std::string genesis() override { return store_->genesis(); }
    journal::Head head() override { return store_->head(); }
    std::optional<journal::HeadMoved> append(const journal::Head& expected,
                                             std::span<const journal::StoredEntry> entries) override {
        if (is_full) throw Fault("store.full", "no space");
        ++appends;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));     // a disk takes its time
        if (before_append) std::exchange(before_append, {})();
        return store_->append(expected, entries);
    }
    void read(journal::Seq after, const Take& take) override { store_->read(after, take); }
    void read_each(std::span<const journal::Seq> wanted, const Take& take) override { store_->read_each(wanted, take); }
    void read_stream(journal::SubjectId subject, const Take& take) override { store_->read_stream(subject, take); }
    Digest put_blob(std::string_view bytes) override { return store_->put_blob(bytes); }
    std::optional<std::string> get_blob(const Digest& digest) override { return store_->get_blob(digest); }
    void put_snapshot(const journal::Snapshot& snapshot) override { store_->put_snapshot(snapshot); }
    std::optional<journal::Snapshot> get_snapshot() override { return store_->get_snapshot(); }
    void drop_snapshot() override { store_->drop_snapshot(); }

    bool is_full = false;
    int appends = 0;
    std::function<void()> before_append;

private:
    std::unique_ptr<journal::Store> store_;
};

struct Desk {
    WatchedStore store{journal::open_memory_store(genesis('r'))};
    service::Books books{store, house(), {}};
    std::atomic<std::uint64_t> chance{1};
    service::Recorder recorder{books, {[] { return 1'600'000'000'000; }, [this] { return ++chance * 7919; }}};

    service::Receipt record(const std::string& line) {
        const std::string_view one = line;
        return recorder.record("tester", {&one, 1}, {});
    }
};

TEST(Recorder, ManyShareOneWaitForTheDisk) {
    Desk desk;
    constexpr int people = 16;
    constexpr int each = 10;
    std::vector<std::thread> threads;
    std::atomic<int> recorded = 0;
    for (int t = 0; t < people; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const auto receipt = desk.record(founding(std::to_string(t) + "-" + std::to_string(i)));
                recorded += static_cast<int>(receipt.recorded);
                EXPECT_TRUE(receipt.objections.empty());
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(recorded, people * each);
    EXPECT_EQ(desk.store.head().seq, static_cast<std::uint64_t>(people * each + 1));
    EXPECT_LT(desk.store.appends, people * each / 2);
    const auto rebuilt = desk.books.world_at(desk.store.head().seq);
    EXPECT_EQ(service::Books::digest_of(*rebuilt), service::Books::digest_of(desk.books.world()));
}

TEST(Recorder, OfTwoWhoFoundTheSameOneIsRefusedOrAlreadyThere) {
    Desk desk;
    std::vector<std::thread> threads;
    std::atomic<int> recorded = 0;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] { recorded += static_cast<int>(desk.record(founding("X")).recorded); });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(recorded, 1);
}

TEST(Recorder, AFullDiskLosesNothingAndHalfRecordsNothing) {
    Desk desk;
    ASSERT_EQ(desk.record(founding("A")).recorded, 1u);
    const auto before = service::Books::digest_of(desk.books.world());
    desk.store.is_full = true;
    EXPECT_THROW(desk.record(founding("B")), Fault);
    EXPECT_EQ(service::Books::digest_of(desk.books.world()), before);
    desk.store.is_full = false;
    EXPECT_EQ(desk.record(founding("B")).recorded, 1u);
}

TEST(Recorder, WhoComesSecondJudgesAgain) {
    Desk desk;
    ASSERT_EQ(desk.record(founding("A")).recorded, 1u);
    // Another program records between our judging and our appending.
    service::Books other(desk.store, house(), {});
    desk.store.before_append = [&] {
        service::Recorder rival(other, {[] { return 1'600'000'000'500; }, [&] { return ++desk.chance * 104'729; }});
        const std::string line = founding("B");
        const std::string_view one = line;
        EXPECT_EQ(rival.record("rival", {&one, 1}, {}).recorded, 1u);
    };
    const auto receipt = desk.record(founding("B"));
    EXPECT_EQ(receipt.recorded, 0u);
    EXPECT_EQ(receipt.already.size(), 1u);
}

}  // namespace
}  // namespace nennep::test
