#include "store/sqlite/connection.hpp"

#include <sqlite3.h>

#include <cctype>
#include <cerrno>
#include <limits>
#include <new>
#include <utility>

#include "base/result.hpp"
#include "store/sqlite/folder.hpp"

namespace nennep::store {
namespace {

// SQLite reads `?`, `#` and `%` in a URI as its own.
std::string uri_of(const std::filesystem::path& file) {
    constexpr char digits[] = "0123456789abcdef";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return uri + "?immutable=1";
}

int flags_of(Opening opening) {
    constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (opening) {
        case Opening::write:
        case Opening::query: return always | SQLITE_OPEN_READWRITE;
        case Opening::read_only: return always | SQLITE_OPEN_READONLY;
        case Opening::frozen: return always | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        case Opening::in_memory:
            return always | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    }
    return always;
}

}  // namespace

Connection::Connection(std::filesystem::path file, Opening opening,
                       std::chrono::milliseconds patience)
    : file_(std::move(file)),
      opening_(opening),
      patience_(static_cast<int>(patience.count())) {
    const auto name = opening == Opening::frozen ? uri_of(file_) : file_.string();
    const int code = sqlite3_open_v2(name.c_str(), &connection_, flags_of(opening), nullptr);
    try {
        if (code != SQLITE_OK) fail(code);
        sqlite3_busy_timeout(connection_, patience_);
        // The file may have come from anywhere: its schema may call no functions, and no statement
        // may damage it from inside.
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        if (opening == Opening::query) run("PRAGMA query_only = ON");
    } catch (...) {
        sqlite3_close_v2(connection_);
        throw;
    }
}

Connection::~Connection() { sqlite3_close_v2(connection_); }

void Connection::run(const char* statements) const {
    const int code = sqlite3_exec(connection_, statements, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

void Connection::leave_log(bool as_it_is) const {
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, as_it_is ? 1 : 0, nullptr);
}

void Connection::use_log(bool log) const {
    // Either mode keeps the journal; if the change fails, only time is lost.
    sqlite3_busy_timeout(connection_, 0);
    sqlite3_exec(connection_, log ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE",
                 nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(connection_, patience_);
}

void Connection::shorten_log() const {
    sqlite3_busy_timeout(connection_, 0);
    sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(connection_, patience_);
}

std::int64_t Connection::number(const char* statement) const {
    Statement one(*this, statement);
    return one.step() ? static_cast<std::int64_t>(one.number(0)) : 0;
}

void Connection::fail(int code) const {
    if ((code & 0xff) == SQLITE_NOMEM) throw std::bad_alloc();
    std::string context = file_.string() + ": ";
    context += connection_ != nullptr ? sqlite3_errmsg(connection_) : sqlite3_errstr(code);
    const auto kind = fault_code(code);
    if (kind == "store.busy") context += " (another program is writing)";
    context += " (SQLite " + std::to_string(code) + ")";
    throw Fault(kind, context);
}

std::string Connection::fault_code(int code) const {
    std::error_code ignored;
    const auto is_there = std::filesystem::exists(file_, ignored);
    const int error_number = connection_ != nullptr ? sqlite3_system_errno(connection_) : 0;
    switch (code & 0xff) {
        case SQLITE_FULL: return "store.full";
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "store.busy";
        case SQLITE_READONLY: return "store.read_only";
        case SQLITE_CANTOPEN:
            return is_there && is_written() ? fault_code_when_writing(error_number)
                                            : "store.unreachable";
        // Our statements are right; if SQLite finds them wrong, the tables are not ours.
        case SQLITE_ERROR:
        case SQLITE_CORRUPT:
        case SQLITE_FORMAT:
        case SQLITE_NOTADB: return "store.damaged";
        case SQLITE_IOERR:
            // A file shorter than its own pages is no error of the disk.
            if (code == SQLITE_IOERR_SHORT_READ) return "store.damaged";
            return fault_code_of_disk();
        default: return "store.unreachable";
    }
}

// SQLite knows only the full disk by name; a quota or a limit is an error like any other, and
// which one is remembered by the file it happened to: the database, or its log.
std::string Connection::fault_code_of_disk() const {
    int error_number = sqlite3_system_errno(connection_);
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        const auto code = fault_code_when_writing(error_number);
        if (code != "store.unreachable") return code;
        sqlite3_file* file = nullptr;
        sqlite3_file_control(connection_, "main", which, &file);
        if (file == nullptr || file->pMethods == nullptr) continue;
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error_number);
    }
    return fault_code_when_writing(error_number);
}

Statement::Statement(const Connection& connection, std::string_view text)
    : connection_(connection) {
    const int code = sqlite3_prepare_v2(connection.raw(), text.data(),
                                        static_cast<int>(text.size()), &statement_, nullptr);
    if (code != SQLITE_OK) connection.fail(code);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int place, std::uint64_t number) {
    ensure(number <= std::numeric_limits<std::int64_t>::max(), "SQLite counts to 2^63");
    const int code = sqlite3_bind_int64(statement_, place, static_cast<std::int64_t>(number));
    if (code != SQLITE_OK) connection_.fail(code);
    return *this;
}

Statement& Statement::bind(int place, std::string_view bytes) {
    // An empty view may point nowhere, which SQLite would take for NULL.
    const int code = bytes.empty() ? sqlite3_bind_zeroblob(statement_, place, 0)
                                   : sqlite3_bind_blob64(statement_, place, bytes.data(),
                                                         bytes.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) connection_.fail(code);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code);
    return false;
}

void Statement::run() {
    step();
    reset();
}

void Statement::reset() { sqlite3_reset(statement_); }

std::uint64_t Statement::number(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column));
}

std::string_view Statement::bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = sqlite3_column_bytes(statement_, column);
    return {data, data == nullptr ? 0 : static_cast<std::size_t>(size)};
}

Transaction::Transaction(const Connection& connection) : connection_(connection) {
    connection_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // A failed commit may have ended it already; then this says so, and nobody needs to hear it.
    if (open_) sqlite3_exec(connection_.raw(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    connection_.run("COMMIT");
    open_ = false;
}

}  // namespace nennep::store
