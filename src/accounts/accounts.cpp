#include "accounts/accounts.hpp"

#include <algorithm>

#include "accounts/inside.hpp"

namespace nennep::accounts {
namespace {

constexpr std::chrono::milliseconds between_looks{400};
constexpr std::int64_t activity_ms = minute_ms;     // written down no more often

Refusal wrong() { return {"sign_in.wrong", "", {}}; }

Refusal wait(std::int64_t wait_ms) {
    return {"sign_in.wait", "", {{"seconds", std::to_string((wait_ms + 999) / 1000)}}};
}

// One of those who try at once.
class Attempt {
public:
    explicit Attempt(std::atomic<std::size_t>& count) : count_(count), number_(++count) {}
    ~Attempt() { --count_; }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;
    std::size_t number() const { return number_; }

private:
    std::atomic<std::size_t>& count_;
    std::size_t number_;
};

}  // namespace

Accounts::Accounts(Keep& keep, AccountSettings settings, Outside outside)
    : inside_(std::make_unique<Inside>(keep, std::move(settings), std::move(outside))) {
    if (!inside_->settings.looks_after_itself) return;
    inside_->watch = std::thread([this] {
        std::unique_lock lock(inside_->watch_mutex);
        while (!inside_->watch_changed.wait_for(lock, between_looks, [this] { return inside_->ends; })) {
            lock.unlock();
            look_after();
            lock.lock();
        }
    });
}

Accounts::~Accounts() {
    {
        const std::scoped_lock lock(inside_->watch_mutex);
        inside_->ends = true;
    }
    inside_->watch_changed.notify_all();
    if (inside_->watch.joinable()) inside_->watch.join();
}

AccessLog& Accounts::log() { return inside_->log; }
Keep& Accounts::keep() { return inside_->keep; }

Result<Accounts::SignedIn> Accounts::sign_in(std::string_view name, std::string_view password, std::string_view code,
                                             const std::string& peer) {
    auto& in = *inside_;
    const Attempt attempt(in.signing_in);
    if (attempt.number() > in.settings.sign_ins_at_once) return Refusal{"sign_in.busy", "", {}};
    const auto key = key_of_name(name);
    const auto now_ms = in.now();
    const auto trial = in.guessing.begin(key, now_ms);
    if (trial.wait_ms > 0) return wait(trial.wait_ms);

    const auto known = in.account(name);
    const auto shown_name = known ? known->name : std::string();
    if (trial.is_alarming) in.note(now_ms, shown_name, "sign_in_alarm", shown_name, "", peer);
    const bool is_right = in.is_right_password(known, password);
    const auto fail = [&]() -> Result<SignedIn> {
        in.note(in.now(), shown_name, "sign_in_failed", shown_name, "", peer);
        return wrong();
    };
    if (!is_right) return fail();
    std::optional<PasswordHash> renewed;
    if (known->password->cost != in.settings.password_cost) {
        renewed = hash_password(password, in.settings.password_cost, in.outside.random);
    }

    SignedIn answer;
    answer.secret = new_secret(in.outside.random);
    StoredSession session;
    session.number = random_number(in.outside.random);
    session.account = known->number;
    session.peer = peer;
    auto proof = Inside::Proof::wrong;
    const auto objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        // Since it was compared, the account may have been disabled, or have another password.
        auto account = in.account(known->number);
        if (!account || account->is_disabled || !account->password ||
            account->password->hash != known->password->hash) {
            return wrong();
        }
        proof = in.use_code(*account, code);
        if (proof == Inside::Proof::code_missing) return Refusal{"sign_in.code_needed", "code", {}};
        if (proof == Inside::Proof::wrong) return wrong();
        if (renewed) account->password = renewed;
        session.created_ms = session.active_ms = session.confirmed_ms = in.now();
        account->signed_in_ms = account->used_ms = session.created_ms;
        in.put(rows, *account);
        rows.push_back({Shelf::session, std::string(bytes_of(digest_of_secret(answer.secret))), encode(session)});
        answer.who = in.who_of(*account);
        return std::nullopt;
    });
    if (proof == Inside::Proof::code_missing) in.guessing.was_unfinished(key);
    if (objection) return proof == Inside::Proof::wrong ? fail() : Result<SignedIn>(*objection);
    in.guessing.was_right(key);
    in.note(in.now(), shown_name, "sign_in", "", "", peer);
    answer.who.session = session.number;
    answer.who.confirmed_ms = session.confirmed_ms;
    return answer;
}

std::optional<Who> Accounts::of_session(std::string_view secret) {
    const auto& in = *inside_;
    const auto digest = digest_of_secret(secret);
    const std::shared_lock lock(in.mutex);
    const auto found = inside_->state.sessions.find(digest);
    if (found == in.state.sessions.end() || in.state.is_lost) return std::nullopt;
    auto& session = found->second;
    const auto account = in.state.accounts.find(session.stored.account);
    if (account == in.state.accounts.end() || account->second.is_disabled) return std::nullopt;
    const auto now_ms = in.now();
    if (in.is_over(session.stored, session.active_ms, account->second, now_ms)) return std::nullopt;
    session.active_ms = now_ms;
    auto who = in.who_of(account->second);
    who.session = session.stored.number;
    who.confirmed_ms = session.stored.confirmed_ms;
    return who;
}

bool Accounts::is_still(const Who& who) const {
    const auto& in = *inside_;
    const std::shared_lock lock(in.mutex);
    const auto account = in.state.accounts.find(who.account);
    if (account == in.state.accounts.end() || account->second.is_disabled || in.state.is_lost) return false;
    const auto now_ms = in.now();
    const auto is_session = [&](const auto& entry) {
        const auto& session = entry.second;
        return session.stored.number == who.session &&
               !in.is_over(session.stored, session.active_ms, account->second, now_ms);
    };
    const auto is_token = [&](const auto& entry) {
        return entry.second.stored.number == who.token && now_ms < entry.second.stored.until_ms;
    };
    if (who.token != 0) return std::any_of(in.state.tokens.begin(), in.state.tokens.end(), is_token);
    return std::any_of(in.state.sessions.begin(), in.state.sessions.end(), is_session);
}

std::optional<Who> Accounts::of_token(std::string_view secret) {
    const auto& in = *inside_;
    const auto digest = digest_of_secret(secret);
    const std::shared_lock lock(in.mutex);
    const auto found = inside_->state.tokens.find(digest);
    if (found == in.state.tokens.end() || in.state.is_lost) return std::nullopt;
    auto& token = found->second;
    const auto account = in.state.accounts.find(token.stored.account);
    if (account == in.state.accounts.end() || account->second.is_disabled) return std::nullopt;
    const auto now_ms = in.now();
    if (now_ms >= token.stored.until_ms) return std::nullopt;
    token.used_ms = now_ms;
    auto who = in.who_of(account->second);
    who.needs.clear();
    who.token = token.stored.number;
    who.scopes = token.stored.scopes;
    const auto& narrowed = token.stored.grants;
    std::erase_if(who.grants, [&](const Grant& grant) {
        if (grant.role == administrator) return true;
        return !narrowed.empty() && std::find(narrowed.begin(), narrowed.end(), grant) == narrowed.end();
    });
    return who;
}

bool Accounts::is_confirmed(const Who& who) const {
    return who.session != 0 && inside_->now() - who.confirmed_ms < inside_->settings.confirmation_ms;
}

std::optional<Refusal> Accounts::confirm(const Who& who, std::string_view password, std::string_view code,
                                         const std::string& peer) {
    auto& in = *inside_;
    const Attempt attempt(in.signing_in);
    if (attempt.number() > in.settings.sign_ins_at_once) return Refusal{"sign_in.busy", "", {}};
    const auto key = key_of_name(who.name);
    const auto trial = in.guessing.begin(key, in.now());
    if (trial.wait_ms > 0) return wait(trial.wait_ms);
    const auto known = in.account(who.account);
    auto proof = Inside::Proof::wrong;
    std::optional<Refusal> objection = wrong();
    if (in.is_right_password(known, password)) {
        objection = in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
            auto account = in.account(who.account);
            if (!account || !account->password || account->password->hash != known->password->hash) return wrong();
            proof = in.use_code(*account, code);
            if (proof == Inside::Proof::code_missing) return Refusal{"sign_in.code_needed", "code", {}};
            if (proof == Inside::Proof::wrong) return wrong();
            in.put(rows, *account);
            const std::shared_lock lock(in.mutex);
            for (const auto& [digest, session] : in.state.sessions) {
                if (session.stored.number != who.session) continue;
                auto confirmed = session.stored;
                confirmed.active_ms = session.active_ms;
                confirmed.confirmed_ms = in.now();
                rows.push_back({Shelf::session, std::string(bytes_of(digest)), encode(confirmed)});
            }
            return std::nullopt;
        });
    }
    if (proof == Inside::Proof::code_missing) in.guessing.was_unfinished(key);
    if (!objection) in.guessing.was_right(key);
    else if (proof == Inside::Proof::wrong) in.note(in.now(), who.name, "sign_in_failed", who.name, "confirm", peer);
    return objection;
}

void Accounts::sign_out(std::uint64_t session) {
    auto& in = *inside_;
    in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
        const std::shared_lock lock(in.mutex);
        for (const auto& [digest, held] : in.state.sessions) {
            if (held.stored.number == session) rows.push_back({Shelf::session, std::string(bytes_of(digest)), {}});
        }
        return std::nullopt;
    });
}

std::vector<Accounts::Session> Accounts::sessions(std::uint64_t account) const {
    const auto& in = *inside_;
    std::vector<Session> all;
    const auto now_ms = in.now();
    const std::shared_lock lock(in.mutex);
    const auto owner = in.state.accounts.find(account);
    if (owner == in.state.accounts.end()) return all;
    for (const auto& [digest, held] : in.state.sessions) {
        if (held.stored.account != account || in.is_over(held.stored, held.active_ms, owner->second, now_ms)) continue;
        all.push_back({held.stored.number, held.stored.created_ms, held.active_ms, held.stored.peer});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.created_ms < b.created_ms; });
    return all;
}

bool Accounts::end_session(std::uint64_t account, std::uint64_t session) {
    const auto own = sessions(account);
    if (std::none_of(own.begin(), own.end(), [&](const auto& one) { return one.number == session; })) return false;
    sign_out(session);
    return true;
}

std::vector<Account> Accounts::all() const {
    std::vector<Account> all;
    {
        const std::shared_lock lock(inside_->mutex);
        for (const auto& [number, account] : inside_->state.accounts) all.push_back(shown(account));
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

std::optional<Account> Accounts::find(std::string_view name) const {
    const auto account = inside_->account(name);
    return account ? std::optional(shown(*account)) : std::nullopt;
}

void Accounts::look_after() {
    auto& in = *inside_;
    try {
        const std::scoped_lock one_at_a_time(in.writing);
        in.read_if_changed();
    } catch (const Fault&) {
        // What others wrote is not known, and so nobody is let in until it can be read again.
        const std::unique_lock lock(in.mutex);
        in.version = 0;
        in.state.is_lost = true;
        return;
    }
    try {
        const auto now_ms = in.now();
        in.guessing.forget_old(now_ms);
        Inside::Rows due;
        std::vector<std::uint64_t> unused;
        const auto collect = [&](Inside::Rows& rows) {
            const std::shared_lock lock(in.mutex);
            for (const auto& [digest, held] : in.state.sessions) {
                const auto owner = in.state.accounts.find(held.stored.account);
                const std::string key(bytes_of(digest));
                if (owner == in.state.accounts.end() ||
                    in.is_over(held.stored, held.active_ms, owner->second, now_ms)) {
                    rows.push_back({Shelf::session, key, {}});
                } else if (held.active_ms - held.written_ms >= activity_ms) {
                    auto active = held.stored;
                    active.active_ms = held.active_ms;
                    rows.push_back({Shelf::session, key, encode(active)});
                }
            }
            for (const auto& [digest, held] : in.state.tokens) {
                const std::string key(bytes_of(digest));
                if (now_ms >= held.stored.until_ms) {
                    rows.push_back({Shelf::token, key, {}});
                } else if (held.used_ms - held.written_ms >= activity_ms) {
                    auto used = held.stored;
                    used.used_ms = held.used_ms;
                    rows.push_back({Shelf::token, key, encode(used)});
                }
            }
            for (const auto& [number, waits] : in.state.waiting) {
                if (now_ms - waits.at_ms >= in.settings.waiting_ms) {
                    rows.push_back({Shelf::waiting, key_of(number), {}});
                }
            }
            unused.clear();
            for (const auto& [number, account] : in.state.accounts) {
                auto used_ms = account.used_ms;
                for (const auto& [digest, held] : in.state.tokens) {
                    if (held.stored.account == number) used_ms = std::max<std::int64_t>(used_ms, held.used_ms);
                }
                const auto days = in.settings.unused_days;
                if (days > 0 && !account.is_disabled && now_ms - used_ms >= days * day_ms) unused.push_back(number);
            }
        };
        collect(due);
        if (due.empty() && unused.empty()) return;
        std::vector<std::string> disabled;
        in.change([&](Inside::Rows& rows) -> std::optional<Refusal> {
            collect(rows);
            for (const auto number : unused) {
                auto account = in.account(number);
                account->is_disabled = true;
                in.put(rows, *account);
                in.end_sessions(rows, number, true);
                disabled.push_back(account->name);
            }
            return std::nullopt;
        });
        for (const auto& name : disabled) in.note(now_ms, name, "rights", name, "disabled: unused", "");
    } catch (const Fault&) {
        // The disk may be full: it is tried again the next time, and holds in memory meanwhile.
    }
}

}  // namespace nennep::accounts
