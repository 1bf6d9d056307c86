// Accounts, sessions, tokens and the records of looking in one SQLite file beside the journal:
//
//   accounts.sqlite   rows by shelf and key; the log, append-only (and -wal, -shm while it is open)
//
// The log is read on a connection of its own, so that a long look into it holds up no sign-in.
#pragma once
#include <filesystem>
#include <memory>

#include "accounts/keep.hpp"

namespace nennep::store {

// Makes the folder and the file if they are not there. One Keep for one `Accounts`: what is written
// through it does not change its own `version`.
std::unique_ptr<accounts::Keep> open_sqlite_keep(const std::filesystem::path& folder);
// For looking only; changes nothing. Fault store.missing if there is none.
std::unique_ptr<accounts::Keep> open_sqlite_keep_for_reading(const std::filesystem::path& folder);
bool sqlite_keep_exists(const std::filesystem::path& folder);

// As it is now, under its own name in a folder that has none; others may be writing.
void copy_sqlite_keep(const std::filesystem::path& folder, const std::filesystem::path& into);

// Kept nowhere, for tests and trials.
std::unique_ptr<accounts::Keep> open_memory_keep();

}  // namespace nennep::store
