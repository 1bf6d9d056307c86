#include "store/sqlite/format.hpp"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <new>

#include "base/result.hpp"

namespace nennep::store {
namespace {

constexpr Format journal_format{0x4e654e70, 1};  // "NeNp"

// `stream` is the index from subjects to entries, kept as a table: so a big batch fills it in
// sorted order, in half the time of an index that SQLite keeps row by row.
// The triggers are a fence against a slip of the hand; the proof is the chain of links.
constexpr const char* schema = R"sql(
CREATE TABLE genesis (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    subject INTEGER NOT NULL,
    header BLOB NOT NULL,
    payload BLOB NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE TABLE stream (
    subject INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE blob (
    digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL,
    size INTEGER NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    layout BLOB NOT NULL CHECK (length(layout) = 32),
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE TRIGGER genesis_is_kept BEFORE UPDATE ON genesis
    BEGIN SELECT RAISE(ABORT, 'the genesis is never changed'); END;
CREATE TRIGGER genesis_stays BEFORE DELETE ON genesis
    BEGIN SELECT RAISE(ABORT, 'the genesis is never deleted'); END;
CREATE TRIGGER entry_is_kept BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
)sql";

[[noreturn]] void fail_damaged(const std::filesystem::path& file, const char* why) {
    throw Fault("store.damaged", file.string() + ": " + why);
}

void judge(const std::filesystem::path& file, const Format& format, std::int64_t id, std::int64_t version) {
    if (id != format.application_id) fail_damaged(file, "not such a file of this program");
    if (version > format.version) {
        throw Fault("store.newer", file.string() + ": format " + std::to_string(version) +
                                       ", this program knows " + std::to_string(format.version));
    }
    if (version != format.version) fail_damaged(file, "a format version that never was");
}

// The first bytes of the file. A statement would make files beside it, or mend it from its log;
// opening it a second time ourselves would lose SQLite's locks when we close it (POSIX).
std::array<char, 100> head_of(const Connection& connection) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection.raw(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::array<char, 100> head{};
    const int code = file->pMethods->xRead(file, head.data(), static_cast<int>(head.size()), 0);
    if (code == SQLITE_IOERR_SHORT_READ) fail_damaged(connection.file(), "too short");
    if (code != SQLITE_OK) connection.fail(code);
    return head;
}

}  // namespace

void recognise(const Connection& connection) { recognise(connection, journal_format); }

void recognise(const Connection& connection, const Format& format) {
    const auto head = head_of(connection);
    const std::string_view all(head.data(), head.size());
    if (!all.starts_with(std::string_view("SQLite format 3\0", 16))) {
        fail_damaged(connection.file(), "not a database");
    }
    const auto number_at = [&all](std::size_t at) {
        std::int64_t number = 0;
        for (const char byte : all.substr(at, 4)) {
            number = number * 256 + static_cast<unsigned char>(byte);
        }
        return number;
    };
    judge(connection.file(), format, number_at(68), number_at(60));
    // A newer program's mark may still stand in the log.
    judge(connection.file(), format, connection.number("PRAGMA application_id"),
          connection.number("PRAGMA user_version"));
}

std::string new_store_bytes(const journal::Genesis& genesis) {
    return new_file_bytes(journal_format, schema, [&](const Connection& memory) {
        const auto encoded = encode(genesis);
        Statement(memory, "INSERT INTO genesis (id, bytes) VALUES (1, ?)").bind(1, encoded).run();
    });
}

std::string new_file_bytes(const Format& format, const char* tables,
                           const std::function<void(const Connection&)>& fill) {
    const Connection memory("new store", Opening::in_memory, {});
    memory.run("PRAGMA page_size = 8192");
    memory.run(("PRAGMA application_id = " + std::to_string(format.application_id)).c_str());
    memory.run(("PRAGMA user_version = " + std::to_string(format.version)).c_str());
    memory.run(tables);
    fill(memory);

    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
        sqlite3_serialize(memory.raw(), "main", &size, 0), sqlite3_free);
    if (bytes == nullptr) throw std::bad_alloc();
    std::string all(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
    // A database in memory has no log. These two bytes of the file format say "write-ahead log",
    // so that the file is in that mode from birth.
    all[18] = all[19] = 2;
    return all;
}

}  // namespace nennep::store
