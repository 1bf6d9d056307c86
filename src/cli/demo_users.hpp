// One account of each role for the sample year, with passwords made anew each time.
#pragma once
#include "cli/commands.hpp"
#include "service/books.hpp"

namespace nennep::cli {

// Makes the accounts that are missing and gives all of them new passwords; names, passwords and roles, a line
// each, to be shown.
std::string make_demo_users(const Call& call, const service::Books& books, const std::string& organisation);

}  // namespace nennep::cli
