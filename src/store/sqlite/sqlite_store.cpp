#include "store/sqlite/sqlite_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/sqlite/copying.hpp"
#include "store/sqlite/folder.hpp"
#include "store/sqlite/format.hpp"
#include "store/sqlite/snapshot_file.hpp"

namespace nennep::store {
namespace {

using journal::Head;
using journal::HeadMoved;
using journal::Seq;
using journal::Snapshot;
using journal::StoredEntry;
using Path = std::filesystem::path;

constexpr const char* journal_name = "journal.sqlite";
constexpr const char* snapshot_name = "snapshot.bin";

// From here on, going without the log saves more than the two changes of mode cost.
constexpr std::size_t big_batch = 50'000;

// EXTRA: a commit that was reported is on the disk. With the log that is the same as FULL; without
// it, FULL would forget the folder. The log of a big import is cut back to 64 MB.
constexpr const char* settings_for_writing =
    "PRAGMA synchronous = EXTRA; PRAGMA cache_size = -16384;"
    "PRAGMA journal_size_limit = 67108864";

Path beside(const Path& file, const char* ending) { return Path(file).concat(ending); }

// 0 for a file that is not there.
std::uintmax_t size_of(const Path& file) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(file, missing);
    return missing ? 0 : size;
}

bool is_there(const Path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

void found_store(const Path& folder, const journal::Genesis& genesis) {
    make_folder(folder);
    const FolderLock lock(folder);
    const auto file = folder / journal_name;
    if (is_there(file)) return;
    // SQLite would take an orphaned log for that of the new file.
    for (const char* ending : {"-wal", "-journal"}) {
        if (is_there(beside(file, ending))) {
            throw Fault("store.damaged", file.string() + ": gone, but its log is still there");
        }
    }
    replace_file(file, {new_store_bytes(genesis)});
}

std::unique_ptr<Connection> open_for_writing(const Path& file,
                                             std::chrono::milliseconds patience) {
    for (const auto& path : {file.parent_path(), file}) {
        if (is_writable(path)) continue;
        throw Fault("store.read_only", path.string() + ": cannot be written");
    }
    auto connection = std::make_unique<Connection>(file, Opening::write, patience);
    connection->leave_log(true);
    recognise(*connection);
    connection->leave_log(false);
    connection->run(settings_for_writing);
    connection->use_log(true);  // the one who went without it may have been killed
    return connection;
}

[[noreturn]] void fail_unfinished(const Path& file, const std::string& why) {
    throw Fault("store.read_only", file.string() + ": " + why +
                                       "; what a program left unfinished waits beside it: open it "
                                       "once with write access");
}

std::unique_ptr<Connection> open_for_reading(const Path& file,
                                             std::chrono::milliseconds patience) {
    const auto log = beside(file, "-wal");
    if (is_writable(file.parent_path()) && is_writable(file)) {
        // Where nobody had it open, closing takes away the log that opening made; else whoever
        // has it open, or opens it next for writing, takes care of the log.
        const bool is_quiet = size_of(log) == 0;
        try {
            auto connection = std::make_unique<Connection>(file, Opening::query, patience);
            connection->leave_log(true);
            recognise(*connection);
            connection->leave_log(!is_quiet);
            return connection;
        } catch (const Fault& fault) {
            // A full disk has no room for the log's shared memory. It can still be read.
            if (fault.code() != "store.full" || !is_quiet) throw;
        }
    }
    if (size_of(beside(file, "-journal")) != 0) fail_unfinished(file, "a big batch broke off");
    if (is_there(log)) {
        try {
            auto connection = std::make_unique<Connection>(file, Opening::read_only, patience);
            recognise(*connection);
            return connection;
        } catch (const Fault& fault) {
            if (fault.code() == "store.newer" || fault.code() == "store.damaged") throw;
            if (size_of(log) != 0) fail_unfinished(file, fault.what());
        }
    }
    auto connection = std::make_unique<Connection>(file, Opening::frozen, patience);
    recognise(*connection);
    return connection;
}

class SqliteStore final : public journal::Store {
public:
    SqliteStore(Path folder, std::unique_ptr<Connection> connection)
        : folder_(std::move(folder)), owned_(std::move(connection)), connection_(*owned_) {
        Statement row(connection_, "SELECT bytes FROM genesis");
        if (!row.step()) fail_damaged("it has no genesis");
        genesis_ = row.bytes(0);
        head();  // reads the end of the file: one that was cut off is noticed now
    }

    std::string genesis() override { return genesis_; }

    Head head() override {
        Statement row(connection_, "SELECT seq, link FROM entry ORDER BY seq DESC LIMIT 1");
        if (!row.step()) return journal::head_of(genesis_);
        return {row.number(0), digest_in(row, 1)};
    }

    std::optional<HeadMoved> append(const Head& expected,
                                    std::span<const StoredEntry> entries) override {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            ensure(entries[i].seq == expected.seq + 1 + i, "entries continue the expected head");
        }
        must_be_for_writing();
        if (entries.empty()) return moved_from(expected);
        try {
            std::optional<WithoutLog> straight;
            if (entries.size() >= big_batch) straight.emplace(connection_);
            return append_all(expected, entries);
        } catch (const Fault&) {
            connection_.shorten_log();
            throw;
        }
    }

    void read(Seq after, const Take& take) override {
        Statement rows(connection_,
                       "SELECT seq, subject, header, payload, link FROM entry"
                       " WHERE seq > ? ORDER BY seq");
        hand_over(rows.bind(1, after), take);
    }

    void read_each(std::span<const Seq> wanted, const Take& take) override {
        // A statement that is under way keeps the file's locks; without it each look would take
        // them and give them back, which costs more than the look.
        Statement under_way(connection_, "SELECT seq FROM entry LIMIT 1");
        if (!under_way.step()) return;
        Statement row(connection_, "SELECT seq, subject, header, payload, link FROM entry WHERE seq = ?");
        bool goes_on = true;
        for (auto seq = wanted.begin(); goes_on && seq != wanted.end(); ++seq) {
            row.reset();
            hand_over(row.bind(1, *seq), [&](const StoredEntry& entry) { return goes_on = take(entry); });
        }
    }

    void read_stream(journal::SubjectId subject, const Take& take) override {
        Statement rows(connection_,
                       "SELECT entry.seq, entry.subject, header, payload, link"
                       " FROM stream CROSS JOIN entry ON entry.seq = stream.seq"
                       " WHERE stream.subject = ? ORDER BY stream.seq");
        hand_over(rows.bind(1, subject), take);
    }

    Digest put_blob(std::string_view bytes) override {
        must_be_for_writing();
        const Digest digest = sha256(bytes);
        Statement insert(connection_,
                         "INSERT INTO blob (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
        insert.bind(1, bytes_of(digest)).bind(2, bytes).run();
        return digest;
    }

    std::optional<std::string> get_blob(const Digest& digest) override {
        Statement row(connection_, "SELECT bytes FROM blob WHERE digest = ?");
        if (!row.bind(1, bytes_of(digest)).step()) return std::nullopt;
        if (sha256(row.bytes(0)) != digest) fail_damaged("a blob is not what its digest says");
        return std::string(row.bytes(0));
    }

    void put_snapshot(const Snapshot& snapshot) override {
        if (!connection_.is_written()) return;
        try {
            const FolderLock lock(folder_);
            const Digest digest = write_snapshot_file(folder_ / snapshot_name, snapshot);
            Statement replace(connection_,
                              "REPLACE INTO snapshot (id, seq, size, link, layout, digest)"
                              " VALUES (1, ?, ?, ?, ?, ?)");
            replace.bind(1, snapshot.head.seq).bind(2, snapshot.bytes.size());
            replace.bind(3, bytes_of(snapshot.head.link)).bind(4, bytes_of(snapshot.layout));
            replace.bind(5, bytes_of(digest)).run();
        } catch (const Fault&) {
            // Only time is lost: without a snapshot the journal is read from its beginning, and a
            // file without its row is not believed.
        }
    }

    std::optional<Snapshot> get_snapshot() override {
        Statement row(connection_, "SELECT seq, size, link, layout, digest FROM snapshot");
        if (!row.step()) return std::nullopt;
        Snapshot snapshot;
        snapshot.head = {row.number(0), digest_in(row, 2)};
        snapshot.layout = digest_in(row, 3);
        if (link_at(snapshot.head.seq) != snapshot.head.link) return std::nullopt;
        const SnapshotMark mark{row.number(1), digest_in(row, 4)};
        if (!read_snapshot_file(folder_ / snapshot_name, mark, snapshot)) return std::nullopt;
        return snapshot;
    }

    void drop_snapshot() override {
        must_be_for_writing();
        const FolderLock lock(folder_);
        connection_.run("DELETE FROM snapshot");
        const auto file = folder_ / snapshot_name;
        if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail_writing(file, errno);
    }

private:
    [[noreturn]] void fail_damaged(const char* why) const {
        throw Fault("store.damaged", connection_.file().string() + ": " + why);
    }

    void must_be_for_writing() const {
        if (connection_.is_written()) return;
        throw Fault("store.read_only", connection_.file().string() + ": opened for reading only");
    }

    Digest digest_in(const Statement& row, int column) const {
        const auto bytes = row.bytes(column);
        Digest digest{};
        if (bytes.size() != digest.size()) fail_damaged("a digest has not 32 bytes");
        std::copy(bytes.begin(), bytes.end(), digest.begin());
        return digest;
    }

    std::optional<HeadMoved> moved_from(const Head& expected) {
        const Head now = head();
        if (now == expected) return std::nullopt;
        return HeadMoved{now};
    }

    std::optional<Digest> link_at(Seq seq) const {
        if (seq == 0) return journal::head_of(genesis_).link;
        Statement row(connection_, "SELECT link FROM entry WHERE seq = ?");
        if (!row.bind(1, seq).step()) return std::nullopt;
        return digest_in(row, 0);
    }

    std::optional<HeadMoved> append_all(const Head& expected,
                                        std::span<const StoredEntry> entries) {
        Transaction transaction(connection_);
        if (auto moved = moved_from(expected)) return moved;
        Statement insert(connection_,
                         "INSERT INTO entry (seq, subject, header, payload, link)"
                         " VALUES (?, ?, ?, ?, ?)");
        std::vector<std::pair<journal::SubjectId, Seq>> streams;
        streams.reserve(entries.size());
        for (const auto& entry : entries) {
            insert.bind(1, entry.seq).bind(2, entry.subject);
            insert.bind(3, entry.header).bind(4, entry.payload).bind(5, bytes_of(entry.link));
            insert.run();
            streams.emplace_back(entry.subject, entry.seq);
        }
        // In their order, neighbours fall into the same page of the tree.
        std::sort(streams.begin(), streams.end());
        Statement index(connection_, "INSERT INTO stream (subject, seq) VALUES (?, ?)");
        for (const auto& [subject, seq] : streams) index.bind(1, subject).bind(2, seq).run();
        transaction.commit();
        return std::nullopt;
    }

    void hand_over(Statement& rows, const Take& take) const {
        StoredEntry entry;  // one for all rows: its strings keep their room
        while (rows.step()) {
            entry.seq = rows.number(0);
            entry.subject = rows.number(1);
            entry.header = rows.bytes(2);
            entry.payload = rows.bytes(3);
            entry.link = digest_in(rows, 4);
            if (!take(entry)) return;
        }
    }

    Path folder_;
    std::unique_ptr<Connection> owned_;
    const Connection& connection_;
    std::string genesis_;
};

}  // namespace

std::unique_ptr<journal::Store> open_sqlite_store(const Path& folder, Access access,
                                                  const journal::Genesis& if_new,
                                                  std::chrono::milliseconds patience) {
    // Absolute, so that the working directory may change while the store is open.
    const auto whole = std::filesystem::absolute(folder);
    const auto file = whole / journal_name;
    if (access == Access::write && !is_there(file)) found_store(whole, if_new);
    return std::make_unique<SqliteStore>(whole, access == Access::write
                                                    ? open_for_writing(file, patience)
                                                    : open_for_reading(file, patience));
}

bool sqlite_store_exists(const Path& folder) { return is_there(folder / journal_name); }

void copy_sqlite_store(const Path& folder, const Path& into) {
    const auto from = open_for_reading(std::filesystem::absolute(folder) / journal_name, std::chrono::seconds{30});
    copy_database(*from, into / journal_name);
}

}  // namespace nennep::store
