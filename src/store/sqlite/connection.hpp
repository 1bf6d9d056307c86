// SQLite's C interface as we use it: a connection, statements, a transaction. What fails becomes a
// Fault that names the file and carries SQLite's own words.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace nennep::store {

// How a file is opened. `query` may use the files beside it (SQLite's readers of a log share memory
// with its writers) but changes no row; `read_only` opens everything for reading; `frozen` trusts
// that nobody writes, and so needs nothing beside the file.
enum class Opening { write, query, read_only, frozen, in_memory };

class Connection {
public:
    Connection(std::filesystem::path file, Opening opening, std::chrono::milliseconds patience);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Statements without rows, separated by semicolons.
    void run(const char* statements) const;
    // The first column of the first row, 0 without one.
    std::int64_t number(const char* statement) const;

    // Whether closing puts the log into the file, as a writer should, or leaves everything alone.
    void leave_log(bool as_it_is) const;
    // Writes through the log, as is usual, or straight into the file, with what was there before
    // kept in `-journal`. To change that needs the file for itself; else nothing changes.
    void use_log(bool log) const;
    // Gives back the room that a big or failed transaction took, if nobody is in the way.
    void shorten_log() const;

    sqlite3* raw() const { return connection_; }
    const std::filesystem::path& file() const { return file_; }
    bool is_written() const { return opening_ == Opening::write; }
    [[noreturn]] void fail(int code) const;

private:
    std::string fault_code(int code) const;
    std::string fault_code_of_disk() const;
    std::filesystem::path file_;
    Opening opening_;
    int patience_;  // milliseconds
    sqlite3* connection_ = nullptr;
};

// Bytes that are bound, and bytes of a column, are not copied: the first must live until the row
// is done, the second live until the next step.
class Statement {
public:
    Statement(const Connection& connection, std::string_view text);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int place, std::uint64_t number);
    Statement& bind(int place, std::string_view bytes);
    // True: there is a row to look at.
    bool step();
    // Runs a statement that has no rows and makes it ready for the next.
    void run();
    // Ready to be bound and stepped through anew.
    void reset();

    std::uint64_t number(int column) const;
    std::string_view bytes(int column) const;

private:
    const Connection& connection_;
    sqlite3_stmt* statement_ = nullptr;
};

// A big batch goes straight into the file, if nobody else has it open: through the log it would be
// written twice. Readers that come meanwhile wait; a batch that breaks off is undone all the same.
class WithoutLog {
public:
    explicit WithoutLog(const Connection& connection) : connection_(connection) {
        connection_.use_log(false);
    }
    ~WithoutLog() { connection_.use_log(true); }
    WithoutLog(const WithoutLog&) = delete;
    WithoutLog& operator=(const WithoutLog&) = delete;

private:
    const Connection& connection_;
};

// Taken for writing from the start, so that what it reads is still so when it writes. Undone
// unless committed.
class Transaction {
public:
    explicit Transaction(const Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Connection& connection_;
    bool open_ = true;
};

}  // namespace nennep::store
