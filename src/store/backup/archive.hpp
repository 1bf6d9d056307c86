// Files in a zip, which any program unpacks.
#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "store/backup/backup.hpp"

namespace nennep::store {

// Packs the files of a folder that have these names into `file`, for its owner only, and reads it back.
// False: stopped. Fault out.unwritable.
bool pack_files(const std::filesystem::path& folder, std::span<const std::string> names,
                const std::filesystem::path& file, const OnTheWay& goes_on);

// Puts what a zip holds into a folder, durably, for its owner only. Fault backup.damaged unless it holds
// files with these names alone, whole.
void unpack_files(const std::filesystem::path& file, std::span<const std::string> names,
                  const std::filesystem::path& into);

}  // namespace nennep::store
