// Secrets: how passwords are kept (Argon2id), how tokens are made and known again, comparison that
// tells nothing by its time. Only secrets.cpp knows libsodium.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/sha256.hpp"

namespace nennep::accounts {

using Random = std::function<void(char* into, std::size_t size)>;

// The system's randomness, for the roof to hand in.
void fill_with_chance(char* into, std::size_t size);

// What one check of a password costs whoever guesses: memory in KiB and passes over it. At least
// 46 MiB and one pass (docs/security/accounts.md has the times measured).
struct PasswordCost {
    std::uint32_t memory_kib = 64 * 1024;
    std::uint32_t passes = 5;
    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};
constexpr PasswordCost least_cost{46 * 1024, 1};

struct PasswordHash {
    PasswordCost cost;
    std::array<char, 16> salt{};
    std::array<char, 32> hash{};
};

// `password` as typed, in UTF-8: both spellings of an accent are one. At most two are computed at
// once, in the whole program: each holds `memory_kib`.
PasswordHash hash_password(std::string_view password, PasswordCost cost, const Random& random);
bool is_password(std::string_view password, const PasswordHash& hash);

// 256 bits, as 43 characters of base64url. Only the digest is ever kept.
std::string new_secret(const Random& random);
Digest digest_of_secret(std::string_view secret);

// Takes the same time wherever the two differ.
bool are_equal(std::string_view a, std::string_view b);
// Overwrites a secret that has been used.
void forget(std::string& secret);

std::uint64_t random_number(const Random& random);      // below 2^63, never 0

}  // namespace nennep::accounts
