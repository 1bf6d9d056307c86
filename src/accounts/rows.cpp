#include "accounts/rows.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace nennep::accounts {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::uint64_t most_entries = 10'000;      // of a list; more is damage

class Reader {
public:
    Reader(std::string_view bytes, const char* what) : in(bytes), what_(what) {
        const auto found = in.u8();
        if (found > version) throw Fault("store.newer", std::string(what_) + ": version " + std::to_string(found));
        if (found != version) damaged();
    }
    void end() const {
        if (!in.done()) damaged();
    }
    bool flag() {
        const auto value = in.u8();
        if (value > 1) in.fail();
        return value == 1;
    }
    std::string text() { return std::string(in.text()); }
    Digest digest() {
        Digest digest{};
        const auto bytes = in.raw(digest.size());
        if (bytes.size() == digest.size()) std::copy(bytes.begin(), bytes.end(), digest.begin());
        return digest;
    }
    template <class One>
    void list(One one) {
        const auto count = in.varint();
        if (count > most_entries) in.fail();
        for (std::uint64_t i = 0; in.ok() && i < count; ++i) one();
    }
    std::vector<catalogue::Grant> grants() {
        std::vector<catalogue::Grant> all;
        list([&] {
            catalogue::Grant grant;
            grant.role = text();
            grant.organisation = text();
            grant.from = day();
            grant.until = day();
            all.push_back(std::move(grant));
        });
        return all;
    }

    ByteReader in;

private:
    Day day() { return Day{static_cast<std::int32_t>(in.u32())}; }
    [[noreturn]] void damaged() const {
        throw Fault("store.damaged", std::string("accounts.sqlite: ") + what_ + " cannot be read");
    }
    const char* what_;
};

class Writer {
public:
    Writer() { out.u8(version); }
    void flag(bool value) { out.u8(value ? 1 : 0); }
    void grants(const std::vector<catalogue::Grant>& all) {
        out.varint(all.size());
        for (const auto& grant : all) {
            out.text(grant.role);
            out.text(grant.organisation);
            out.u32(static_cast<std::uint32_t>(grant.from.number()));
            out.u32(static_cast<std::uint32_t>(grant.until.number()));
        }
    }
    ByteWriter out;
};

template <std::size_t size>
std::string_view view(const std::array<char, size>& bytes) {
    return {bytes.data(), bytes.size()};
}

template <std::size_t size>
void read_into(ByteReader& in, std::array<char, size>& bytes) {
    const auto given = in.raw(size);
    if (given.size() == size) std::copy(given.begin(), given.end(), bytes.begin());
}

}  // namespace

std::string encode(const StoredAccount& account) {
    Writer to;
    auto& out = to.out;
    out.u64(account.number);
    out.text(account.name);
    out.text(account.person);
    to.grants(account.grants);
    to.flag(account.is_disabled);
    out.i64(account.created_ms);
    out.i64(account.used_ms);
    out.i64(account.signed_in_ms);
    to.flag(account.password.has_value());
    if (account.password) {
        out.u32(account.password->cost.memory_kib);
        out.u32(account.password->cost.passes);
        out.raw(view(account.password->salt));
        out.raw(view(account.password->hash));
    }
    out.i64(account.password_set_ms);
    out.varint(account.password_length);
    out.text(account.seed);
    to.flag(account.seed_is_confirmed);
    out.i64(account.last_step);
    out.varint(account.recovery.size());
    for (const auto& code : account.recovery) out.raw(bytes_of(code));
    to.flag(account.link.has_value());
    if (account.link) out.raw(bytes_of(*account.link));
    out.i64(account.link_until_ms);
    return out.take();
}

StoredAccount decode_account(std::string_view bytes) {
    Reader from(bytes, "an account");
    auto& in = from.in;
    StoredAccount account;
    account.number = in.u64();
    account.name = from.text();
    account.person = from.text();
    account.grants = from.grants();
    account.is_disabled = from.flag();
    account.created_ms = in.i64();
    account.used_ms = in.i64();
    account.signed_in_ms = in.i64();
    if (from.flag()) {
        auto& password = account.password.emplace();
        password.cost.memory_kib = in.u32();
        password.cost.passes = in.u32();
        read_into(in, password.salt);
        read_into(in, password.hash);
        // What no program of ours wrote would hold up every sign-in, or fail it.
        if (password.cost.memory_kib > 1024 * 1024 || password.cost.passes > 100 || password.cost.passes == 0)
            in.fail();
    }
    account.password_set_ms = in.i64();
    account.password_length = in.varint();
    account.seed = from.text();
    account.seed_is_confirmed = from.flag();
    account.last_step = in.i64();
    from.list([&] { account.recovery.push_back(from.digest()); });
    if (from.flag()) account.link = from.digest();
    account.link_until_ms = in.i64();
    from.end();
    return account;
}

std::string encode(const StoredSession& session) {
    Writer to;
    to.out.u64(session.number);
    to.out.u64(session.account);
    to.out.i64(session.created_ms);
    to.out.i64(session.active_ms);
    to.out.i64(session.confirmed_ms);
    to.out.text(session.peer);
    return to.out.take();
}

StoredSession decode_session(std::string_view bytes) {
    Reader from(bytes, "a session");
    StoredSession session;
    session.number = from.in.u64();
    session.account = from.in.u64();
    session.created_ms = from.in.i64();
    session.active_ms = from.in.i64();
    session.confirmed_ms = from.in.i64();
    session.peer = from.text();
    from.end();
    return session;
}

std::string encode(const StoredToken& token) {
    Writer to;
    to.out.u64(token.number);
    to.out.u64(token.account);
    to.out.text(token.label);
    to.out.varint(token.scopes.size());
    for (const auto& scope : token.scopes) to.out.text(scope);
    to.grants(token.grants);
    to.out.i64(token.created_ms);
    to.out.i64(token.until_ms);
    to.out.i64(token.used_ms);
    return to.out.take();
}

StoredToken decode_token(std::string_view bytes) {
    Reader from(bytes, "a token");
    StoredToken token;
    token.number = from.in.u64();
    token.account = from.in.u64();
    token.label = from.text();
    from.list([&] { token.scopes.push_back(from.text()); });
    token.grants = from.grants();
    token.created_ms = from.in.i64();
    token.until_ms = from.in.i64();
    token.used_ms = from.in.i64();
    from.end();
    return token;
}

std::string encode(const StoredWaiting& waiting) {
    Writer to;
    to.out.u64(waiting.number);
    to.out.u8(static_cast<std::uint8_t>(waiting.act));
    to.out.u64(waiting.account);
    to.grants(waiting.grants);
    to.out.u64(waiting.by);
    to.out.text(waiting.by_name);
    to.out.i64(waiting.at_ms);
    return to.out.take();
}

StoredWaiting decode_waiting(std::string_view bytes) {
    Reader from(bytes, "an act that waits");
    StoredWaiting waiting;
    waiting.number = from.in.u64();
    const auto act = from.in.u8();
    if (act < 1 || act > 4) from.in.fail();
    waiting.act = static_cast<StoredWaiting::Act>(act);
    waiting.account = from.in.u64();
    waiting.grants = from.grants();
    waiting.by = from.in.u64();
    waiting.by_name = from.text();
    waiting.at_ms = from.in.i64();
    from.end();
    return waiting;
}

std::string encode(const StoredInvitation& invitation) {
    Writer to;
    to.out.raw(bytes_of(invitation.link));
    to.out.i64(invitation.until_ms);
    return to.out.take();
}

StoredInvitation decode_invitation(std::string_view bytes) {
    Reader from(bytes, "the first invitation");
    StoredInvitation invitation;
    invitation.link = from.digest();
    invitation.until_ms = from.in.i64();
    from.end();
    return invitation;
}

std::string key_of(std::uint64_t number) {
    ByteWriter out;
    out.u64(number);
    return out.take();
}

}  // namespace nennep::accounts
