// Accounts: who may sign in, how it is proved, for how long, and which roles they hold where. All of
// it is held in memory and kept by `Keep`; times are passed in, chance comes from outside.
//
// Rules: passwords and slow-down S4-S5, sessions S6 (docs/security.md), two persons S18.
#pragma once
#include <memory>

#include "accounts/access_log.hpp"
#include "accounts/who.hpp"
#include "base/result.hpp"

namespace nennep::accounts {

struct Account {
    std::uint64_t number = 0;
    std::string name;
    std::string person;                     // key of the own file, or empty
    std::vector<catalogue::Grant> grants;
    bool is_disabled = false;
    bool has_password = false;              // false until the one-time link was used
    bool has_second_factor = false;
    std::int64_t created_ms = 0;
    std::int64_t last_signed_in_ms = 0;
};

struct AccountSettings {
    std::int64_t idle_ms = 15 * 60 * 1000;
    std::int64_t idle_administrator_ms = 5 * 60 * 1000;
    std::int64_t absolute_ms = 8 * 60 * 60 * 1000;
    std::int64_t confirmation_ms = 5 * 60 * 1000;       // how long a given password lets exports through
    std::size_t password_alone_min = 15;                // characters; with a second factor 8
    bool administrators_need_second_factor = true;
};

class Accounts {
public:
    struct Outside {
        std::function<std::int64_t()> now_ms;
        std::function<void(char* into, std::size_t size)> random;
    };
    Accounts(Keep& keep, AccountSettings settings, Outside outside);
    ~Accounts();

    // Signing in. The answer is the secret for the cookie; refusals are the same bytes, after the same
    // time, whether the account exists or not: sign_in.wrong. sign_in.wait says for how long;
    // sign_in.code_needed only after the right password.
    struct SignedIn {
        std::string secret;
        Who who;
    };
    Result<SignedIn> sign_in(std::string_view name, std::string_view password, std::string_view code,
                             const std::string& peer);
    void sign_out(std::uint64_t session);
    // The user of a cookie's secret, or of a bearer token; counts as activity. Fast, for every request.
    std::optional<Who> of_session(std::string_view secret);
    std::optional<Who> of_token(std::string_view secret);
    // The password once more, for what is let through only when it was given recently.
    bool confirm(const Who& who, std::string_view password, std::string_view code);
    bool is_confirmed(const Who& who) const;

    std::vector<Account> all() const;
    std::optional<Account> find(std::string_view name) const;
    AccessLog& log();
    Keep& keep();

    // The rest of the administration (adding, disabling, roles, resets, tokens, second factor, own
    // sessions) is declared below by whoever builds it.

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace nennep::accounts
