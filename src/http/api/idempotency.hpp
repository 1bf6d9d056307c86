// The key that a program gives a request (Idempotency-Key), so that what it sends again, because no
// answer came, is recorded once. Known for 30 days; what it recorded carries ids made from it, and so
// is known in the journal for ever.
#pragma once
#include "http/api/call.hpp"

namespace nennep::http {

constexpr std::int64_t keys_known_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;

// The ids of what is recorded under this key begin with it; 400 for a key that cannot be one, 422 for one
// that bears a mark of secrecy on a machine that keeps none.
std::string ids_of(const Call& call, const std::string& key);
// 422 where the key was used for another body: a mistake of the program that sends it.
void use_key(const Call& call, const std::string& key);
void forget_keys_before(accounts::Keep& keep, std::int64_t ms);

}  // namespace nennep::http
