// Accounts from the machine itself: what is done here counts at once, beside a running server too, and
// stands in the access log. A password is never given on the command line: who is added or reset gets
// a link that counts once, with the secret behind the `#`, which no browser sends and no log keeps.
#include <algorithm>
#include <iostream>

#include "accounts/accounts.hpp"
#include "accounts/names.hpp"
#include "cli/commands.hpp"
#include "service/moment.hpp"

namespace nennep::cli {
namespace {

using accounts::Accounts;
using catalogue::Grant;

constexpr std::string_view page_of_links = "/dang-nhap/lan-dau#";

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

class Users {
public:
    explicit Users(const Call& call)
        : call_(call),
          keep_(call.house.open_keep(call.options.data, Access::create)),
          accounts_(*keep_, settings(), {call.house.surroundings.now_ms, accounts::fill_with_chance}) {}

    Accounts& operator*() { return accounts_; }
    Accounts* operator->() { return &accounts_; }
    Accounts::By by() const { return {0, actor_of(call_.options), "", true}; }
    const std::string& name() const { return call_.options.name; }

    // ROLE@ORGANISATION, of roles and organisations that there are; an administrator's may be without.
    std::vector<Grant> grants(const std::vector<std::string>& given) {
        std::vector<Grant> all;
        for (const auto& text : given) {
            const auto at = text.find('@');
            Grant grant{text.substr(0, at), at == text.npos ? "" : composed(text.substr(at + 1)), Day::beginning(),
                        Day::never()};
            const auto& roles = call_.house.rights.roles();
            if (std::find(roles.begin(), roles.end(), grant.role) == roles.end()) {
                throw Refused{{"account.unknown_role", "", {{"value", grant.role}, {"choices", joined(roles)}}}};
            }
            if (grant.organisation.empty() && (at != text.npos || grant.role != accounts::administrator)) {
                throw Refused{{"account.not_role_at_organisation", "", {{"value", text}}}};
            }
            if (!grant.organisation.empty()) books().organisation(grant.organisation);
            all.push_back(std::move(grant));
        }
        return all;
    }
    void check_person(const std::string& key) {
        if (!key.empty()) books().subject("person", key);
    }

    void print_link(const Accounts::Invited& invited) const {
        auto address = call_.options.address;
        while (address.ends_with('/')) address.pop_back();
        call_.out << address << page_of_links << invited.secret << "\n";
        call_.terminal.note(call_.terminal.say("user.link", {{"until", service::vietnamese_moment(invited.until_ms)}}));
    }
    Status changed(const Result<Accounts::Change>& change, const char* said) const {
        if (!change) throw Refused{change.error()};
        call_.terminal.note(call_.terminal.say(said, {{"name", name()}}));
        return done;
    }

private:
    static accounts::AccountSettings settings() {
        accounts::AccountSettings settings;
        settings.looks_after_itself = false;
        return settings;
    }
    OpenBooks& books() {
        if (!books_) books_ = std::make_unique<OpenBooks>(call_, Access::read);
        return *books_;
    }

    const Call& call_;
    std::unique_ptr<accounts::Keep> keep_;
    Accounts accounts_;
    std::unique_ptr<OpenBooks> books_;
};

std::string roles_json(const std::vector<Grant>& grants) {
    std::string out;
    for (const auto& grant : grants) {
        out += (out.empty() ? "{\"role\":" : ",{\"role\":") + json_quoted(grant.role) + ",\"organisation\":" +
               json_quoted(grant.organisation) + "}";
    }
    return "[" + out + "]";
}

std::string moment_or_null(std::int64_t ms) { return ms == 0 ? "null" : "\"" + service::iso_moment(ms) + "\""; }

}  // namespace

Status user_add(const Call& call) {
    Users users(call);
    const auto grants = users.grants(call.options.roles);
    users.check_person(call.options.person);
    const auto invited = users->add(users.by(), {users.name(), composed(call.options.person), grants});
    if (!invited) throw Refused{invited.error()};
    users.print_link(*invited);
    return done;
}

Status user_list(const Call& call) {
    Users users(call);
    const auto all = users->all();
    if (call.options.format == "json") {
        std::string out = "{\"accounts\":[";
        for (const auto& account : all) {
            out += (out.back() == '[' ? "\n{\"name\":" : ",\n{\"name\":") + json_quoted(account.name) +
                   ",\"person\":" + (account.person.empty() ? "null" : json_quoted(account.person)) +
                   ",\"roles\":" + roles_json(account.grants) +
                   ",\"disabled\":" + (account.is_disabled ? "true" : "false") +
                   ",\"password\":" + (account.has_password ? "true" : "false") +
                   ",\"second_factor\":" + (account.has_second_factor ? "true" : "false") +
                   ",\"created_at\":" + moment_or_null(account.created_ms) +
                   ",\"signed_in_at\":" + moment_or_null(account.last_signed_in_ms) + "}";
        }
        call.out << out << "]}\n";
        return done;
    }
    for (const auto& account : all) {
        const char* state = account.is_disabled         ? "user.is_disabled"
                            : !account.has_password     ? "user.is_invited"
                            : account.has_second_factor ? "user.has_second_factor"
                                                        : "user.has_password";
        call.out << account.name << "  " << accounts::written(account.grants) << "  " << call.terminal.say(state);
        if (!account.person.empty()) call.out << "  " << account.person;
        call.out << "\n";
    }
    return done;
}

Status user_disable(const Call& call) {
    Users users(call);
    return users.changed(users->set_disabled(users.by(), users.name(), true), "user.disabled");
}

Status user_enable(const Call& call) {
    Users users(call);
    return users.changed(users->set_disabled(users.by(), users.name(), false), "user.enabled");
}

Status user_reset(const Call& call) {
    Users users(call);
    if (call.options.second_factor) {
        const auto dropped = users->drop_second_factor(users.by(), users.name());
        if (!dropped) throw Refused{dropped.error()};
    }
    const auto invited = users->reset(users.by(), users.name());
    if (!invited) throw Refused{invited.error()};
    users.print_link(*invited);
    return done;
}

Status user_role(const Call& call) {
    const auto& options = call.options;
    if (options.roles.empty() && options.taken_roles.empty()) throw Misuse{call.terminal.say("user.no_role_given")};
    Users users(call);
    const auto account = users->find(users.name());
    if (!account) throw Refused{{"account.unknown", "", {{"name", users.name()}}}};
    auto grants = account->grants;
    for (const auto& given : users.grants(options.roles)) grants.push_back(given);
    for (const auto& text : options.taken_roles) {
        // Whatever its period; and an organisation that is gone can be taken away too.
        const auto at = text.find('@');
        const auto organisation = at == text.npos ? "" : composed(text.substr(at + 1));
        const auto taken = std::erase_if(grants, [&](const Grant& grant) {
            return grant.role == text.substr(0, at) && grant.organisation == organisation;
        });
        if (taken == 0) throw Refused{{"account.role_not_held", "", {{"name", account->name}, {"role", text}}}};
    }
    return users.changed(users->change_grants(users.by(), users.name(), grants), "user.roles_changed");
}

Status user_token(const Call& call) {
    Users users(call);
    Accounts::TokenWish wish;
    wish.label = "nennep user token";
    if (!call.options.scopes.empty()) wish.scopes = call.options.scopes;
    if (call.options.days) wish.days = *call.options.days;
    const auto made = users->make_token(users.by(), users.name(), wish);
    if (!made) throw Refused{made.error()};
    call.out << made->secret << "\n";
    call.terminal.note(call.terminal.say("user.token", {{"until", service::vietnamese_moment(made->token.until_ms)},
                                                        {"scopes", joined(wish.scopes)}}));
    return done;
}

}  // namespace nennep::cli
