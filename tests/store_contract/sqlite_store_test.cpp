// What only the SQLite store has: a file that may be foreign, cut off, newer or read-only, a disk
// that fills up, other programs that write, and a program that is killed.
#include "store/sqlite/sqlite_store.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "base/bytes.hpp"
#include "store_contract.hpp"

namespace nennep::store_contract {
namespace {

using journal::Head;
using store::Access;
using store::open_sqlite_store;
using Path = std::filesystem::path;

// Another program's hand in the file. Answers what SQLite says, empty for success.
class Raw {
public:
    explicit Raw(const Path& file) { sqlite3_open(file.c_str(), &database_); }
    ~Raw() { sqlite3_close_v2(database_); }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    std::string run(const std::string& statement) {
        const int code = sqlite3_exec(database_, statement.c_str(), nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? "" : sqlite3_errmsg(database_);
    }

private:
    sqlite3* database_ = nullptr;
};

std::string content_of(const Path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return std::move(bytes).str();
}

// A digest for each file.
std::map<std::string, std::string> content_of_folder(const Path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        files[file.path().filename()] = hex(bytes_of(sha256(content_of(file))));
    }
    return files;
}

template <class Act>
std::string fault_of(const Act& act) {
    try {
        act();
    } catch (const Fault& fault) {
        return fault.code();
    }
    return "no fault";
}

// In a process of its own, since what it does to itself (limits, death) would stay. Exit status 0
// is success; the parent checks what is left in the folder.
template <class Act>
int status_of_child(const Act& act) {
    const auto child = ::fork();
    if (child == 0) {
        int status = 1;
        try {
            status = act() ? 0 : 2;
        } catch (const std::exception& exception) {
            std::fprintf(stderr, "%s\n", exception.what());
        }
        ::_exit(status);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return status;
}

class SqliteStore : public ::testing::Test {
protected:
    std::unique_ptr<journal::Store> open(
        Access access = Access::write,
        std::chrono::milliseconds patience = std::chrono::seconds{30}) {
        return open_sqlite_store(folder(), access, genesis_of('a'), patience);
    }
    // Leaves a store with `count` entries.
    Head fill(std::size_t count) {
        const auto store = open();
        const auto entries = entries_after(store->head(), count);
        store->append(store->head(), entries);
        return end_of(entries);
    }
    std::string fault_of_opening(Access access = Access::write) {
        return fault_of([&] { open(access); });
    }
    Path folder() const { return temporary_.path() / "store"; }
    Path file() const { return folder() / "journal.sqlite"; }

private:
    TemporaryFolder temporary_;
};

TEST_F(SqliteStore, is_founded_for_its_owner_only) {
    EXPECT_FALSE(store::sqlite_store_exists(folder()));
    const auto store = open();
    EXPECT_TRUE(store::sqlite_store_exists(folder()));
    store->append(store->head(), entries_after(store->head(), 1));
    store->put_snapshot({store->head(), {}, "snapshot"});
    const auto mode_of = [](const Path& path) {
        struct ::stat about {};
        return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 0777U : 0;
    };
    EXPECT_EQ(mode_of(folder()), 0700U);
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
        EXPECT_EQ(mode_of(entry.path()), 0600U) << entry.path();
    }
}

TEST_F(SqliteStore, reading_founds_nothing) {
    EXPECT_EQ(fault_of_opening(Access::read), "store.unreachable");
    EXPECT_FALSE(std::filesystem::exists(folder()));
}

TEST_F(SqliteStore, what_a_killed_founding_left_is_in_nobodys_way) {
    std::filesystem::create_directory(folder());
    std::ofstream(folder() / "journal.sqlite.unfinished") << "SQLite for";
    EXPECT_FALSE(store::sqlite_store_exists(folder()));
    EXPECT_EQ(open()->head().seq, 0U);
    EXPECT_FALSE(std::filesystem::exists(folder() / "journal.sqlite.unfinished"));
}

TEST_F(SqliteStore, founds_no_store_beside_an_orphaned_log) {
    std::filesystem::create_directory(folder());
    std::ofstream(folder() / "journal.sqlite-wal") << "entries that somebody still wants";
    EXPECT_EQ(fault_of_opening(), "store.damaged");
    EXPECT_FALSE(store::sqlite_store_exists(folder()));
}

TEST_F(SqliteStore, refuses_a_newer_format_and_leaves_it_alone) {
    fill(3);
    Raw(file()).run("PRAGMA user_version = 2");
    const auto before = content_of_folder(folder());
    EXPECT_EQ(fault_of_opening(), "store.newer");
    EXPECT_EQ(fault_of_opening(Access::read), "store.newer");
    EXPECT_EQ(content_of_folder(folder()), before);
}

TEST_F(SqliteStore, refuses_a_newer_format_that_stands_in_the_log) {
    fill(3);
    Raw newer(file());
    newer.run("PRAGMA user_version = 2");
    const auto log = folder() / "journal.sqlite-wal";
    const auto file_before = content_of(file());
    const auto log_before = content_of(log);
    EXPECT_NE(log_before, "");
    EXPECT_EQ(fault_of_opening(), "store.newer");
    EXPECT_EQ(fault_of_opening(Access::read), "store.newer");
    EXPECT_TRUE(content_of(file()) == file_before);
    EXPECT_TRUE(content_of(log) == log_before);
}

TEST_F(SqliteStore, refuses_files_that_are_not_its_own) {
    std::filesystem::create_directory(folder());
    const std::string text(10'000, 'x');
    for (const auto& content : {std::string(), std::string("SQLite format 3"), text}) {
        std::ofstream(file()) << content;
        EXPECT_EQ(fault_of_opening(), "store.damaged");
        EXPECT_EQ(fault_of_opening(Access::read), "store.damaged");
        EXPECT_TRUE(content_of(file()) == content);
        std::filesystem::remove(file());
    }
    Raw(file()).run("CREATE TABLE entry (seq)");
    EXPECT_EQ(fault_of_opening(), "store.damaged");
}

TEST_F(SqliteStore, notices_a_file_that_was_cut_off) {
    fill(5'000);
    const auto whole = content_of(file());
    for (const auto left : {whole.size() - 8'192, whole.size() / 2, std::size_t{8'192 * 3}}) {
        std::ofstream(file(), std::ios::binary) << whole.substr(0, left);
        EXPECT_EQ(fault_of([&] { all_of(*open(Access::read)); }), "store.damaged") << left;
        EXPECT_EQ(fault_of([&] { all_of(*open()); }), "store.damaged") << left;
    }
}

TEST_F(SqliteStore, entries_and_genesis_are_fenced) {
    const Head head = fill(3);
    Raw raw(file());
    EXPECT_EQ(raw.run("UPDATE entry SET payload = x'00'"), "an entry is never changed");
    EXPECT_EQ(raw.run("DELETE FROM entry WHERE seq = 3"), "an entry is never deleted");
    EXPECT_EQ(raw.run("UPDATE genesis SET bytes = x'00'"), "the genesis is never changed");
    EXPECT_EQ(raw.run("DELETE FROM genesis"), "the genesis is never deleted");
    EXPECT_NE(raw.run("INSERT INTO entry VALUES (4, 1, x'', x'', x'00')"), "");
    EXPECT_EQ(open()->head(), head);
}

TEST_F(SqliteStore, a_blob_that_was_changed_is_not_given) {
    const Digest digest = open()->put_blob("minutes");
    Raw(file()).run("UPDATE blob SET bytes = x'00'");
    EXPECT_EQ(fault_of([&] { open()->get_blob(digest); }), "store.damaged");
}

TEST_F(SqliteStore, reading_changes_nothing) {
    const Head head = fill(10);
    const auto before = content_of_folder(folder());
    {
        const auto store = open(Access::read);
        EXPECT_EQ(all_of(*store).size(), 10U);
        const auto more = entries_after(head, 1);
        EXPECT_EQ(fault_of([&] { store->append(head, more); }), "store.read_only");
        EXPECT_EQ(fault_of([&] { store->put_blob("minutes"); }), "store.read_only");
        store->put_snapshot({head, {}, "nobody keeps it"});
        EXPECT_FALSE(store->get_snapshot());
    }
    EXPECT_EQ(content_of_folder(folder()), before);
}

TEST_F(SqliteStore, a_reader_sees_what_a_writer_adds) {
    const auto writer = open();
    const auto reader = open(Access::read);
    const auto entries = entries_after(writer->head(), 3);
    writer->append(writer->head(), entries);
    EXPECT_EQ(reader->head(), end_of(entries));
}

TEST_F(SqliteStore, a_second_writer_waits_and_learns_that_the_head_moved) {
    const Head start = fill(3);
    const auto store = open();
    Raw other(file());
    ASSERT_EQ(other.run("BEGIN IMMEDIATE"), "");
    std::thread finishing([&other] {
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
        other.run("INSERT INTO entry VALUES (4, 1, x'', x'', zeroblob(32)); COMMIT");
    });
    const auto moved = store->append(start, entries_after(start, 1));
    finishing.join();
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->now, (Head{4, Digest{}}));
    EXPECT_FALSE(store->append(moved->now, entries_after(moved->now, 1)));
}

TEST_F(SqliteStore, patience_ends) {
    const Head start = fill(3);
    const auto store = open(Access::write, std::chrono::milliseconds{50});
    Raw other(file());
    ASSERT_EQ(other.run("BEGIN IMMEDIATE"), "");
    EXPECT_EQ(fault_of([&] { store->append(start, entries_after(start, 1)); }), "store.busy");
    other.run("ROLLBACK");
    EXPECT_FALSE(store->append(start, entries_after(start, 1)));
}

TEST_F(SqliteStore, many_writers_lose_nothing) {
    open();
    const auto write = [this] {
        const auto store = open();
        for (int stored = 0; stored < 50;) {
            const Head head = store->head();
            if (!store->append(head, entries_after(head, 2))) ++stored;
        }
    };
    std::thread one(write);
    std::thread two(write);
    one.join();
    two.join();
    const auto start = journal::head_of(encode(genesis_of('a')));
    EXPECT_EQ(described(all_of(*open())), described(entries_after(start, 200)));
}

TEST_F(SqliteStore, two_that_found_it_at_once_share_one_store) {
    const auto found = [this](char name) {
        const auto store = open_sqlite_store(folder(), Access::write, genesis_of(name));
        return store->genesis();
    };
    std::string one;
    std::thread other([&] { one = found('x'); });
    const auto two = found('y');
    other.join();
    EXPECT_EQ(one, two);
}

TEST_F(SqliteStore, believes_no_snapshot_file_that_was_changed) {
    const auto store = open();
    const auto snapshot_file = folder() / "snapshot.bin";
    const std::string good(100'000, 's');
    auto flipped = good;
    flipped[50'000] ^= 1;
    for (const auto& content : {flipped, good.substr(1), good + "s", std::string()}) {
        store->put_snapshot({store->head(), {}, good});
        ASSERT_TRUE(store->get_snapshot());
        std::ofstream(snapshot_file, std::ios::binary) << content;
        EXPECT_FALSE(store->get_snapshot());
    }
    // Layout and head are proved as well.
    store->put_snapshot({store->head(), {}, good});
    Raw(file()).run("UPDATE snapshot SET layout = randomblob(32)");
    EXPECT_FALSE(store->get_snapshot());
    store->put_snapshot({store->head(), {}, good});
    std::filesystem::remove(snapshot_file);
    EXPECT_FALSE(store->get_snapshot());
}

TEST_F(SqliteStore, a_snapshot_that_cannot_be_written_fails_nobody) {
    const auto store = open();
    std::filesystem::create_directories(folder() / "snapshot.bin" / "in the way");
    store->put_snapshot({store->head(), {}, "snapshot"});
    EXPECT_FALSE(store->get_snapshot());
    EXPECT_FALSE(std::filesystem::exists(folder() / "snapshot.bin.unfinished"));
}

// A limit on the size of files stands for the full disk: it needs no rights, and meets the same
// writes at the same places. Every limit is tried, so that each file has its turn to fail.
class FullDisk : public SqliteStore, public ::testing::WithParamInterface<std::size_t> {};

TEST_P(FullDisk, leaves_the_store_as_it_was) {
    const Head start = fill(100);
    const auto before = described(all_of(*open()));
    const auto batch = entries_after(start, GetParam());
    for (const ::rlim_t limit : {1'000U, 20'000U, 40'000U, 100'000U, 1'000'000U, 3'000'000U}) {
        const int status = status_of_child([&] {
            std::signal(SIGXFSZ, SIG_IGN);
            const ::rlimit bound{limit, limit};
            ::setrlimit(RLIMIT_FSIZE, &bound);
            return fault_of([&] { open()->append(start, batch); }) == "store.full";
        });
        EXPECT_EQ(status, 0) << limit;
        EXPECT_EQ(described(all_of(*open())), before) << limit;
    }
    EXPECT_FALSE(open()->append(start, batch));
    EXPECT_EQ(open()->head(), end_of(batch));
}

class Killed : public SqliteStore, public ::testing::WithParamInterface<bool> {};

TEST_P(Killed, while_appending_it_keeps_the_old_head) {
    const Head start = fill(20'000);
    const auto before = described(all_of(*open()));
    const auto batch = entries_after(start, 200'000, 50'000);
    // Somebody who has it open, if only to read, makes the batch go through the log.
    const auto reader = GetParam() ? open(Access::read) : nullptr;
    // From "hardly begun" to "nearly done"; a child that was quicker than its murderer stored all.
    for (const int wait_ms : {5, 20, 60, 100, 150, 200, 250}) {
        const auto child = ::fork();
        if (child == 0) {
            open()->append(start, batch);
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{wait_ms});
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (open(Access::read)->head() == end_of(batch)) break;
        EXPECT_EQ(described(all_of(*open(Access::read))), before);
        EXPECT_EQ(described(all_of(*open())), before);
    }
    if (open()->head() == start) open()->append(start, batch);
    EXPECT_EQ(open()->head(), end_of(batch));
}

// In a small batch, and in one that is so big that it goes without the log.
INSTANTIATE_TEST_SUITE_P(batches, FullDisk, ::testing::Values(30'000, 60'000));
INSTANTIATE_TEST_SUITE_P(alone_or_not, Killed, ::testing::Bool());

TEST_F(SqliteStore, a_big_batch_finds_a_reader_at_work) {
    const Head start = fill(10);
    const auto reader = open(Access::read);
    const auto batch = entries_after(start, 60'000);
    const auto writer = open();
    std::size_t seen = 0;
    reader->read(0, [&](const journal::StoredEntry&) {
        if (++seen == 1) { EXPECT_FALSE(writer->append(start, batch)); }
        return true;
    });
    EXPECT_EQ(seen, 10U);  // it goes on seeing what was there when it began
    EXPECT_EQ(reader->head(), end_of(batch));
}

// A place that nobody can write, by a mount of the test's own; where mounting is not permitted,
// by permissions, which bind everybody but root.
class ReadOnlyPlace {
public:
    explicit ReadOnlyPlace(const Path& folder) : folder_(folder) {
        is_mounted_ = ::mount(folder.c_str(), folder.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
                      ::mount(nullptr, folder.c_str(), nullptr,
                              MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0;
        if (is_mounted_) return;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            ::chmod(file.path().c_str(), 0400);
        }
        ::chmod(folder.c_str(), 0500);
    }
    ~ReadOnlyPlace() {
        if (is_mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
        ::chmod(folder_.c_str(), 0700);
        for (const auto& file : std::filesystem::directory_iterator(folder_)) {
            ::chmod(file.path().c_str(), 0600);
        }
    }
    ReadOnlyPlace(const ReadOnlyPlace&) = delete;
    ReadOnlyPlace& operator=(const ReadOnlyPlace&) = delete;

private:
    Path folder_;
    bool is_mounted_ = false;
};

TEST_F(SqliteStore, reads_where_nobody_can_write) {
    const Head head = fill(100);
    open()->put_snapshot({head, {}, "snapshot"});
    const ReadOnlyPlace place(folder());
    const auto store = open(Access::read);
    EXPECT_EQ(store->head(), head);
    EXPECT_EQ(all_of(*store).size(), 100U);
    EXPECT_TRUE(store->get_snapshot());
    EXPECT_EQ(fault_of_opening(Access::write), "store.read_only");
}

TEST_F(SqliteStore, founds_nothing_where_nobody_can_write) {
    std::filesystem::create_directory(folder());
    const ReadOnlyPlace place(folder());
    EXPECT_EQ(fault_of([&] {
        open_sqlite_store(folder() / "new", Access::write, genesis_of('a'));
    }), "store.read_only");
    EXPECT_EQ(fault_of_opening(), "store.read_only");
}

// Killed before its log came into the file, then carried to a read-only place.
class CarriedStore : public SqliteStore {
protected:
    Head fill_and_die() {
        const Head start = fill(10);
        const auto entries = entries_after(start, 5);
        status_of_child([&] {
            auto* store = open().release();
            store->append(start, entries);
            return true;  // _exit closes nothing
        });
        return end_of(entries);
    }
};

TEST_F(CarriedStore, entries_that_wait_in_the_log_are_read_too) {
    const Head head = fill_and_die();
    ASSERT_NE(content_of(folder() / "journal.sqlite-wal"), "");
    const ReadOnlyPlace place(folder());
    EXPECT_EQ(open(Access::read)->head(), head);
}

// A batch that broke off halfway in the file, and what was there before it beside.
TEST_F(CarriedStore, a_torn_file_is_mended_first) {
    const Head head = fill(1'000);
    status_of_child([&] {
        Raw raw(file());
        raw.run("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                "WITH RECURSIVE n(i) AS (SELECT 1001 UNION ALL SELECT i + 1 FROM n LIMIT 9000)"
                "INSERT INTO entry SELECT i, 1, x'', zeroblob(100), zeroblob(32) FROM n");
        ::_exit(0);
        return true;
    });
    ASSERT_GT(std::filesystem::file_size(folder() / "journal.sqlite-journal"), 0U);
    {
        const ReadOnlyPlace place(folder());
        EXPECT_EQ(fault_of_opening(Access::read), "store.read_only");
    }
    EXPECT_EQ(open(Access::read)->head(), head);
    EXPECT_EQ(open()->head(), head);
    EXPECT_EQ(all_of(*open()).size(), 1'000U);
}

TEST_F(CarriedStore, a_log_without_its_index_is_read_or_refused_but_never_passed_over) {
    const Head head = fill_and_die();
    std::filesystem::remove(folder() / "journal.sqlite-shm");
    {
        const ReadOnlyPlace place(folder());
        EXPECT_EQ(fault_of([&] {
            EXPECT_EQ(open(Access::read)->head(), head);
            throw Fault("store.read_only", "read");
        }), "store.read_only");
    }
    EXPECT_EQ(open()->head(), head);
    const ReadOnlyPlace place(folder());
    EXPECT_EQ(open(Access::read)->head(), head);
}

}  // namespace
}  // namespace nennep::store_contract
