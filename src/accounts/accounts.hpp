// Accounts: who may sign in, how it is proved, for how long, and which roles they hold where. All of
// it is held in memory and kept by `Keep`; times are passed in, chance comes from outside.
//
// Rules: passwords and slow-down S4-S5, sessions S6 (docs/security/accounts.md), two persons S18.
// What changes an account writes first, durably, and only then counts; what another process has
// written is read again within half a second, so that `nennep user disable` beside a running server
// ends its sessions at once.
#pragma once
#include <functional>
#include <memory>

#include "accounts/access_log.hpp"
#include "accounts/secrets.hpp"
#include "accounts/who.hpp"
#include "base/result.hpp"

namespace nennep::accounts {

using catalogue::Grant;

constexpr std::string_view administrator = "administrator";
constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

struct Account {
    std::uint64_t number = 0;
    std::string name;
    std::string person;                     // key of the own file, or empty
    std::vector<Grant> grants;
    bool is_disabled = false;
    bool has_password = false;              // false until the one-time link was used
    bool has_second_factor = false;
    std::int64_t created_ms = 0;
    std::int64_t last_signed_in_ms = 0;
    std::int64_t link_until_ms = 0;         // 0: no one-time link is open
};

struct AccountSettings {
    std::int64_t idle_ms = 15 * minute_ms;
    std::int64_t idle_administrator_ms = 5 * minute_ms;
    std::int64_t absolute_ms = 8 * hour_ms;
    std::int64_t confirmation_ms = 5 * minute_ms;       // how long a given password lets exports through
    std::int64_t link_ms = 72 * hour_ms;
    std::int64_t waiting_ms = 7 * day_ms;               // for a second person
    std::size_t password_alone_min = 15;                // characters
    std::size_t password_with_second_min = 8;
    PasswordCost password_cost;
    bool administrators_need_second_factor = true;
    int unused_days = 45;                               // then an account is disabled; 0: never
    int administrator_password_days = 0;                // then it must be changed; 0: never
    std::size_t sign_ins_at_once = 6;                   // more are told to come again
    std::string issuer = "Nền Nếp";                     // as apps for the second factor show it
    bool looks_after_itself = true;                     // false: somebody calls `look_after`
};

class Accounts {
public:
    struct Outside {
        std::function<std::int64_t()> now_ms;           // should never go back
        Random random;
        // Names and keys of organisations, which are no passwords; asked when one is set.
        std::function<std::vector<std::string>()> known_words = {};
    };
    // Fault store.damaged if a row cannot be read.
    Accounts(Keep& keep, AccountSettings settings, Outside outside);
    ~Accounts();

    // --- Signing in ---

    // The answer is the secret for the cookie; refusals are the same bytes, after the same time,
    // whether the account exists or not: sign_in.wrong. sign_in.wait says for how many seconds;
    // sign_in.code_needed only after the right password; sign_in.busy when too many try at once.
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
    // Whether the session or token still speaks for somebody; no activity.
    bool is_still(const Who& who) const;
    // The password once more, and the code where there is a second factor, for what is let through
    // only when it was given recently.
    std::optional<Refusal> confirm(const Who& who, std::string_view password, std::string_view code,
                                   const std::string& peer);
    bool is_confirmed(const Who& who) const;

    // Sets the password for whoever has a one-time link; the answer is the account's name. The link
    // of the first administrator also makes the account, `name`.
    Result<std::string> use_link(std::string_view secret, std::string_view name, std::string_view password,
                                 const std::string& peer);
    // A new link for the first administrator, if there is no account yet.
    std::optional<std::string> invite_first_administrator();

    // --- What everybody does for themselves ---

    // Ends all sessions of the account.
    std::optional<Refusal> change_password(const Who& who, std::string_view old_password,
                                           std::string_view new_password, const std::string& peer);
    struct NewFactor {
        std::string seed;           // to be typed
        std::string address;        // to be scanned: otpauth://…
    };
    Result<NewFactor> start_second_factor(const Who& who);
    // The answers are the recovery codes, shown this once.
    Result<std::vector<std::string>> confirm_second_factor(const Who& who, std::string_view code,
                                                           const std::string& peer);
    Result<std::vector<std::string>> renew_recovery_codes(const Who& who, const std::string& peer);
    std::optional<Refusal> remove_second_factor(const Who& who, const std::string& peer);

    struct Session {
        std::uint64_t number = 0;
        std::int64_t created_ms = 0;
        std::int64_t active_ms = 0;
        std::string peer;
    };
    std::vector<Session> sessions(std::uint64_t account) const;
    // False: the account has no such session.
    bool end_session(std::uint64_t account, std::uint64_t session);

    struct Token {
        std::uint64_t number = 0;
        std::string label;
        std::vector<std::string> scopes;
        std::vector<Grant> grants;
        std::int64_t created_ms = 0;
        std::int64_t until_ms = 0;
        std::int64_t used_ms = 0;
    };
    struct TokenWish {
        std::string label;
        std::vector<std::string> scopes = {"read"};
        int days = 90;
        std::vector<Grant> grants;          // some of the account's; empty: all of them
    };
    struct NewToken {
        std::string secret;                 // shown this once
        Token token;
    };

    // --- Administration ---

    // Who does it. At the machine itself (the command line) it counts at once; through the API,
    // granting a role and disabling an administrator wait for a second administrator, if there is one.
    struct By {
        std::uint64_t account = 0;
        std::string name;
        std::string peer;
        bool is_at_the_machine = false;
    };
    struct Change {
        std::uint64_t waits = 0;            // number of what waits for a second person; 0: it counts
        bool was_alone = false;             // it would have waited, but there is nobody else
    };
    struct NewAccount {
        std::string name;
        std::string person;
        std::vector<Grant> grants;
    };
    struct Invited {
        std::string secret;                 // of the one-time link
        std::int64_t until_ms = 0;
        Change change;
    };
    Result<Invited> add(const By& by, const NewAccount& wish);
    // Ends sessions and tokens, takes the password away and answers a new link.
    Result<Invited> reset(const By& by, std::string_view name);
    // For who has lost the app and the recovery codes.
    Result<Change> drop_second_factor(const By& by, std::string_view name);
    Result<Change> set_disabled(const By& by, std::string_view name, bool is_disabled);
    Result<Change> change_grants(const By& by, std::string_view name, std::vector<Grant> grants);

    struct Waiting {
        std::uint64_t number = 0;
        std::string act;                    // grants, disable, enable, drop_second_factor
        std::string account;
        std::vector<Grant> grants;
        std::string by;
        std::int64_t at_ms = 0;
        std::int64_t until_ms = 0;
    };
    std::vector<Waiting> waiting() const;
    // By a different person than the one who asked; who asked may withdraw it.
    std::optional<Refusal> agree(const By& by, std::uint64_t number);
    std::optional<Refusal> decline(const By& by, std::uint64_t number);

    Result<NewToken> make_token(const By& by, std::string_view name, const TokenWish& wish);
    std::vector<Token> tokens(std::uint64_t account) const;
    bool end_token(const By& by, std::uint64_t account, std::uint64_t token);

    std::vector<Account> all() const;       // by name
    std::optional<Account> find(std::string_view name) const;
    AccessLog& log();
    Keep& keep();

    // Reads what others have written, writes down activity, ends what is over. Called by itself twice
    // a second unless the settings say otherwise.
    void look_after();

private:
    friend class Administration;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace nennep::accounts
