#include "store/backup/backup.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <vector>

#include "base/result.hpp"
#include "store/accounts/keep.hpp"
#include "store/backup/archive.hpp"
#include "store/sqlite/folder.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nennep::store {
namespace {

using Path = std::filesystem::path;

const std::string journal_name = "journal.sqlite";
// The journal last: with it a folder has become a store.
const std::array<std::string, 2> names{"accounts.sqlite", journal_name};

bool is_there(const Path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

}  // namespace

void copy_store(const Path& folder, const Path& into) {
    if (!sqlite_store_exists(folder)) throw Fault("store.missing", folder.string());
    // The accounts first: they then promise nothing (a receipt, an act that waits) of which the journal knows
    // nothing.
    if (sqlite_keep_exists(folder)) copy_sqlite_keep(folder, into);
    copy_sqlite_store(folder, into);
}

bool pack_backup(const Path& folder, const Path& file, const OnTheWay& goes_on) {
    std::vector<std::string> there;
    std::copy_if(names.begin(), names.end(), std::back_inserter(there),
                 [&](const auto& name) { return is_there(folder / name); });
    return pack_files(folder, there, file, goes_on);
}

void unpack_backup(const Path& file, const Path& into) {
    unpack_files(file, names, into);
    if (!is_there(into / journal_name)) throw Fault("backup.damaged", file.string() + ": " + journal_name);
}

void must_hold_no_store(const Path& folder) {
    for (const auto& name : names) {
        // A log without its file would be taken for that of the new one.
        for (const char* ending : {"", "-wal", "-journal"}) {
            const auto file = folder / (name + ending);
            if (is_there(file)) throw Fault("store.exists", file.string());
        }
    }
}

void become_store(const Path& from, const Path& folder) {
    const FolderLock lock(folder);
    must_hold_no_store(folder);
    for (const auto& name : names) {
        if (is_there(from / name)) move_file(from / name, folder / name);
    }
}

}  // namespace nennep::store
