#include <algorithm>
#include <mutex>
#include <system_error>
#include <utility>

#include "base/result.hpp"
#include "store/accounts/keep.hpp"
#include "store/sqlite/connection.hpp"
#include "store/sqlite/copying.hpp"
#include "store/sqlite/folder.hpp"
#include "store/sqlite/format.hpp"

namespace nennep::store {
namespace {

using accounts::LoggedLine;
using accounts::Shelf;
using Path = std::filesystem::path;

constexpr const char* keep_name = "accounts.sqlite";
constexpr Format keep_format{0x4e654e61, 1};  // "NeNa"

// The triggers are a fence against a slip of the hand; the proof is the chain of links.
constexpr const char* schema = R"sql(
CREATE TABLE kept (
    shelf INTEGER NOT NULL,
    key BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (shelf, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE log (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at_ms INTEGER NOT NULL,
    who BLOB NOT NULL,
    about BLOB NOT NULL,
    link BLOB NOT NULL CHECK (length(link) = 32),
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX log_by_about ON log (about) WHERE about <> x'';
CREATE INDEX log_by_who ON log (who);
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'a line of the log is never changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'a line of the log is never deleted'); END;
)sql";

// What is deleted, such as a session, is overwritten too.
constexpr const char* settings_for_writing =
    "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 16777216";

bool is_there(const Path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

void found_keep(const Path& folder) {
    make_folder(folder);
    const FolderLock lock(folder);
    const auto file = folder / keep_name;
    if (is_there(file)) return;
    // SQLite would take an orphaned log for that of the new file.
    for (const char* ending : {"-wal", "-journal"}) {
        if (is_there(Path(file).concat(ending))) {
            throw Fault("store.damaged", file.string() + ": gone, but its log is still there");
        }
    }
    replace_file(file, {new_file_bytes(keep_format, schema, [](const Connection&) {})});
}

std::unique_ptr<Connection> opened(const Path& file, Opening opening) {
    auto connection = std::make_unique<Connection>(file, opening, std::chrono::seconds{30});
    recognise(*connection, keep_format);
    return connection;
}

std::unique_ptr<Connection> open_for_looking(const Path& file) {
    if (is_writable(file.parent_path()) && is_writable(file)) return opened(file, Opening::query);
    return opened(file, is_there(Path(file).concat("-wal")) ? Opening::read_only : Opening::frozen);
}

class SqliteKeep final : public accounts::Keep {
public:
    SqliteKeep(std::unique_ptr<Connection> connection, std::unique_ptr<Connection> looking)
        : owned_(std::move(connection)), owned_looking_(std::move(looking)), connection_(*owned_),
          looking_(*owned_looking_) {}

    void read_beginning(Shelf shelf, std::string_view beginning, const Take& take) override {
        const std::scoped_lock lock(mutex_);
        Statement rows(connection_, "SELECT key, bytes FROM kept WHERE shelf = ? AND key >= ? ORDER BY key");
        rows.bind(1, std::uint64_t{static_cast<std::uint8_t>(shelf)}).bind(2, beginning);
        // In order of bytes, those that begin so stand together.
        while (rows.step() && rows.bytes(0).starts_with(beginning)) take(rows.bytes(0), rows.bytes(1));
    }

    std::optional<std::string> get(Shelf shelf, std::string_view key) override {
        const std::scoped_lock lock(mutex_);
        Statement row(connection_, "SELECT bytes FROM kept WHERE shelf = ? AND key = ?");
        if (!row.bind(1, std::uint64_t{static_cast<std::uint8_t>(shelf)}).bind(2, key).step()) return std::nullopt;
        return std::string(row.bytes(0));
    }

    void update(const std::function<std::vector<accounts::Row>()>& decide) override {
        const std::scoped_lock lock(mutex_);
        must_be_for_writing();
        Transaction transaction(connection_);
        Statement put(connection_, "INSERT INTO kept (shelf, key, bytes) VALUES (?, ?, ?)"
                                   " ON CONFLICT DO UPDATE SET bytes = excluded.bytes");
        Statement drop(connection_, "DELETE FROM kept WHERE shelf = ? AND key = ?");
        const auto rows = decide();
        if (rows.empty()) return;
        for (const auto& row : rows) {
            auto& statement = row.bytes.empty() ? drop : put;
            statement.bind(1, std::uint64_t{static_cast<std::uint8_t>(row.shelf)}).bind(2, row.key);
            if (!row.bytes.empty()) statement.bind(3, row.bytes);
            statement.run();
        }
        transaction.commit();
    }

    std::uint64_t version() override {
        const std::scoped_lock lock(mutex_);
        return static_cast<std::uint64_t>(connection_.number("PRAGMA data_version"));
    }

    LoggedLine last_logged() override {
        const std::scoped_lock lock(mutex_);
        Statement row(connection_,
                      "SELECT seq, at_ms, who, about, bytes, link FROM log ORDER BY seq DESC LIMIT 1");
        return row.step() ? line_in(row) : LoggedLine{};
    }

    void append_log(const std::function<std::vector<LoggedLine>(const LoggedLine&)>& continue_it) override {
        const std::scoped_lock lock(mutex_);
        must_be_for_writing();
        Transaction transaction(connection_);
        const auto last = last_logged();
        auto expected = last.seq;
        Statement insert(connection_, "INSERT INTO log (seq, at_ms, who, about, link, bytes)"
                                      " VALUES (?, ?, ?, ?, ?, ?)");
        for (const auto& line : continue_it(last)) {
            ensure(line.seq == ++expected, "the log has no gaps");
            insert.bind(1, line.seq).bind(2, static_cast<std::uint64_t>(line.at_ms));
            insert.bind(3, line.who).bind(4, line.about);
            insert.bind(5, bytes_of(line.link)).bind(6, line.bytes).run();
        }
        transaction.commit();
    }

    void read_log(const accounts::LogQuestion& question,
                  const std::function<bool(const LoggedLine&)>& take) override {
        const std::scoped_lock lock(looking_mutex_);
        constexpr std::uint64_t end = 0x7fff'ffff'ffff'ffff;
        std::string text = "SELECT seq, at_ms, who, about, bytes, link FROM log"
                           " WHERE seq < ?1 AND at_ms >= ?2 AND at_ms <= ?3";
        if (!question.about.empty()) text += " AND about = ?4 AND about <> x''";
        else if (!question.who.empty()) text += " AND who = ?5";
        Statement rows(looking_, text + " ORDER BY seq DESC");
        rows.bind(1, question.before == 0 ? end : question.before);
        rows.bind(2, static_cast<std::uint64_t>(std::max<std::int64_t>(question.from_ms, 0)));
        rows.bind(3, question.to_ms == 0 ? end : static_cast<std::uint64_t>(question.to_ms));
        if (!question.about.empty()) rows.bind(4, question.about);
        else if (!question.who.empty()) rows.bind(5, question.who);
        while (rows.step()) {
            const auto line = line_in(rows);
            if (!question.who.empty() && line.who != question.who) continue;
            if (!take(line)) return;
        }
    }

private:
    void must_be_for_writing() const {
        if (connection_.is_written()) return;
        throw Fault("store.read_only", connection_.file().string() + ": opened for reading only");
    }

    LoggedLine line_in(const Statement& row) const {
        LoggedLine line{row.number(0), static_cast<std::int64_t>(row.number(1)), std::string(row.bytes(2)),
                        std::string(row.bytes(3)), std::string(row.bytes(4)), {}};
        const auto link = row.bytes(5);
        if (link.size() != line.link.size()) {
            throw Fault("store.damaged", connection_.file().string() + ": a link has not 32 bytes");
        }
        std::copy(link.begin(), link.end(), line.link.begin());
        return line;
    }

    std::recursive_mutex mutex_;        // `decide` may read
    std::mutex looking_mutex_;
    std::unique_ptr<Connection> owned_;
    std::unique_ptr<Connection> owned_looking_;
    const Connection& connection_;
    const Connection& looking_;
};

}  // namespace

std::unique_ptr<accounts::Keep> open_sqlite_keep(const Path& folder) {
    const auto whole = std::filesystem::absolute(folder);
    const auto file = whole / keep_name;
    if (!is_there(file)) found_keep(whole);
    for (const auto& path : {whole, file}) {
        if (!is_writable(path)) throw Fault("store.read_only", path.string() + ": cannot be written");
    }
    auto connection = opened(file, Opening::write);
    connection->run(settings_for_writing);
    auto looking = opened(file, Opening::query);
    return std::make_unique<SqliteKeep>(std::move(connection), std::move(looking));
}

std::unique_ptr<accounts::Keep> open_sqlite_keep_for_reading(const Path& folder) {
    const auto file = std::filesystem::absolute(folder) / keep_name;
    if (!is_there(file)) throw Fault("store.missing", file.string());
    return std::make_unique<SqliteKeep>(open_for_looking(file), open_for_looking(file));
}

bool sqlite_keep_exists(const Path& folder) { return is_there(folder / keep_name); }

void copy_sqlite_keep(const Path& folder, const Path& into) {
    copy_database(*open_for_looking(std::filesystem::absolute(folder) / keep_name), into / keep_name);
}

}  // namespace nennep::store
