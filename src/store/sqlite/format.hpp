// What a journal.sqlite is: its mark, its version, its tables. Nobody writes to a file before it
// was recognised here.
#pragma once
#include <functional>
#include <string>

#include "journal/entry.hpp"
#include "store/sqlite/connection.hpp"

namespace nennep::store {

// By what a file is known: whose it is, and which form of its tables.
struct Format {
    std::int64_t application_id;
    std::int64_t version;
};

// Fault store.newer or store.damaged unless it is a file of this format that this program can keep.
void recognise(const Connection& connection, const Format& format);
// The bytes of a new file with these tables, in the mode of a write-ahead log from birth.
std::string new_file_bytes(const Format& format, const char* schema,
                           const std::function<void(const Connection&)>& fill);

// The same for the journal.
void recognise(const Connection& connection);

// The bytes of a new store that holds nothing but its genesis.
std::string new_store_bytes(const journal::Genesis& genesis);

}  // namespace nennep::store
