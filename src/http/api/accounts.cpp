#include "http/api/accounts.hpp"

#include <algorithm>
#include <charconv>

#include "accounts/names.hpp"
#include "http/api/body.hpp"
#include "http/api/session.hpp"

namespace nennep::http {
namespace {

using accounts::Account;
using accounts::Accounts;
using catalogue::Grant;

constexpr std::string_view managing = "manage.accounts";

Accounts::By by(const Call& call) { return {call.who->account, call.who->name, call.request.peer, false}; }

// Where this user may manage accounts.
class Reach {
public:
    explicit Reach(const Call& call)
        : call_(call), reading_(call.desk.books.read()),
          permission_(call.desk.permission(*call.who, reading_.world(), call.today())) {
        for (const auto& grant : call.who->grants) {
            is_everywhere_ = is_everywhere_ || (grant.role == accounts::administrator && grant.organisation.empty());
        }
    }

    const world::World& world() const { return reading_.world(); }
    bool has_place(const std::string& organisation) const {
        const auto place = world().directory.find(call_.desk.catalogue.organisations(), organisation);
        return place && permission_.may(managing, world().directory[*place].rank);
    }
    bool has(const Grant& grant) const { return is_everywhere_ || has_place(grant.organisation); }
    bool has(const std::vector<Grant>& grants) const {
        return std::all_of(grants.begin(), grants.end(), [this](const Grant& grant) { return has(grant); });
    }
    // The file of somebody who belongs where this user manages accounts.
    bool has_person(const std::string& key) const {
        const auto person = world().directory.find(call_.desk.catalogue.people(), key);
        return person && permission_.may(managing, permission_.seat(*person));
    }
    // Who resets an account can sign in as it: so its own file must lie within reach too.
    bool has(const Account& account) const {
        return has(account.grants) && (account.person.empty() || is_everywhere_ || has_person(account.person));
    }
    bool is_everywhere() const { return is_everywhere_; }

private:
    const Call& call_;
    service::SharedBooks::Reading reading_;
    service::Permission permission_;
    bool is_everywhere_ = false;
};

Account found(const Call& call, const Reach& reach) {
    auto account = call.desk.accounts.find(call.path_part("name"));
    if (!account || !reach.has(*account)) not_found();
    return std::move(*account);
}

// The roles of a body: of those that there are, in organisations within reach.
std::vector<Grant> roles_in(const Call& call, Body& body, const Reach& reach) {
    std::vector<Grant> all;
    const auto& roles = call.desk.rights.roles();
    for (auto& one : body.objects("roles")) {
        Grant grant;
        grant.role = one.text("role");
        grant.organisation = one.text_if_given("organisation").value_or("");
        grant.from = one.day_if_given("from").value_or(Day::beginning());
        grant.until = one.day_if_given("until").value_or(Day::never());
        const bool is_known = std::find(roles.begin(), roles.end(), grant.role) != roles.end();
        if (!grant.role.empty() && !is_known) one.object("api.unknown_role", "role");
        const bool is_placed = grant.organisation.empty()
                                   ? grant.role == accounts::administrator && reach.is_everywhere()
                                   : reach.has_place(grant.organisation);
        if (is_known && !is_placed) one.object("api.unknown_organisation", "organisation");
        if (grant.until <= grant.from) one.object("api.period_empty", "until");
        all.push_back(std::move(grant));
    }
    return all;
}

std::string account_json(const Call& call, const Reach& reach, const Account& account) {
    return "{\"name\":" + json_quoted(account.name) +
           ",\"person\":" + (account.person.empty() ? "null" : json_quoted(account.person)) +
           ",\"roles\":" + roles_json(call, reach.world(), account.grants) +
           ",\"disabled\":" + (account.is_disabled ? "true" : "false") +
           ",\"password\":" + (account.has_password ? "true" : "false") +
           ",\"second_factor\":" + (account.has_second_factor ? "true" : "false") +
           ",\"created_at\":" + moment_json(account.created_ms) +
           ",\"signed_in_at\":" + moment_json(account.last_signed_in_ms) +
           ",\"link_until\":" + moment_json(account.link_until_ms) + "}";
}

// Whether it counts, waits for a second person, or counts because there is none.
std::string change_json(const Accounts::Change& change) {
    return std::string("{\"state\":") + (change.waits != 0 ? "\"waits\",\"id\":\"" + std::to_string(change.waits) + "\""
                                                            : std::string("\"done\"")) +
           ",\"no_second_person\":" + (change.was_alone ? "true" : "false") + "}";
}

std::string link_json(const Accounts::Invited& invited) {
    return "{\"link\":" + json_quoted("/dang-nhap/lan-dau#" + invited.secret) + ",\"until\":" +
           moment_json(invited.until_ms) + ",\"roles\":" + change_json(invited.change) + "}\n";
}

Response all(const Call& call) {
    const Reach reach(call);
    std::string out = "{\"accounts\":[";
    for (const auto& account : call.desk.accounts.all()) {
        if (!reach.has(account)) continue;
        out += (out.back() == '[' ? "\n" : ",\n") + account_json(call, reach, account);
    }
    return json_answer(out + "]}\n");
}

Response add(const Call& call) {
    Body body(call.request.body);
    const auto name = body.text("name");
    const auto person = body.text_if_given("person").value_or("");
    std::vector<Grant> grants;
    {
        // Let go before accounts are written: whoever waits for the disk holds no books.
        const Reach reach(call);
        grants = roles_in(call, body, reach);
        if (!person.empty() && !reach.has_person(person)) body.object("api.unknown_person", "person");
    }
    body.finish();
    require_confirmed(call);
    const auto invited = call.desk.accounts.add(by(call), {name, person, grants});
    if (!invited) refuse(invited.error());
    return json_answer(link_json(*invited), 201);
}

Response change(const Call& call) {
    Body body(call.request.body);
    std::string name;
    std::vector<Grant> grants;
    const bool changes_roles = body.has("roles");
    {
        const Reach reach(call);
        name = found(call, reach).name;
        grants = roles_in(call, body, reach);
    }
    const bool changes_state = body.has("disabled");
    const bool is_disabled = body.flag("disabled", false);
    if (!changes_roles && !changes_state) body.object("api.member_missing", "roles");
    if (changes_roles && changes_state) body.object("api.one_change_at_a_time", "disabled");
    body.finish();
    require_confirmed(call);
    auto& accounts = call.desk.accounts;
    const auto changed = changes_roles ? accounts.change_grants(by(call), name, grants)
                                       : accounts.set_disabled(by(call), name, is_disabled);
    if (!changed) refuse(changed.error());
    return json_answer(change_json(*changed) + "\n", changed->waits != 0 ? 202 : 200);
}

// Whose it is, if it is within reach; the books are let go again.
std::string name_in(const Call& call) {
    const Reach reach(call);
    return found(call, reach).name;
}

Response reset(const Call& call) {
    const auto name = name_in(call);
    require_confirmed(call);
    const auto invited = call.desk.accounts.reset(by(call), name);
    if (!invited) refuse(invited.error());
    return json_answer(link_json(*invited));
}

Response drop_second_factor(const Call& call) {
    const auto name = name_in(call);
    require_confirmed(call);
    const auto changed = call.desk.accounts.drop_second_factor(by(call), name);
    if (!changed) refuse(changed.error());
    return json_answer(change_json(*changed) + "\n", changed->waits != 0 ? 202 : 200);
}

bool is_within(const Call& call, const Reach& reach, const Accounts::Waiting& waiting) {
    const auto account = call.desk.accounts.find(waiting.account);
    return account && reach.has(*account) && reach.has(waiting.grants);
}

Response changes(const Call& call) {
    const Reach reach(call);
    std::string out = "{\"changes\":[";
    for (const auto& waiting : call.desk.accounts.waiting()) {
        if (!is_within(call, reach, waiting)) continue;
        out += (out.back() == '[' ? "\n{\"id\":" : ",\n{\"id\":") + json_quoted(std::to_string(waiting.number)) +
               ",\"act\":" + json_quoted(waiting.act) + ",\"account\":" + json_quoted(waiting.account) + ",\"roles\":" +
               roles_json(call, reach.world(), waiting.grants) + ",\"by\":" + json_quoted(waiting.by) +
               ",\"is_own\":" + (waiting.by == call.who->name ? "true" : "false") + ",\"at\":" +
               moment_json(waiting.at_ms) + ",\"until\":" + moment_json(waiting.until_ms) + "}";
    }
    return json_answer(out + "]}\n");
}

std::uint64_t change_in(const Call& call) {
    const auto& text = call.path_part("id");
    const Reach reach(call);
    for (const auto& waiting : call.desk.accounts.waiting()) {
        if (std::to_string(waiting.number) == text && is_within(call, reach, waiting)) return waiting.number;
    }
    not_found();
}

Response agree(const Call& call) {
    const auto number = change_in(call);
    require_confirmed(call);
    if (const auto refused = call.desk.accounts.agree(by(call), number)) refuse(*refused);
    return nothing_to_say();
}

Response decline(const Call& call) {
    const auto number = change_in(call);
    require_confirmed(call);
    if (const auto refused = call.desk.accounts.decline(by(call), number)) refuse(*refused);
    return nothing_to_say();
}

Route managed(Method method, std::string pattern, std::string name, std::string body, std::string answer, int success,
              Response (*handle)(const Call&)) {
    Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.name = std::move(name);
    route.right = managing;
    route.is_slow = method != Method::get;
    route.body = std::move(body);
    route.answer = std::move(answer);
    route.handle = handle;
    route.success = success;
    if (route.answer == "changed") route.other_successes = {202};      // it waits for a second administrator
    route.scope = own_account;      // programs manage nobody
    return route;
}

}  // namespace

std::vector<Route> accounts_routes() {
    return {
        managed(Method::get, "/accounts", "accounts.all", "", "accounts", 200, all),
        managed(Method::post, "/accounts", "accounts.add", "new_account", "invited", 201, add),
        managed(Method::patch, "/accounts/{name}", "accounts.change", "account_change", "changed", 200, change),
        managed(Method::post, "/accounts/{name}/reset", "accounts.reset", "", "invited", 200, reset),
        managed(Method::del, "/accounts/{name}/second-factor", "accounts.drop_second_factor", "", "changed", 200,
                drop_second_factor),
        managed(Method::get, "/account-changes", "account_changes.all", "", "account_changes", 200, changes),
        managed(Method::post, "/account-changes/{id}", "account_changes.agree", "", "", 204, agree),
        managed(Method::del, "/account-changes/{id}", "account_changes.decline", "", "", 204, decline),
    };
}

}  // namespace nennep::http
