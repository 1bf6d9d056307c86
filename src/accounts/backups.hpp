// When the store was last copied into a backup, and what of it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "accounts/keep.hpp"

namespace nennep::accounts {

struct Backup {
    std::int64_t at_ms = 0;         // the moment of which it is a copy
    std::uint64_t entries = 0;      // of the journal
    std::uint64_t bytes = 0;        // of the file
    std::string file;               // whole path
};

// Remembers it as the last one, and notes in the records of looking who took everything with them.
void note_backup(Keep& keep, const Backup& backup, const std::string& who);
std::optional<Backup> last_backup(Keep& keep);

}  // namespace nennep::accounts
