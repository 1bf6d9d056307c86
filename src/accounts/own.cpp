// What everybody does for their own account: the one-time link, the password, the second factor.
#include <algorithm>

#include "accounts/accounts.hpp"
#include "accounts/inside.hpp"
#include "accounts/names.hpp"
#include "accounts/second_factor.hpp"

namespace nennep::accounts {
namespace {

Refusal no_such_link() { return {"link.not_valid", "secret", {}}; }

}  // namespace

std::optional<std::string> Accounts::invite_first_administrator() {
    auto& in = *inside_;
    auto secret = new_secret(in.outside.random);
    bool is_needed = false;
    in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        const std::shared_lock lock(in.mutex);
        is_needed = in.state.accounts.empty();
        if (!is_needed) return std::nullopt;
        rows.push_back({Shelf::setting, std::string(invitation_key),
                        encode(StoredInvitation{digest_of_secret(secret), in.now() + in.settings.link_ms})});
        return std::nullopt;
    });
    return is_needed ? std::optional(std::move(secret)) : std::nullopt;
}

Result<std::string> Accounts::use_link(std::string_view secret, std::string_view name, std::string_view password,
                                       const std::string& peer) {
    auto& in = *inside_;
    const auto digest = digest_of_secret(secret);
    // Whose link it is; of the first administrator, the account that it will make.
    bool is_first = false;
    const auto holder = [&]() -> std::optional<StoredAccount> {
        const std::shared_lock lock(in.mutex);
        const auto now_ms = in.now();
        for (const auto& [number, account] : in.state.accounts) {
            if (account.link != digest) continue;
            if (account.is_disabled || now_ms >= account.link_until_ms) return std::nullopt;
            return account;
        }
        const auto& invitation = in.state.invitation;
        if (!in.state.accounts.empty() || !invitation) return std::nullopt;
        if (invitation->link != digest || now_ms >= invitation->until_ms) return std::nullopt;
        is_first = true;
        StoredAccount first;
        first.name = name;
        return first;
    };
    const auto found = holder();
    if (!found) return no_such_link();
    if (is_first) {
        if (const auto objection = objection_to_name(name)) return *objection;
    }
    if (const auto objection = in.objection_to(password, *found)) return *objection;
    const auto hash = hash_password(password, in.settings.password_cost, in.outside.random);
    std::string whose;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = holder();
        if (!account || account->number != found->number) return no_such_link();
        if (is_first) {
            account->number = random_number(in.outside.random);
            account->name = tidy_name(name);
            account->created_ms = in.now();
            account->grants = {{std::string(administrator), std::string(whole_house)}};
            rows.push_back({Shelf::setting, std::string(invitation_key), {}});
        }
        account->used_ms = in.now();
        in.set_password(*account, password, hash);
        in.put(rows, *account);
        in.end_sessions(rows, account->number, false);
        whose = account->name;
        return std::nullopt;
    });
    if (objection) return *objection;
    in.note(in.now(), whose, is_first ? "rights" : "password", whose, is_first ? "first administrator" : "by link",
            peer);
    return whose;
}

std::optional<Refusal> Accounts::change_password(const Who& who, std::string_view old_password,
                                                 std::string_view new_password, const std::string& peer) {
    auto& in = *inside_;
    const auto key = key_of_name(who.name);
    const auto trial = in.guessing.begin(key, in.now());
    if (trial.wait_ms > 0) {
        return Refusal{"sign_in.wait", "", {{"seconds", std::to_string((trial.wait_ms + 999) / 1000)}}};
    }
    const auto known = in.account(who.account);
    if (!in.is_right_password(known, old_password)) {
        in.note(in.now(), who.name, "sign_in_failed", who.name, "change of password", peer);
        return Refusal{"password.old_is_wrong", "old_password", {}};
    }
    in.guessing.was_right(key);
    if (auto objection = in.objection_to(new_password, *known)) {
        objection->field = "new_password";
        return objection;
    }
    if (is_password(new_password, *known->password)) return Refusal{"password.same", "new_password", {}};
    const auto hash = hash_password(new_password, in.settings.password_cost, in.outside.random);
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(who.account);
        if (!account || account->is_disabled || !account->password ||
            account->password->hash != known->password->hash) {
            return Refusal{"password.old_is_wrong", "old_password", {}};
        }
        in.set_password(*account, new_password, hash);
        in.put(rows, *account);
        in.end_sessions(rows, account->number, false);
        return std::nullopt;
    });
    if (!objection) in.note(in.now(), who.name, "password", who.name, "changed", peer);
    return objection;
}

Result<Accounts::NewFactor> Accounts::start_second_factor(const Who& who) {
    auto& in = *inside_;
    const auto seed = new_seed(in.outside.random);
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(who.account);
        if (!account || account->has_second_factor()) return Refusal{"second_factor.is_there", "", {}};
        account->seed = seed;
        in.put(rows, *account);
        return std::nullopt;
    });
    if (objection) return *objection;
    return NewFactor{typed_seed(seed), address_of_seed(seed, who.name, in.settings.issuer)};
}

Result<std::vector<std::string>> Accounts::confirm_second_factor(const Who& who, std::string_view code,
                                                                 const std::string& peer) {
    auto& in = *inside_;
    const auto codes = new_recovery_codes(in.outside.random);
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(who.account);
        if (!account || account->has_second_factor()) return Refusal{"second_factor.is_there", "", {}};
        if (account->seed.empty()) return Refusal{"second_factor.not_started", "", {}};
        const auto step = step_of_code(account->seed, code, in.now(), 0);
        if (!step) return Refusal{"second_factor.wrong_code", "code", {}};
        account->seed_is_confirmed = true;
        account->last_step = *step;
        account->recovery.clear();
        for (const auto& one : codes) account->recovery.push_back(digest_of_recovery_code(one));
        in.put(rows, *account);
        return std::nullopt;
    });
    if (objection) return *objection;
    in.note(in.now(), who.name, "second_factor", who.name, "added", peer);
    return codes;
}

Result<std::vector<std::string>> Accounts::renew_recovery_codes(const Who& who, const std::string& peer) {
    auto& in = *inside_;
    const auto codes = new_recovery_codes(in.outside.random);
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(who.account);
        if (!account || !account->has_second_factor()) return Refusal{"second_factor.not_started", "", {}};
        account->recovery.clear();
        for (const auto& one : codes) account->recovery.push_back(digest_of_recovery_code(one));
        in.put(rows, *account);
        return std::nullopt;
    });
    if (objection) return *objection;
    in.note(in.now(), who.name, "second_factor", who.name, "new recovery codes", peer);
    return codes;
}

std::optional<Refusal> Accounts::remove_second_factor(const Who& who, const std::string& peer) {
    auto& in = *inside_;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        auto account = in.account(who.account);
        if (!account || !account->has_second_factor()) return Refusal{"second_factor.not_started", "", {}};
        // A short password was good enough beside a code only.
        if (account->password_length < in.settings.password_alone_min) {
            return Refusal{"second_factor.password_short", "",
                           {{"least", std::to_string(in.settings.password_alone_min)}}};
        }
        forget_second_factor(*account);
        in.put(rows, *account);
        return std::nullopt;
    });
    if (!objection) in.note(in.now(), who.name, "second_factor", who.name, "removed", peer);
    return objection;
}

}  // namespace nennep::accounts
