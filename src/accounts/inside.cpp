#include "accounts/inside.hpp"

#include <algorithm>

#include "accounts/password.hpp"
#include "accounts/second_factor.hpp"
#include "base/text.hpp"
#include "base/vietnamese.hpp"

namespace nennep::accounts {
std::string key_of_name(std::string_view name) {
    if (broken_utf8(name)) return {};
    return small_letters(name);
}

Account shown(const StoredAccount& account) {
    return {.number = account.number,
            .name = account.name,
            .person = account.person,
            .grants = account.grants,
            .is_disabled = account.is_disabled,
            .has_password = account.password.has_value(),
            .has_second_factor = account.has_second_factor(),
            .created_ms = account.created_ms,
            .last_signed_in_ms = account.signed_in_ms,
            .link_until_ms = account.link ? account.link_until_ms : 0};
}

Accounts::Inside::Inside(Keep& keep_given, AccountSettings settings_given, Outside outside_given)
    : keep(keep_given),
      settings(std::move(settings_given)),
      outside(std::move(outside_given)),
      log(keep_given) {
    version = keep.version();
    read_all();
}

Accounts::Inside::~Inside() {
    {
        const std::scoped_lock lock(watch_mutex);
        ends = true;
    }
    watch_changed.notify_all();
    if (watch.joinable()) watch.join();
}

void Accounts::Inside::take(const Row& row) {
    const auto digest_in_key = [&row] {
        Digest digest{};
        if (row.key.size() != digest.size()) throw Fault("store.damaged", "accounts.sqlite: a key of a wrong length");
        std::copy(row.key.begin(), row.key.end(), digest.begin());
        return digest;
    };
    const auto number_in_key = [&row] {
        std::uint64_t number = 0;
        if (row.key.size() != sizeof number) throw Fault("store.damaged", "accounts.sqlite: a key of a wrong length");
        for (std::size_t i = sizeof number; i-- > 0;) number = number << 8U | static_cast<unsigned char>(row.key[i]);
        return number;
    };
    const bool goes = row.bytes.empty();
    switch (row.shelf) {
        case Shelf::account: {
            const auto number = number_in_key();
            if (const auto old = state.accounts.find(number); old != state.accounts.end()) {
                state.by_name.erase(key_of_name(old->second.name));
                state.accounts.erase(old);
            }
            if (goes) break;
            auto account = decode_account(row.bytes);
            if (account.number != number)
                throw Fault("store.damaged", "accounts.sqlite: an account in another's place");
            state.by_name[key_of_name(account.name)] = number;
            state.accounts.emplace(number, std::move(account));
            break;
        }
        case Shelf::session: {
            const auto digest = digest_in_key();
            if (goes) {
                state.sessions.erase(digest);
                break;
            }
            auto& held = state.sessions[digest];
            held.stored = decode_session(row.bytes);
            held.written_ms = held.stored.active_ms;
            held.active_ms = std::max(held.active_ms.load(), held.stored.active_ms);
            break;
        }
        case Shelf::token: {
            const auto digest = digest_in_key();
            if (goes) {
                state.tokens.erase(digest);
                break;
            }
            auto& held = state.tokens[digest];
            held.stored = decode_token(row.bytes);
            held.written_ms = held.stored.used_ms;
            held.used_ms = std::max(held.used_ms.load(), held.stored.used_ms);
            break;
        }
        case Shelf::waiting: {
            const auto number = number_in_key();
            if (goes) state.waiting.erase(number);
            else state.waiting[number] = decode_waiting(row.bytes);
            break;
        }
        case Shelf::setting:
            if (row.key != invitation_key) break;
            state.invitation.reset();
            if (!goes) state.invitation = decode_invitation(row.bytes);
            break;
        case Shelf::job:
        case Shelf::answer:
        case Shelf::act:
        case Shelf::kept:
        case Shelf::verification:
        case Shelf::backup: break;
    }
}

void Accounts::Inside::read_all() {
    std::vector<Row> rows;
    for (const auto shelf : {Shelf::account, Shelf::session, Shelf::token, Shelf::waiting, Shelf::setting}) {
        keep.read(shelf, [&](std::string_view key, std::string_view bytes) {
            rows.push_back({shelf, std::string(key), std::string(bytes)});
        });
    }
    const std::unique_lock lock(mutex);
    // Whatever is not there any more has ended; of what is, the activity since is known here only.
    std::unordered_map<Digest, std::int64_t, ByBytes> active;
    for (const auto& [digest, session] : state.sessions) active[digest] = session.active_ms;
    for (const auto& [digest, token] : state.tokens) active[digest] = token.used_ms;
    state.accounts.clear();
    state.by_name.clear();
    state.sessions.clear();
    state.tokens.clear();
    state.waiting.clear();
    state.invitation.reset();
    state.is_lost = true;
    for (const auto& row : rows) take(row);
    for (auto& [digest, session] : state.sessions) {
        if (const auto known = active.find(digest); known != active.end()) {
            session.active_ms = std::max(session.active_ms.load(), known->second);
        }
    }
    for (auto& [digest, token] : state.tokens) {
        if (const auto known = active.find(digest); known != active.end()) {
            token.used_ms = std::max(token.used_ms.load(), known->second);
        }
    }
    state.is_lost = false;
}

void Accounts::Inside::read_if_changed() {
    const auto present = keep.version();
    if (present == version) return;
    read_all();
    version = present;
}

std::optional<Refusal> Accounts::Inside::change(const std::function<std::optional<Refusal>(Rows&)>& decide) {
    const std::scoped_lock one_at_a_time(writing);
    std::optional<Refusal> objection;
    Rows rows;
    try {
        keep.update([&] {
            read_if_changed();
            objection = decide(rows);
            return objection ? Rows{} : rows;
        });
    } catch (const Fault&) {
        version = 0;        // nobody knows what is on the disk now: it will be read again
        throw;
    }
    if (objection) return objection;
    const std::unique_lock lock(mutex);
    for (const auto& row : rows) take(row);
    return std::nullopt;
}

void Accounts::Inside::put(Rows& rows, const StoredAccount& account) {
    rows.push_back({Shelf::account, key_of(account.number), encode(account)});
}

void Accounts::Inside::end_sessions(Rows& rows, std::uint64_t account, bool tokens_too) {
    const std::shared_lock lock(mutex);
    for (const auto& [digest, session] : state.sessions) {
        if (session.stored.account == account) rows.push_back({Shelf::session, std::string(bytes_of(digest)), {}});
    }
    if (!tokens_too) return;
    for (const auto& [digest, token] : state.tokens) {
        if (token.stored.account == account) rows.push_back({Shelf::token, std::string(bytes_of(digest)), {}});
    }
}

std::optional<StoredAccount> Accounts::Inside::account(std::uint64_t number) const {
    const std::shared_lock lock(mutex);
    const auto found = state.accounts.find(number);
    return found == state.accounts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<StoredAccount> Accounts::Inside::account(std::string_view name) const {
    const auto key = key_of_name(name);
    const std::shared_lock lock(mutex);
    const auto found = state.by_name.find(key);
    if (found == state.by_name.end()) return std::nullopt;
    return state.accounts.at(found->second);
}

bool Accounts::Inside::holds(const StoredAccount& account, std::string_view role) const {
    const auto today = Day::in_viet_nam(now());
    return std::any_of(account.grants.begin(), account.grants.end(),
                       [&](const Grant& grant) { return grant.role == role && grant.holds_on(today); });
}

Who Accounts::Inside::who_of(const StoredAccount& account) const {
    Who who;
    who.account = account.number;
    who.name = account.name;
    who.person = account.person;
    who.grants = account.grants;
    who.has_second_factor = account.has_second_factor();
    if (!holds(account, administrator)) return who;
    if (settings.administrators_need_second_factor && !account.has_second_factor()) {
        who.needs.emplace_back("second_factor");
    }
    const auto password_days = settings.administrator_password_days;
    if (password_days > 0 && now() - account.password_set_ms >= password_days * day_ms) {
        who.needs.emplace_back("new_password");
    }
    if (!who.needs.empty()) std::erase_if(who.grants, [](const Grant& grant) { return grant.role == administrator; });
    return who;
}

bool Accounts::Inside::is_over(const StoredSession& session, std::int64_t active_ms, const StoredAccount& account,
                               std::int64_t now_ms) const {
    const auto idle = holds(account, administrator) ? settings.idle_administrator_ms : settings.idle_ms;
    return now_ms - active_ms >= idle || now_ms - session.created_ms >= settings.absolute_ms;
}

void Accounts::Inside::note(std::int64_t at_ms, std::string who, std::string act, std::string about,
                            std::string detail, std::string peer) {
    Look look;
    look.at_ms = at_ms;
    look.who = std::move(who);
    look.act = std::move(act);
    if (!about.empty()) look.subject_type = "account";
    look.subject = std::move(about);
    look.detail = std::move(detail);
    look.peer = std::move(peer);
    log.note(std::move(look));
}

bool Accounts::Inside::is_right_password(const std::optional<StoredAccount>& account, std::string_view password) {
    std::call_once(nobodys_is_made, [this] {
        nobodys = hash_password("nobody's", settings.password_cost, outside.random);
    });
    // Whatever speaks against the account is looked at after the work, never in its place.
    const bool has_one = account && account->password;
    const bool is_right = is_password(password, has_one ? *account->password : nobodys);
    return is_right && has_one && !account->is_disabled;
}

Accounts::Inside::Proof Accounts::Inside::use_code(StoredAccount& account, std::string_view code) const {
    if (!account.has_second_factor()) return Proof::right;
    if (code.empty()) return Proof::code_missing;
    if (const auto step = step_of_code(account.seed, code, now(), account.last_step)) {
        account.last_step = *step;
        return Proof::right;
    }
    const auto digest = digest_of_recovery_code(code);
    const auto found = std::find(account.recovery.begin(), account.recovery.end(), digest);
    if (found == account.recovery.end()) return Proof::wrong;
    account.recovery.erase(found);
    return Proof::right;
}

std::optional<Refusal> Accounts::Inside::objection_to(std::string_view password, const StoredAccount& account) const {
    PasswordRules rules;
    rules.shortest =
        account.has_second_factor() ? settings.password_with_second_min : settings.password_alone_min;
    if (outside.known_words) rules.known_words = outside.known_words();
    rules.known_words.push_back(account.name);
    if (!account.person.empty()) rules.known_words.push_back(account.person);
    return objection_to_password(password, rules);
}

void Accounts::Inside::set_password(StoredAccount& account, std::string_view password,
                                    const PasswordHash& hash) const {
    account.password = hash;
    account.password_set_ms = now();
    account.password_length = count_characters(composed(password));
    account.link.reset();
    account.link_until_ms = 0;
}

}  // namespace nennep::accounts
