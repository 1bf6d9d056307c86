// What a journal.sqlite is: its mark, its version, its tables. Nobody writes to a file before it
// was recognised here.
#pragma once
#include <string>

#include "journal/entry.hpp"
#include "store/sqlite/connection.hpp"

namespace nennep::store {

// Fault store.newer or store.damaged unless it is a file that this program can keep.
void recognise(const Connection& connection);

// The bytes of a new store that holds nothing but its genesis.
std::string new_store_bytes(const journal::Genesis& genesis);

}  // namespace nennep::store
