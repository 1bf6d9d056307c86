// What administrators do with the accounts of others, and how a second person comes in (S18).
#include <algorithm>

#include "accounts/accounts.hpp"
#include "accounts/inside.hpp"
#include "accounts/names.hpp"

namespace nennep::accounts {
namespace {

using Act = StoredWaiting::Act;

constexpr std::size_t most_grants = 100;
constexpr int longest_token_days = 365;

std::string_view name_of(Act act) {
    switch (act) {
        case Act::grants: return "grants";
        case Act::disable: return "disable";
        case Act::enable: return "enable";
        case Act::drop_second_factor: return "drop_second_factor";
    }
    return {};
}

bool has(const std::vector<Grant>& grants, const Grant& grant) {
    return std::find(grants.begin(), grants.end(), grant) != grants.end();
}

std::vector<Grant> without_doubles(const std::vector<Grant>& grants) {
    std::vector<Grant> all;
    for (const auto& grant : grants) {
        if (!has(all, grant)) all.push_back(grant);
    }
    return all;
}

}  // namespace

// One act on one account, from the asking to the log.
class Administration {
public:
    using Inside = Accounts::Inside;
    using By = Accounts::By;
    using Change = Accounts::Change;

    Administration(Inside& inside, const By& by) : in_(inside), by_(by) {}

    // Administrators that could agree: not the one who asks, nor, if there is a third, the one it is about.
    std::vector<std::uint64_t> seconds(std::uint64_t about) const {
        std::vector<std::uint64_t> all, others;
        const auto own = in_.account(by_.account);
        const std::shared_lock lock(in_.mutex);
        for (const auto& [number, account] : in_.state.accounts) {
            if (account.is_disabled || number == by_.account || !in_.holds(account, administrator)) continue;
            if (own && !own->person.empty() && own->person == account.person) continue;
            all.push_back(number);
            if (number != about) others.push_back(number);
        }
        return others.empty() ? all : others;
    }

    bool is_last_administrator(const StoredAccount& account) const {
        const std::shared_lock lock(in_.mutex);
        return in_.holds(account, administrator) && !account.is_disabled &&
               std::none_of(in_.state.accounts.begin(), in_.state.accounts.end(), [&](const auto& one) {
                   return one.first != account.number && !one.second.is_disabled &&
                          in_.holds(one.second, administrator);
               });
    }

    // Does it, or lets it wait for a second person where `needs_two`.
    Change carry_out(Inside::Rows& rows, StoredAccount account, Act act, const std::vector<Grant>& grants,
                     bool needs_two) const {
        Change change;
        if (needs_two && !by_.is_at_the_machine) {
            change.was_alone = seconds(account.number).empty();
            if (!change.was_alone) {
                StoredWaiting waiting{random_number(in_.outside.random), act, account.number, grants, by_.account,
                                      by_.name, in_.now()};
                rows.push_back({Shelf::waiting, key_of(waiting.number), encode(waiting)});
                change.waits = waiting.number;
                return change;
            }
        }
        apply(rows, std::move(account), act, grants);
        return change;
    }

    void apply(Inside::Rows& rows, StoredAccount account, Act act, const std::vector<Grant>& grants) const {
        switch (act) {
            case Act::grants: account.grants = grants; break;
            case Act::disable: account.is_disabled = true; break;
            case Act::enable:
                account.is_disabled = false;
                account.used_ms = in_.now();
                break;
            case Act::drop_second_factor:
                forget_second_factor(account);
                // The short password was good enough beside a code only.
                if (account.password_length < in_.settings.password_alone_min) account.password.reset();
                break;
        }
        in_.put(rows, account);
        in_.end_sessions(rows, account.number, act == Act::disable);
        // What waits was asked for an account as it was before.
        const std::shared_lock lock(in_.mutex);
        for (const auto& [number, waiting] : in_.state.waiting) {
            if (waiting.account == account.number) rows.push_back({Shelf::waiting, key_of(number), {}});
        }
    }

    // Through the API, the last administrator stays: nobody could let another one in.
    std::optional<Refusal> objection_to_losing(const StoredAccount& account) const {
        if (by_.is_at_the_machine || !is_last_administrator(account)) return std::nullopt;
        return Refusal{"account.last_administrator", "", {{"name", account.name}}};
    }

    // For acts that change nothing but one account.
    Result<Change> act_on(std::string_view name, Act act, const std::vector<Grant>& grants,
                          const std::function<std::optional<Refusal>(const StoredAccount&, bool& needs_two)>& judge) {
        Change change;
        std::string whose;
        const auto objection = in_.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
            const auto account = in_.account(name);
            if (!account) return Refusal{"account.unknown", "name", {{"name", std::string(name)}}};
            whose = account->name;
            bool needs_two = false;
            if (auto objected = judge(*account, needs_two)) return objected;
            change = carry_out(rows, *account, act, grants, needs_two);
            return std::nullopt;
        });
        if (objection) return *objection;
        note(whose, act, grants, change);
        return change;
    }

    void note(const std::string& whose, Act act, const std::vector<Grant>& grants, const Change& change) const {
        std::string detail(name_of(act));
        if (act == Act::grants) detail += ": " + written(grants);
        if (change.waits != 0) detail += " (waits for a second person)";
        if (change.was_alone) detail += " (no second person)";
        in_.note(in_.now(), by_.name, "rights", whose, detail, by_.peer);
    }

private:
    Inside& in_;
    const By& by_;
};

Result<Accounts::Invited> Accounts::add(const By& by, const NewAccount& wish) {
    auto& in = *inside_;
    if (const auto objection = objection_to_name(wish.name)) return *objection;
    if (wish.grants.size() > most_grants) return Refusal{"account.too_many_roles", "roles", {}};
    const Administration act(in, by);
    const auto grants = without_doubles(wish.grants);
    StoredAccount account;
    account.number = random_number(in.outside.random);
    account.name = tidy_name(wish.name);
    account.person = wish.person;
    account.created_ms = account.used_ms = in.now();
    Invited invited;
    invited.secret = new_secret(in.outside.random);
    invited.until_ms = account.link_until_ms = in.now() + in.settings.link_ms;
    account.link = digest_of_secret(invited.secret);
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        if (in.account(wish.name)) return Refusal{"account.is_there", "name", {{"name", account.name}}};
        in.put(rows, account);
        if (!grants.empty()) invited.change = act.carry_out(rows, account, Act::grants, grants, true);
        return std::nullopt;
    });
    if (objection) return *objection;
    in.note(in.now(), by.name, "rights", account.name, "added", by.peer);
    if (!grants.empty()) act.note(account.name, Act::grants, grants, invited.change);
    return invited;
}

Result<Accounts::Invited> Accounts::reset(const By& by, std::string_view name) {
    auto& in = *inside_;
    Invited invited;
    invited.secret = new_secret(in.outside.random);
    std::string whose;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(name);
        if (!account) return Refusal{"account.unknown", "name", {{"name", std::string(name)}}};
        if (account->is_disabled) return Refusal{"account.disabled", "name", {{"name", account->name}}};
        // With the link alone one would be a second administrator.
        if (!by.is_at_the_machine && in.holds(*account, administrator) && !account->has_second_factor()) {
            return Refusal{"account.reset_at_the_machine", "name", {{"name", account->name}}};
        }
        account->password.reset();
        account->link = digest_of_secret(invited.secret);
        invited.until_ms = account->link_until_ms = in.now() + in.settings.link_ms;
        in.put(rows, *account);
        in.end_sessions(rows, account->number, true);
        whose = account->name;
        return std::nullopt;
    });
    if (objection) return *objection;
    in.note(in.now(), by.name, "rights", whose, "reset", by.peer);
    return invited;
}

Result<Accounts::Change> Accounts::drop_second_factor(const By& by, std::string_view name) {
    Administration act(*inside_, by);
    return act.act_on(name, Act::drop_second_factor, {}, [&](const StoredAccount& account, bool& needs_two) {
        needs_two = true;
        return account.has_second_factor() ? std::nullopt
                                           : std::optional(Refusal{"second_factor.not_started", "", {}});
    });
}

Result<Accounts::Change> Accounts::set_disabled(const By& by, std::string_view name, bool is_disabled) {
    Administration act(*inside_, by);
    return act.act_on(name, is_disabled ? Act::disable : Act::enable, {},
                      [&](const StoredAccount& account, bool& needs_two) -> std::optional<Refusal> {
                          if (account.is_disabled == is_disabled) {
                              return Refusal{is_disabled ? "account.disabled" : "account.enabled", "name",
                                             {{"name", account.name}}};
                          }
                          // To enable one is to grant all that it holds.
                          needs_two = is_disabled ? inside_->holds(account, administrator) : !account.grants.empty();
                          return is_disabled ? act.objection_to_losing(account) : std::nullopt;
                      });
}

Result<Accounts::Change> Accounts::change_grants(const By& by, std::string_view name, std::vector<Grant> grants) {
    if (grants.size() > most_grants) return Refusal{"account.too_many_roles", "roles", {}};
    grants = without_doubles(grants);
    Administration act(*inside_, by);
    return act.act_on(name, Act::grants, grants, [&](const StoredAccount& account, bool& needs_two) {
        StoredAccount after = account;
        after.grants = grants;
        const bool loses = inside_->holds(account, administrator) && !inside_->holds(after, administrator);
        needs_two = loses || std::any_of(grants.begin(), grants.end(),
                                         [&](const Grant& grant) { return !has(account.grants, grant); });
        return loses ? act.objection_to_losing(account) : std::nullopt;
    });
}

std::vector<Accounts::Waiting> Accounts::waiting() const {
    const auto& in = *inside_;
    std::vector<Waiting> all;
    {
        const std::shared_lock lock(in.mutex);
        for (const auto& [number, one] : in.state.waiting) {
            const auto account = in.state.accounts.find(one.account);
            const auto until_ms = one.at_ms + in.settings.waiting_ms;
            if (account == in.state.accounts.end() || in.now() >= until_ms) continue;
            all.push_back({number, std::string(name_of(one.act)), account->second.name, one.grants, one.by_name,
                           one.at_ms, until_ms});
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(a.at_ms, a.number) < std::pair(b.at_ms, b.number);
    });
    return all;
}

std::optional<Refusal> Accounts::agree(const By& by, std::uint64_t number) {
    auto& in = *inside_;
    StoredWaiting waiting;
    std::string whose;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        {
            const std::shared_lock lock(in.mutex);
            const auto found = in.state.waiting.find(number);
            if (found == in.state.waiting.end() || in.now() - found->second.at_ms >= in.settings.waiting_ms) {
                return Refusal{"account_change.unknown", "", {}};
            }
            waiting = found->second;
        }
        const auto account = in.account(waiting.account);
        const auto asker = in.account(waiting.by);
        // Who asked must still be one who may.
        if (!account || !asker || asker->is_disabled || !in.holds(*asker, administrator)) {
            return Refusal{"account_change.unknown", "", {}};
        }
        const By asked{waiting.by, waiting.by_name, "", false};
        const Administration act(in, asked);
        const auto seconds = act.seconds(waiting.account);
        if (std::find(seconds.begin(), seconds.end(), by.account) == seconds.end()) {
            return Refusal{"account_change.same_person", "", {}};
        }
        whose = account->name;
        act.apply(rows, *account, waiting.act, waiting.grants);
        return std::nullopt;
    });
    if (objection) return objection;
    auto detail = "agreed to " + std::string(name_of(waiting.act)) + " asked by " + waiting.by_name;
    if (waiting.act == Act::grants) detail += ": " + written(waiting.grants);
    in.note(in.now(), by.name, "rights", whose, detail, by.peer);
    return std::nullopt;
}

std::optional<Refusal> Accounts::decline(const By& by, std::uint64_t number) {
    auto& in = *inside_;
    std::string whose, detail;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        const std::shared_lock lock(in.mutex);
        const auto found = in.state.waiting.find(number);
        if (found == in.state.waiting.end()) return Refusal{"account_change.unknown", "", {}};
        if (const auto account = in.state.accounts.find(found->second.account); account != in.state.accounts.end()) {
            whose = account->second.name;
        }
        detail = "declined " + std::string(name_of(found->second.act)) + " asked by " + found->second.by_name;
        rows.push_back({Shelf::waiting, key_of(number), {}});
        return std::nullopt;
    });
    if (!objection) in.note(in.now(), by.name, "rights", whose, detail, by.peer);
    return objection;
}

Result<Accounts::NewToken> Accounts::make_token(const By& by, std::string_view name, const TokenWish& wish) {
    auto& in = *inside_;
    static constexpr std::array<std::string_view, 3> scopes{"read", "record", "import"};
    for (const auto& scope : wish.scopes) {
        if (std::find(scopes.begin(), scopes.end(), scope) == scopes.end()) {
            return Refusal{"token.unknown_scope", "scopes", {{"value", scope}}};
        }
    }
    if (wish.scopes.empty()) return Refusal{"token.unknown_scope", "scopes", {{"value", ""}}};
    if (wish.days < 1 || wish.days > longest_token_days) {
        return Refusal{"token.bad_days", "days", {{"most", std::to_string(longest_token_days)}}};
    }
    NewToken made;
    made.secret = new_secret(in.outside.random);
    StoredToken token;
    token.number = random_number(in.outside.random);
    token.label = wish.label;
    token.scopes = wish.scopes;
    token.grants = without_doubles(wish.grants);
    token.created_ms = token.used_ms = in.now();
    token.until_ms = token.created_ms + wish.days * day_ms;
    std::string whose;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        const auto account = in.account(name);
        if (!account) return Refusal{"account.unknown", "name", {{"name", std::string(name)}}};
        if (account->is_disabled) return Refusal{"account.disabled", "name", {{"name", account->name}}};
        for (const auto& grant : token.grants) {
            if (!has(account->grants, grant)) {
                return Refusal{"token.not_own_role", "roles", {{"role", written({grant})}}};
            }
        }
        token.account = account->number;
        whose = account->name;
        rows.push_back({Shelf::token, std::string(bytes_of(digest_of_secret(made.secret))), encode(token)});
        return std::nullopt;
    });
    if (objection) return *objection;
    std::string detail = "token made:";
    for (const auto& scope : token.scopes) detail += " " + scope;
    in.note(in.now(), by.name, "rights", whose, detail, by.peer);
    made.token = {token.number,     token.label,    token.scopes, token.grants,
                  token.created_ms, token.until_ms, token.used_ms};
    return made;
}

std::vector<Accounts::Token> Accounts::tokens(std::uint64_t account) const {
    const auto& in = *inside_;
    std::vector<Token> all;
    {
        const std::shared_lock lock(in.mutex);
        for (const auto& [digest, held] : in.state.tokens) {
            const auto& token = held.stored;
            if (token.account != account || in.now() >= token.until_ms) continue;
            all.push_back({token.number, token.label, token.scopes, token.grants, token.created_ms, token.until_ms,
                           held.used_ms});
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair(a.created_ms, a.number) < std::pair(b.created_ms, b.number);
    });
    return all;
}

bool Accounts::end_token(const By& by, std::uint64_t account, std::uint64_t token) {
    auto& in = *inside_;
    bool is_there = false;
    in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        const std::shared_lock lock(in.mutex);
        for (const auto& [digest, held] : in.state.tokens) {
            if (held.stored.number != token || held.stored.account != account) continue;
            rows.push_back({Shelf::token, std::string(bytes_of(digest)), {}});
            is_there = true;
        }
        return std::nullopt;
    });
    if (is_there) in.note(in.now(), by.name, "rights", by.name, "token ended", by.peer);
    return is_there;
}

}  // namespace nennep::accounts
