// What may be a password: its length, and that it is none of those tried first (NIST SP 800-63B-4). No
// rule of composition, no periodic change.
//
// What is tried first is not a list of passwords but of what they are made of: the password is cut
// into the cheapest pieces that a guesser would put together (words of common_words.txt, the account's
// own name, names and keys of organisations, years, dates, keyboard walks, rows, repetitions; also
// with letters changed into digits and signs), each with what it adds in bits. Whatever comes out
// under 30 bits is refused: a common word with any four digits behind it, and so more than a hundred
// thousand forms of every few words. docs/security/accounts.md says what that leaves out.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nennep::accounts {

constexpr std::size_t password_longest = 128;       // characters

struct PasswordRules {
    std::size_t shortest = 15;                      // characters
    std::vector<std::string> known_words;           // the account's name, organisations' names and keys
};

// Why it may not be one: password.not_text, .too_short, .too_long, .common.
std::optional<Refusal> objection_to_password(std::string_view password, const PasswordRules& rules);

// Bits, in tenths, that the cheapest way of putting it together has.
int guessing_cost(std::string_view password, const std::vector<std::string>& known_words);
constexpr int guessing_cost_min = 300;

std::size_t count_characters(std::string_view text);

}  // namespace nennep::accounts
