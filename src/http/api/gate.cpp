#include "http/api/gate.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "http/api/problem.hpp"
#include "http/header_values.hpp"
#include "service/line_reader.hpp"

namespace nennep::http {
namespace {

constexpr std::string_view session_cookie = "__Host-nennep";
constexpr std::string_view bearer = "Bearer ";

// JSON, or, where a file is taken, whatever files of lines and tables are called. Plain text comes from
// a program or our own page, never from a form of another site: those do not get past check_origin.
constexpr std::string_view uploads[] = {"application/json", "application/x-ndjson", "application/octet-stream",
                                        "text/plain", "text/csv",
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};

bool changes_state(Method method) {
    return method != Method::get && method != Method::head && method != Method::options;
}

[[noreturn]] void refuse_with(int status, std::string_view code, std::string_view field = {}, Arguments shown = {}) {
    Problem problem{status, {}};
    problem.refusals.add({std::string(code), std::string(field), std::move(shown)});
    throw problem;
}

// By the names that people know: what the right is called, and which roles have it.
Refusal without_right(const Desk& desk, const std::string& right) {
    Refusal refusal{"access.right_missing", "", {}};
    for (const auto language : {Language::vi, Language::en}) {
        std::string roles;
        for (const auto& role : desk.rights.roles()) {
            if (desk.rights.where(role, right) == 0) continue;
            roles += (roles.empty() ? "" : ", ") + desk.catalogue.texts().get("role." + role, language);
        }
        const std::string ending = language == Language::vi ? ".vi" : ".en";
        refusal.arguments.emplace_back("right" + ending, right_label(desk.catalogue, right, language));
        refusal.arguments.emplace_back("roles" + ending, std::move(roles));
    }
    return refusal;
}

}  // namespace

Language language_of(const Request& request) {
    std::string_view wanted = request.header("accept-language");
    if (const auto* asked = request.parameter("lang")) wanted = *asked;
    return wanted.starts_with("en") ? Language::en : Language::vi;
}

const Route* Gate::route_of(const Request& request) const {
    return router_.find(request.method == Method::head ? Method::get : request.method, request.path).route;
}

bool Gate::is_asked(const Request& request) const {
    constexpr std::string_view all = "/api";
    const std::string_view path = request.path;
    if (path.starts_with(all) && (path.size() == all.size() || path[all.size()] == '/')) return true;
    const auto match = router_.find(request.method, path);
    return match.route != nullptr || !match.others.empty();
}

Response Gate::refuse(const Request* request, int status, std::string_view code) const {
    Refusals refusals;
    refusals.add({std::string(code), "", {}});
    const auto language = request == nullptr ? Language::vi : language_of(*request);
    return problem(desk_.catalogue.texts(), language, status, refusals);
}

Response Gate::handle(const Request& request) const {
    const auto language = language_of(request);
    const auto& texts = desk_.catalogue.texts();
    try {
        return answer(request, language);
    } catch (Problem& refused) {
        if (!refused.missing_right.empty()) refused.refusals.add(without_right(desk_, refused.missing_right));
        auto response = refused.objections.empty()
                            ? problem(texts, language, refused.status, refused.refusals)
                            : problem(texts, language, refused.status, refused.objections);
        response.headers = refused.headers;
        return response;
    } catch (const Fault& fault) {
        // The operator reads the context in the log; whoever asks is told what to do.
        Refusals refusals;
        refusals.add({"api.fault", "", {{"fault", texts.get("fault." + fault.code(), language)}}});
        auto response = problem(texts, language, 503, refusals);
        response.with("Retry-After", "5");
        if (desk_.report_fault) desk_.report_fault(fault);
        return response;
    }
}

Response Gate::answer(const Request& request, Language language) const {
    const auto asked = request.method == Method::head ? Method::get : request.method;
    const auto match = router_.find(asked, request.path);
    if (match.route == nullptr) {
        if (match.others.empty()) not_found();
        std::string allowed;
        for (const auto method : match.others) allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(method));
        Problem problem{405, {}};
        problem.refusals.add({"api.method", "", {{"allowed", allowed}}});
        problem.headers.emplace_back("Allow", allowed);
        throw problem;
    }
    const auto& route = *match.route;
    Call call{desk_, request, route, match.path, nullptr, language, desk_.surroundings.now_ms()};

    std::optional<accounts::Who> who;
    const auto authorization = request.header("authorization");
    if (authorization.starts_with(bearer)) {
        who = desk_.accounts.of_token(authorization.substr(bearer.size()));
    } else if (const auto secret = request.cookie(session_cookie); !secret.empty()) {
        who = desk_.accounts.of_session(secret);
    }
    if (changes_state(request.method) && !authorization.starts_with(bearer)) check_origin(request);
    if (!who && route.entry == Entry::signed_in) {
        Problem problem{401, {}};
        problem.refusals.add({"api.sign_in", "", {}});
        problem.headers.emplace_back("WWW-Authenticate", "Bearer");
        throw problem;
    }
    if (who) {
        call.who = &*who;
        check_scope(*who, route);
        if (!route.right.empty()) {
            const auto reading = desk_.books.read();
            if (!desk_.permission(*who, reading.world(), call.today()).may(route.right)) forbidden(route.right);
        }
    }
    check_content(request, route);
    check_parameters(call);
    return route.handle(call);
}

// A browser says where a request comes from; one that does not say it must at least have set a
// header that no form of another site can set.
void Gate::check_origin(const Request& request) const {
    const auto site = request.header("sec-fetch-site");
    const auto origin = request.header("origin");
    const auto host = request.header("host");
    const auto same = [&] {
        const auto scheme = origin.find("://");
        if (scheme == std::string_view::npos || origin.substr(scheme + 3) != host) return false;
        // Anybody on the network can answer for the same host without TLS.
        return !request.is_secure || origin.substr(0, scheme) == "https";
    };
    const bool is_foreign = (!site.empty() && site != "same-origin") || (!origin.empty() && !same());
    if (is_foreign || request.header("x-nennep").empty()) refuse_with(403, "api.other_site");
}

// What a form of another site can send (text, forms, multipart) is no JSON, whatever stands in it.
void Gate::check_content(const Request& request, const Route& route) const {
    if (request.body.empty()) return;
    auto type = in_small_letters(request.header("content-type"));
    type.erase(std::min(type.find_first_of("; "), type.size()));
    const auto all = std::span<const std::string_view>(uploads);
    const auto wanted = route.takes_upload ? all : all.first(1);
    if (std::find(wanted.begin(), wanted.end(), type) == wanted.end()) {
        refuse_with(415, "api.content_type", "Content-Type",
                    {{"wanted", route.takes_upload ? "application/x-ndjson, application/octet-stream"
                                                   : "application/json"}});
    }
    // What becomes an entry is judged line by line where it is read; what is kept beside the journal
    // (names, labels, reasons, saved filters) here. Of what a sign-in sends nothing is kept as it was sent.
    const bool is_of_sign_in = route.pattern.starts_with("/session") && route.body != "kept_value";
    const bool is_judged_here = !route.takes_upload && route.body != "events" && !is_of_sign_in;
    if (desk_.surroundings.zone == service::Zone::connected && is_judged_here &&
        service::holds_a_secret(request.body)) {
        refuse_with(422, "zone.marked");
    }
}

void Gate::check_scope(const accounts::Who& who, const Route& route) const {
    if (who.token == 0 || who.scopes.empty()) return;
    const auto& needed = route.scope;
    if (std::find(who.scopes.begin(), who.scopes.end(), needed) == who.scopes.end()) {
        refuse_with(403, "api.scope", "", {{"scope", needed}});
    }
}

// A misspelt filter that is passed over would answer more than was asked for.
void Gate::check_parameters(const Call& call) const {
    const auto& known = call.route.query;
    for (const auto& asked : call.request.query) {
        const auto& [name, value] = asked;
        const auto is_same = [&](const auto& other) { return other.first == asked.first; };
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const Parameter& p) { return p.name == asked.first; });
        if (found == known.end()) {
            if (name == "lang" || call.route.takes_filters) continue;
            std::vector<std::string> names{"lang"};
            for (const auto& parameter : known) names.push_back(parameter.name);
            const auto near = nearest(name, names);
            refuse_with(400, near ? "api.unknown_parameter_near" : "api.unknown_parameter", name,
                        {{"name", name}, {"nearest", near.value_or("")}});
        }
        const auto count = std::count_if(call.request.query.begin(), call.request.query.end(), is_same);
        if (count > 1 && !found->may_repeat) refuse_with(400, "api.parameter_twice", name, {{"name", name}});
        const auto& choices = found->choices;
        if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) {
            std::string all;
            for (const auto& choice : choices) all += (all.empty() ? "" : ", ") + choice;
            refuse_with(400, "api.not_a_choice", name, {{"value", value}, {"choices", all}});
        }
    }
    for (const auto& parameter : known) {
        if (parameter.required && call.given(parameter.name) == nullptr) {
            refuse_with(400, "api.parameter_missing", parameter.name, {{"name", parameter.name}});
        }
    }
}

}  // namespace nennep::http
