// One account of each role for the sample year, with passwords made anew each time.
#pragma once
#include "cli/commands.hpp"
#include "service/books.hpp"

namespace nennep::cli {

// Makes the accounts that are missing, gives all of them new passwords, and prints names and
// passwords as notes.
void make_demo_users(const Call& call, const service::Books& books, const std::string& organisation);

}  // namespace nennep::cli
