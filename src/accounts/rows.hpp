// What the Keep holds of accounts, as values and as bytes: a number for the version, then the fields
// in order. No secret is in them but as its digest, except the seed of a second factor, which must be
// known to compute its codes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/keep.hpp"
#include "accounts/secrets.hpp"
#include "catalogue/rights.hpp"

namespace nennep::accounts {

// By the number of the account.
struct StoredAccount {
    std::uint64_t number = 0;
    std::string name;
    std::string person;
    std::vector<catalogue::Grant> grants;
    bool is_disabled = false;
    std::int64_t created_ms = 0;
    std::int64_t used_ms = 0;               // signed in last, or enabled again
    std::int64_t signed_in_ms = 0;
    std::optional<PasswordHash> password;
    std::int64_t password_set_ms = 0;
    std::uint64_t password_length = 0;      // no more than whether it may stand alone is read from it
    std::string seed;                       // of the second factor; empty: none
    bool seed_is_confirmed = false;
    std::int64_t last_step = 0;             // whose code was used last
    std::vector<Digest> recovery;
    std::optional<Digest> link;             // one-time
    std::int64_t link_until_ms = 0;

    bool has_second_factor() const { return seed_is_confirmed; }
};

// By the digest of the secret, like tokens.
struct StoredSession {
    std::uint64_t number = 0;
    std::uint64_t account = 0;
    std::int64_t created_ms = 0;
    std::int64_t active_ms = 0;
    std::int64_t confirmed_ms = 0;
    std::string peer;
};

struct StoredToken {
    std::uint64_t number = 0;
    std::uint64_t account = 0;
    std::string label;
    std::vector<std::string> scopes;
    std::vector<catalogue::Grant> grants;   // those it is narrowed to; empty: the account's
    std::int64_t created_ms = 0;
    std::int64_t until_ms = 0;
    std::int64_t used_ms = 0;
};

// An act that waits for a second person.
struct StoredWaiting {
    enum class Act : std::uint8_t { grants = 1, disable = 2, enable = 3, drop_second_factor = 4 };
    std::uint64_t number = 0;
    Act act = Act::grants;
    std::uint64_t account = 0;              // whose
    std::vector<catalogue::Grant> grants;   // to be had afterwards
    std::uint64_t by = 0;
    std::string by_name;
    std::int64_t at_ms = 0;
};

// The link of the first administrator, while there is no account.
struct StoredInvitation {
    Digest link{};
    std::int64_t until_ms = 0;
};

std::string encode(const StoredAccount& account);
std::string encode(const StoredSession& session);
std::string encode(const StoredToken& token);
std::string encode(const StoredWaiting& waiting);
std::string encode(const StoredInvitation& invitation);

// Fault store.damaged for bytes that are none, store.newer for those of a later program.
StoredAccount decode_account(std::string_view bytes);
StoredSession decode_session(std::string_view bytes);
StoredToken decode_token(std::string_view bytes);
StoredWaiting decode_waiting(std::string_view bytes);
StoredInvitation decode_invitation(std::string_view bytes);

// The key of a row that goes by its number.
std::string key_of(std::uint64_t number);

}  // namespace nennep::accounts
