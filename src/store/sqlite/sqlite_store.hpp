// The journal in one SQLite file, for a laptop or a server of its own. A store is a folder:
//
//   journal.sqlite   genesis, entries, blobs (and -wal, -shm while somebody has it open)
//   snapshot.bin     convenience: may be deleted at any time
//
// Several processes may open one folder; a Store itself belongs to one thread at a time.
#pragma once
#include <chrono>
#include <filesystem>
#include <memory>

#include "journal/store.hpp"

namespace nennep::store {

// `read` changes nothing, and is content with a folder that cannot be written.
enum class Access { read, write };

// Opens the store of a folder. With Access::write a missing one is founded with `if_new`, whole or
// not at all. `patience` is how long a writer waits for another one before it gives up.
std::unique_ptr<journal::Store> open_sqlite_store(
    const std::filesystem::path& folder, Access access, const journal::Genesis& if_new,
    std::chrono::milliseconds patience = std::chrono::seconds{30});

bool sqlite_store_exists(const std::filesystem::path& folder);

// The journal alone as it is now, under its own name in a folder that has none; others may be writing.
void copy_sqlite_store(const std::filesystem::path& folder, const std::filesystem::path& into);

}  // namespace nennep::store
