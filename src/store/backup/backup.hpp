// A backup is one file: a zip of a store's databases as they were at one moment.
#pragma once
#include <filesystem>
#include <functional>

namespace nennep::store {

// Told how much is done, from 0 to 1; answers false to stop.
using OnTheWay = std::function<bool(double part)>;

// The journal, and the accounts where there are some, in an empty folder; others may be writing.
void copy_store(const std::filesystem::path& folder, const std::filesystem::path& into);

// The file, from such a folder. False: stopped. Fault out.unwritable.
bool pack_backup(const std::filesystem::path& folder, const std::filesystem::path& file, const OnTheWay& goes_on);

// Such a folder, from the file, durably. Fault backup.damaged.
void unpack_backup(const std::filesystem::path& file, const std::filesystem::path& into);

// Makes what lies in such a folder the store of another, on the same disk. Fault store.exists where there is one.
void become_store(const std::filesystem::path& from, const std::filesystem::path& folder);
// The same question before the work is done.
void must_hold_no_store(const std::filesystem::path& folder);

}  // namespace nennep::store
