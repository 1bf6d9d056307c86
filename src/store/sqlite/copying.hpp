// A copy of a database as it is at one moment, while others go on writing.
#pragma once
#include <filesystem>

#include "store/sqlite/connection.hpp"

namespace nennep::store {

// Makes `into`, for its owner only. The copy is not on the disk yet when this returns.
void copy_database(const Connection& from, const std::filesystem::path& into);

}  // namespace nennep::store
