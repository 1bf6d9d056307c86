// Names of accounts, and small changes to their rows that several acts make.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "accounts/rows.hpp"
#include "base/result.hpp"

namespace nennep::accounts {

// The organisation of a grant that holds everywhere, whatever is in the tree: of administrators who
// are there before any organisation is.
constexpr std::string_view whole_house;

// Two to 64 letters of Vietnamese, digits, `.`, `-`, `_`, `@`, and single blanks within: account.bad_name.
std::optional<Refusal> objection_to_name(std::string_view name);
// As it is kept: composed, capitals as typed.
std::string tidy_name(std::string_view name);

void forget_second_factor(StoredAccount& account);
std::string written(const std::vector<catalogue::Grant>& grants);      // office@DUK, member@CB-01

}  // namespace nennep::accounts
