// Signing in and out, and what everybody does for their own account: password, second factor, sessions,
// tokens. All but reading it are closed to tokens: a program has no account of its own.
#pragma once
#include "http/api/subjects.hpp"

namespace nennep::http {

// The scope that no token has.
constexpr std::string_view own_account = "account";

// Ends the work with the status that belongs to the refusal: 401 and 429 for signing in, 404 for
// accounts that are not there, otherwise 422.
[[noreturn]] void refuse(const Refusal& refusal);
// 403 session.confirm_needed unless the password was given not long ago.
void require_confirmed(const Call& call);

Response nothing_to_say();      // 204

std::string moment_json(std::int64_t ms);       // null for 0
std::string roles_json(const Call& call, const world::World& world, const std::vector<catalogue::Grant>& grants);

std::vector<Route> session_routes();

}  // namespace nennep::http
