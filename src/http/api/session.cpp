#include "http/api/session.hpp"

#include <charconv>

#include "http/api/body.hpp"
#include "service/moment.hpp"

namespace nennep::http {
namespace {

constexpr std::size_t longest_password = 1000;      // characters; what may be one is judged elsewhere
constexpr std::size_t longest_secret = 100;

std::string cookie(std::string_view secret, bool ends) {
    return "__Host-nennep=" + std::string(secret) + "; Path=/; Secure; HttpOnly; SameSite=Strict" +
           (ends ? "; Max-Age=0" : "");
}

Response signed_out() {
    auto response = nothing_to_say();
    response.with("Set-Cookie", cookie("", true));
    response.with("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    return response;
}

std::string list_json(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ",") + json_quoted(word);
    return "[" + out + "]";
}

// Who this is, and what they may do: by this a page shows what it offers.
std::string who_json(const Call& call, const accounts::Who& who) {
    const auto reading = call.desk.books.read();
    const auto permission = call.desk.permission(who, reading.world(), call.today());
    std::string rights;
    for (const auto& right : call.desk.rights.rights()) {
        if (permission.may(right)) rights += (rights.empty() ? "" : ",") + json_quoted(right);
    }
    std::string out = "{\"name\":" + json_quoted(who.name) + ",\"person\":" +
                      reference_json(reading.world(), call.desk.catalogue, call.language, permission.self()) +
                      ",\"roles\":" + roles_json(call, reading.world(), who.grants) + ",\"rights\":[" + rights +
                      "],\"needs\":" + list_json(who.needs) + ",\"second_factor\":" +
                      (who.has_second_factor ? "true" : "false") + ",\"confirmed\":" +
                      (call.desk.accounts.is_confirmed(who) ? "true" : "false");
    if (who.token != 0) out += ",\"scopes\":" + list_json(who.scopes);
    return out + "}\n";
}

Response sign_in(const Call& call) {
    Body body(call.request.body);
    const auto name = body.text("name");
    auto password = body.text("password", longest_password);
    const auto code = body.text_if_given("code", longest_secret);
    body.finish();
    const auto signed_in = call.desk.accounts.sign_in(name, password, code.value_or(""), call.request.peer);
    accounts::forget(password);
    if (!signed_in) refuse(signed_in.error());
    // A session that the browser still had ends: what follows is a new one.
    if (call.who != nullptr && call.who->session != 0) call.desk.accounts.sign_out(call.who->session);
    auto response = json_answer(who_json(call, signed_in->who));
    response.with("Set-Cookie", cookie(signed_in->secret, false));
    return response;
}

Response who_am_i(const Call& call) { return json_answer(who_json(call, *call.who)); }

Response sign_out(const Call& call) {
    call.desk.accounts.sign_out(call.who->session);
    call.look("sign_out", "", "", "", "");
    return signed_out();
}

Response confirm(const Call& call) {
    Body body(call.request.body);
    auto password = body.text("password", longest_password);
    const auto code = body.text_if_given("code", longest_secret);
    body.finish();
    const auto refused = call.desk.accounts.confirm(*call.who, password, code.value_or(""), call.request.peer);
    accounts::forget(password);
    if (refused) refuse(*refused);
    return nothing_to_say();
}

Response first_password(const Call& call) {
    Body body(call.request.body);
    const auto secret = body.text("secret", longest_secret);
    const auto name = body.text_if_given("name");
    auto password = body.text("password", longest_password);
    body.finish();
    const auto used = call.desk.accounts.use_link(secret, name.value_or(""), password, call.request.peer);
    accounts::forget(password);
    if (!used) refuse(used.error());
    return json_answer("{\"name\":" + json_quoted(*used) + "}\n");
}

Response change_password(const Call& call) {
    Body body(call.request.body);
    auto before = body.text("old_password", longest_password), after = body.text("new_password", longest_password);
    body.finish();
    const auto refused = call.desk.accounts.change_password(*call.who, before, after, call.request.peer);
    accounts::forget(before);
    accounts::forget(after);
    if (refused) refuse(*refused);
    return signed_out();
}

Response start_second_factor(const Call& call) {
    require_confirmed(call);
    const auto factor = call.desk.accounts.start_second_factor(*call.who);
    if (!factor) refuse(factor.error());
    return json_answer("{\"seed\":" + json_quoted(factor->seed) + ",\"address\":" + json_quoted(factor->address) +
                       "}\n");
}

Response codes_answer(const Result<std::vector<std::string>>& codes) {
    if (!codes) refuse(codes.error());
    return json_answer("{\"recovery_codes\":" + list_json(*codes) + "}\n");
}

Response confirm_second_factor(const Call& call) {
    Body body(call.request.body);
    const auto code = body.text("code", longest_secret);
    body.finish();
    require_confirmed(call);
    return codes_answer(call.desk.accounts.confirm_second_factor(*call.who, code, call.request.peer));
}

Response renew_recovery_codes(const Call& call) {
    require_confirmed(call);
    return codes_answer(call.desk.accounts.renew_recovery_codes(*call.who, call.request.peer));
}

Response remove_second_factor(const Call& call) {
    require_confirmed(call);
    if (const auto refused = call.desk.accounts.remove_second_factor(*call.who, call.request.peer)) refuse(*refused);
    return nothing_to_say();
}

Response sessions(const Call& call) {
    std::string out = "{\"sessions\":[";
    for (const auto& session : call.desk.accounts.sessions(call.who->account)) {
        out += (out.back() == '[' ? "\n{\"id\":" : ",\n{\"id\":") + json_quoted(std::to_string(session.number)) +
               ",\"created_at\":" + moment_json(session.created_ms) + ",\"active_at\":" +
               moment_json(session.active_ms) + ",\"peer\":" + json_quoted(session.peer) + ",\"is_this\":" +
               (session.number == call.who->session ? "true" : "false") + "}";
    }
    return json_answer(out + "]}\n");
}

// Our numbers are longer than those of JavaScript, and so are texts outside. What is none is not there.
std::uint64_t number_in(const Call& call) {
    const auto& text = call.path_part("id");
    std::uint64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end) not_found();
    return number;
}

Response end_session(const Call& call) {
    const auto number = number_in(call);
    if (!call.desk.accounts.end_session(call.who->account, number)) not_found();
    call.look("sign_out", "", "", "", "another session");
    return number == call.who->session ? signed_out() : nothing_to_say();
}

std::string token_json(const Call& call, const world::World& world, const accounts::Accounts::Token& token) {
    return "{\"id\":" + json_quoted(std::to_string(token.number)) + ",\"label\":" + json_quoted(token.label) +
           ",\"scopes\":" + list_json(token.scopes) + ",\"roles\":" + roles_json(call, world, token.grants) +
           ",\"created_at\":" + moment_json(token.created_ms) + ",\"until\":" + moment_json(token.until_ms) +
           ",\"used_at\":" + moment_json(token.used_ms) + "}";
}

Response tokens(const Call& call) {
    const auto reading = call.desk.books.read();
    std::string out = "{\"tokens\":[";
    for (const auto& token : call.desk.accounts.tokens(call.who->account)) {
        out += (out.back() == '[' ? "\n" : ",\n") + token_json(call, reading.world(), token);
    }
    return json_answer(out + "]}\n");
}

accounts::Accounts::By by(const Call& call) { return {call.who->account, call.who->name, call.request.peer, false}; }

Response make_token(const Call& call) {
    Body body(call.request.body);
    accounts::Accounts::TokenWish wish;
    wish.label = body.text("label", 100);
    if (body.has("scopes")) wish.scopes = body.texts("scopes", 10, 20);
    if (const auto days = body.number_if_given("days", 1, 365)) wish.days = static_cast<int>(*days);
    // Some of one's own roles, by role and organisation.
    std::optional<std::string> foreign;
    for (auto& role : body.objects("roles")) {
        const auto name = role.text("role");
        const auto organisation = role.text("organisation");
        const auto own = wish.grants.size();
        for (const auto& grant : call.who->grants) {
            if (grant.role == name && grant.organisation == organisation) wish.grants.push_back(grant);
        }
        if (wish.grants.size() == own && !foreign) foreign = name;
    }
    if (body.has("roles") && wish.grants.empty() && !foreign) foreign = "";
    body.finish();
    require_confirmed(call);
    if (foreign) refuse({"token.not_own_role", "roles", {{"role", *foreign}}});
    const auto made = call.desk.accounts.make_token(by(call), call.who->name, wish);
    if (!made) refuse(made.error());
    const auto reading = call.desk.books.read();
    return json_answer("{\"secret\":" + json_quoted(made->secret) + ",\"token\":" +
                       token_json(call, reading.world(), made->token) + "}\n");
}

Response end_token(const Call& call) {
    if (!call.desk.accounts.end_token(by(call), call.who->account, number_in(call))) not_found();
    return nothing_to_say();
}

// A route for one's own account: closed to tokens; what writes waits for the disk.
Route own(Method method, std::string pattern, std::string name, std::string body, std::string answer,
          Response (*handle)(const Call&)) {
    Route route;
    route.method = method;
    route.pattern = std::move(pattern);
    route.name = std::move(name);
    route.is_slow = method != Method::get;
    route.body = std::move(body);
    route.answer = std::move(answer);
    route.handle = handle;
    route.success = route.answer.empty() ? 204 : 200;
    route.scope = own_account;
    return route;
}

}  // namespace

void refuse(const Refusal& refusal) {
    Problem problem;
    problem.refusals.add(refusal);
    const auto& code = refusal.code;
    if (code == "sign_in.wrong" || code == "sign_in.code_needed") problem.status = 401;
    if (code == "account.unknown" || code == "account_change.unknown") problem.status = 404;
    if (code == "sign_in.wait") {
        problem.status = 429;
        problem.headers.emplace_back("Retry-After", refusal.arguments.front().second);
    }
    if (code == "sign_in.busy") {
        problem.status = 503;
        problem.headers.emplace_back("Retry-After", "2");
    }
    throw problem;
}

void require_confirmed(const Call& call) {
    if (call.desk.accounts.is_confirmed(*call.who)) return;
    Problem problem{403, {}};
    problem.refusals.add({"session.confirmation_needed", "", {}});
    throw problem;
}

Response nothing_to_say() {
    Response response;
    response.status = 204;
    return response;
}

std::string moment_json(std::int64_t ms) { return ms == 0 ? "null" : "\"" + service::iso_moment(ms) + "\""; }

std::string roles_json(const Call& call, const world::World& world, const std::vector<catalogue::Grant>& grants) {
    std::string out = "[";
    for (const auto& grant : grants) {
        const auto place = world.directory.find(call.desk.catalogue.organisations(), grant.organisation);
        out += (out.size() == 1 ? "{\"role\":" : ",{\"role\":") + json_quoted(grant.role) + ",\"label\":" +
               json_quoted(call.say("role." + grant.role)) + ",\"organisation\":" +
               reference_json(world, call.desk.catalogue, call.language, place.value_or(world::nobody));
        if (grant.from != Day::beginning()) out += ",\"from\":\"" + grant.from.iso() + "\"";
        if (grant.until != Day::never()) out += ",\"until\":\"" + grant.until.iso() + "\"";
        out += "}";
    }
    return out + "]";
}

std::vector<Route> session_routes() {
    std::vector<Route> all{
        own(Method::post, "/session", "session.sign_in", "sign_in", "session", sign_in),
        own(Method::get, "/session", "session.who", "", "session", who_am_i),
        own(Method::del, "/session", "session.sign_out", "", "", sign_out),
        own(Method::post, "/session/confirm", "session.confirm", "confirmation", "", confirm),
        own(Method::post, "/session/first", "session.first", "first_password", "first_session", first_password),
        own(Method::put, "/session/password", "session.password", "password_change", "", change_password),
        own(Method::post, "/session/second-factor", "second_factor.start", "", "second_factor", start_second_factor),
        own(Method::post, "/session/second-factor/confirm", "second_factor.confirm", "code", "recovery_codes",
            confirm_second_factor),
        own(Method::post, "/session/recovery-codes", "second_factor.recovery_codes", "", "recovery_codes",
            renew_recovery_codes),
        own(Method::del, "/session/second-factor", "second_factor.remove", "", "", remove_second_factor),
        own(Method::get, "/sessions", "sessions.all", "", "sessions", sessions),
        own(Method::del, "/sessions/{id}", "sessions.end", "", "", end_session),
        own(Method::get, "/tokens", "tokens.all", "", "tokens", tokens),
        own(Method::post, "/tokens", "tokens.make", "token_wish", "new_token", make_token),
        own(Method::del, "/tokens/{id}", "tokens.end", "", "", end_token),
    };
    for (auto& route : all) {
        if (route.name == "session.sign_in" || route.name == "session.first") route.entry = Entry::everybody;
        if (route.name == "session.who") route.scope = "read";
    }
    return all;
}

}  // namespace nennep::http
