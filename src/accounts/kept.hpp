// What somebody keeps for themselves: saved filters, chosen columns. Values under names, of which the
// server knows no more than that they are JSON; nobody but the account reads them.
#pragma once
#include <map>

#include "accounts/keep.hpp"
#include "base/result.hpp"

namespace nennep::accounts {

constexpr std::size_t most_kept = 100;              // names of one account
constexpr std::size_t longest_kept = 16 * 1024;     // bytes of one value

// By name.
std::map<std::string, std::string> kept_of(Keep& keep, std::uint64_t account);
// Keeps `json` in place of what was there under this name; empty forgets it.
std::optional<Refusal> keep_for(Keep& keep, std::uint64_t account, const std::string& name, std::string json);

}  // namespace nennep::accounts
