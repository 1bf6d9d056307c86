// A backup is whole or refused, however it was damaged, and is taken while others write.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "accounts/backups.hpp"
#include "base/result.hpp"
#include "store/accounts/keep.hpp"
#include "store/backup/backup.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "temporary_folder.hpp"

namespace nennep::store {
namespace {

using Path = std::filesystem::path;

const OnTheWay to_the_end = [](double) { return true; };

std::string content_of(const Path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return std::move(bytes).str();
}

void write(const Path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::string fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Fault& fault) {
        return fault.code();
    }
    return "";
}

class Backup : public testing::Test {
protected:
    // A store of one blob and one account, and a folder with its copies.
    Backup() {
        open_sqlite_store(data, Access::write, {})->put_blob("quyết định");
        keep = open_sqlite_keep(data);
        const accounts::Row row{accounts::Shelf::account, "a", "1"};
        keep->put({&row, 1});
        std::filesystem::create_directory(copies);
        copy_store(data, copies);
        EXPECT_TRUE(pack_backup(copies, file, to_the_end));
    }

    // What the backup with these bytes unpacks to, or its fault.
    std::string unpacked(std::string_view bytes) {
        const auto changed = folder.path() / "changed.zip";
        const auto into = folder.path() / "into";
        std::filesystem::remove_all(into);
        std::filesystem::create_directory(into);
        write(changed, bytes);
        const auto fault = fault_of([&] { unpack_backup(changed, into); });
        if (!fault.empty()) return fault;
        const bool is_same = content_of(into / "journal.sqlite") == content_of(copies / "journal.sqlite") &&
                             content_of(into / "accounts.sqlite") == content_of(copies / "accounts.sqlite");
        return is_same ? "the same" : "something else";
    }

    TemporaryFolder folder;
    Path data = folder.path() / "data";
    Path copies = folder.path() / "copies";
    Path file = folder.path() / "backup.zip";
    std::unique_ptr<accounts::Keep> keep;
};

TEST_F(Backup, comes_back_the_same_for_its_owner_only) {
    EXPECT_EQ(unpacked(content_of(file)), "the same");
    for (const auto& made : {file, copies / "journal.sqlite", folder.path() / "into" / "accounts.sqlite"}) {
        struct stat known {};
        ASSERT_EQ(stat(made.c_str(), &known), 0);
        EXPECT_EQ(known.st_mode & 0777U, 0600U) << made;
    }
    const auto restored = folder.path() / "restored";
    std::filesystem::create_directory(restored);
    become_store(folder.path() / "into", restored);
    EXPECT_TRUE(open_sqlite_store(restored, Access::read, {})->get_blob(sha256("quyết định")).has_value());
    EXPECT_EQ(open_sqlite_keep_for_reading(restored)->get(accounts::Shelf::account, "a"), "1");
    EXPECT_EQ(fault_of([&] { become_store(copies, restored); }), "store.exists");
}

// A changed byte of what nobody reads (a date in the zip) does no harm; any other is noticed.
TEST_F(Backup, is_refused_when_damaged_cut_off_or_lengthened_inside) {
    const auto whole = content_of(file);
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 7) {
        auto flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        const auto found = unpacked(flipped);
        EXPECT_NE(found, "something else") << "byte " << at;
        if (found == "backup.damaged") ++refused;
    }
    EXPECT_GT(refused, whole.size() / 7 / 2);
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        EXPECT_EQ(unpacked(std::string_view(whole).substr(0, size)), "backup.damaged") << size;
    }
    auto longer = whole;
    longer.insert(longer.size() / 2, "x");
    EXPECT_EQ(unpacked(longer), "backup.damaged");
}

TEST_F(Backup, stops_when_told_and_leaves_no_more_than_an_empty_file) {
    const auto other = folder.path() / "other.zip";
    EXPECT_FALSE(pack_backup(copies, other, [](double) { return false; }));
    EXPECT_EQ(std::filesystem::file_size(other), 0U);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& one : std::filesystem::directory_iterator(folder.path())) ++files;
    EXPECT_EQ(files, 4U) << "data, copies, two zips";
}

TEST_F(Backup, is_of_one_moment_while_others_write) {
    const std::jthread writer([&](const std::stop_token& stop) {
        // Two rows that always agree.
        for (int i = 0; !stop.stop_requested(); ++i) {
            const auto number = std::to_string(i);
            const std::vector<accounts::Row> rows{{accounts::Shelf::kept, "one", number},
                                                  {accounts::Shelf::kept, "two", number}};
            keep->put(rows);
        }
    });
    for (int round = 0; round < 20; ++round) {
        const auto into = folder.path() / ("copy" + std::to_string(round));
        std::filesystem::create_directory(into);
        copy_store(data, into);
        const auto copy = open_sqlite_keep_for_reading(into);
        EXPECT_EQ(copy->get(accounts::Shelf::kept, "one"), copy->get(accounts::Shelf::kept, "two"));
    }
}

TEST_F(Backup, is_remembered_and_stands_in_the_records_of_looking) {
    EXPECT_FALSE(accounts::last_backup(*keep).has_value());
    accounts::note_backup(*keep, {1'600'000'000'000, 7, 4096, "/var/backups/books.zip"}, "quang");
    const auto last = accounts::last_backup(*keep);
    ASSERT_TRUE(last.has_value());
    EXPECT_EQ(last->at_ms, 1'600'000'000'000);
    EXPECT_EQ(last->entries, 7U);
    EXPECT_EQ(last->bytes, 4096U);
    EXPECT_EQ(last->file, "/var/backups/books.zip");
    EXPECT_EQ(keep->last_logged().who, "quang");
}

}  // namespace
}  // namespace nennep::store
