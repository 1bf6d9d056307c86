// What Accounts holds, and how it changes: the one way by which anything is written. Included by the
// files that implement Accounts, and by nobody else.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <unordered_map>

#include "accounts/accounts.hpp"
#include "accounts/guessing.hpp"
#include "accounts/rows.hpp"

namespace nennep::accounts {

constexpr std::string_view invitation_key = "first administrator";

struct Accounts::Inside {
    struct ByBytes {
        std::size_t operator()(const Digest& digest) const {
            std::size_t hash = 0;
            std::memcpy(&hash, digest.data(), sizeof hash);
            return hash;
        }
    };
    struct HeldSession {
        StoredSession stored;
        std::atomic<std::int64_t> active_ms{0};
        std::atomic<std::int64_t> written_ms{0};
    };
    struct HeldToken {
        StoredToken stored;
        std::atomic<std::int64_t> used_ms{0};
        std::atomic<std::int64_t> written_ms{0};
    };
    // A copy of what is read is cheap, as there are few rows; so everything that looks at several
    // takes `state` shared for that long, and no longer.
    struct State {
        std::unordered_map<std::uint64_t, StoredAccount> accounts;
        std::unordered_map<std::string, std::uint64_t> by_name;
        std::unordered_map<Digest, HeldSession, ByBytes> sessions;
        std::unordered_map<Digest, HeldToken, ByBytes> tokens;
        std::unordered_map<std::uint64_t, StoredWaiting> waiting;
        std::optional<StoredInvitation> invitation;
        bool is_lost = false;               // what others wrote could not be read: nobody is let in
    };

    Inside(Keep& keep_given, AccountSettings settings_given, Outside outside_given);
    ~Inside();

    std::int64_t now() const { return outside.now_ms(); }

    // Decides on the newest state, writes what was decided, and only then lets it count. `decide`
    // fills in the rows and answers why not, if it must not be.
    using Rows = std::vector<Row>;
    std::optional<Refusal> change(const std::function<std::optional<Refusal>(Rows& rows)>& decide);
    void put(Rows& rows, const StoredAccount& account);
    // All sessions of an account; with tokens where `tokens_too`.
    void end_sessions(Rows& rows, std::uint64_t account, bool tokens_too);

    void read_all();
    void read_if_changed();
    void take(const Row& row);              // into the state, which must be held

    // As it is now, or nothing.
    std::optional<StoredAccount> account(std::uint64_t number) const;
    std::optional<StoredAccount> account(std::string_view name) const;
    Who who_of(const StoredAccount& account) const;
    bool is_over(const StoredSession& session, std::int64_t active_ms, const StoredAccount& account,
                 std::int64_t now_ms) const;
    bool holds(const StoredAccount& account, std::string_view role) const;
    void note(std::int64_t at_ms, std::string who, std::string act, std::string about, std::string detail,
              std::string peer);

    // Password and second factor of an account, as somebody gives them.
    enum class Proof : std::uint8_t { right, wrong, code_missing };
    // Takes as long for nobody's account. Not under a lock: it is what costs.
    bool is_right_password(const std::optional<StoredAccount>& account, std::string_view password);
    // Uses the code up, in `account`.
    Proof use_code(StoredAccount& account, std::string_view code) const;
    std::optional<Refusal> objection_to(std::string_view password, const StoredAccount& account) const;
    void set_password(StoredAccount& account, std::string_view password, const PasswordHash& hash) const;

    Keep& keep;
    const AccountSettings settings;
    const Outside outside;
    AccessLog log;
    Guessing guessing;
    std::once_flag nobodys_is_made;         // only who lets people sign in needs it
    PasswordHash nobodys;                   // what a name that is nobody's is compared with
    std::atomic<std::size_t> signing_in{0};

    std::mutex writing;
    mutable std::shared_mutex mutex;
    State state;
    std::uint64_t version = 0;              // of the Keep, as read

    std::mutex watch_mutex;
    std::condition_variable watch_changed;
    bool ends = false;
    std::thread watch;
};

// Names are one however they are written: composed, in small letters.
std::string key_of_name(std::string_view name);
Account shown(const StoredAccount& account);

}  // namespace nennep::accounts
