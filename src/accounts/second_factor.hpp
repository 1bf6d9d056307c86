// The second factor: six digits that an app computes from a shared secret and the time (TOTP, RFC
// 6238: SHA-1, 30 seconds), and recovery codes for when the app is gone. Only second_factor.cpp knows
// liboath.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/secrets.hpp"

namespace nennep::accounts {

constexpr int seconds_of_step = 30;
constexpr std::size_t recovery_codes = 10;

// 160 random bits.
std::string new_seed(const Random& random);
// What the app reads from a picture: otpauth://totp/…
std::string address_of_seed(std::string_view seed, std::string_view account, std::string_view issuer);
// The seed in base32, to be typed.
std::string typed_seed(std::string_view seed);
std::string code_at(std::string_view seed, std::int64_t now_ms);

// The step whose code this is: the present one, the one before or after, and later than `after`, the
// step of the last code that was used. Blanks in the code are overlooked.
std::optional<std::int64_t> step_of_code(std::string_view seed, std::string_view code, std::int64_t now_ms,
                                         std::int64_t after);

// Ten of 80 random bits, as "abcd-efgh-ijkl-mnop".
std::vector<std::string> new_recovery_codes(const Random& random);
// However it was typed: capitals, blanks and dashes do not matter.
Digest digest_of_recovery_code(std::string_view code);

}  // namespace nennep::accounts
