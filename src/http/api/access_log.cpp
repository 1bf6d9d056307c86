#include "http/api/access_log.hpp"

#include <charconv>
#include <unordered_set>

#include "http/api/session.hpp"
#include "http/api/subjects.hpp"

namespace nennep::http {
namespace {

using accounts::Look;
using accounts::LookQuery;

constexpr std::string_view reading_it = "read.access_log";
constexpr int most_lines = 500;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t viet_nam_ms = 7LL * 60 * 60 * 1000;      // ahead of UTC, all year

std::int64_t begin_of(Day day) { return day.number() * day_ms - viet_nam_ms; }

std::string given_or_empty(const Call& call, std::string_view name) {
    const auto* text = call.given(name);
    return text == nullptr ? std::string() : composed(*text);
}

// What every list of the log can be asked.
LookQuery query_of(const Call& call) {
    LookQuery query;
    query.who = given_or_empty(call, "who");
    query.act = given_or_empty(call, "act");
    if (const auto from = call.day("from")) query.from_ms = begin_of(*from);
    if (const auto to = call.day("to")) query.to_ms = begin_of(to->plus_days(1)) - 1;
    const auto limit = call.number("limit").value_or(100);
    if (limit < 1 || limit > most_lines) {
        bad_request("api.limit", "limit", {{"most", std::to_string(most_lines)}, {"value", std::to_string(limit)}});
    }
    query.most = static_cast<std::size_t>(limit);
    if (const auto* cursor = call.given("cursor")) {
        const auto* end = cursor->data() + cursor->size();
        const auto [stopped, error] = std::from_chars(cursor->data(), end, query.before);
        if (error != std::errc{} || stopped != end || query.before == 0) bad_request("api.bad_cursor", "cursor");
    }
    return query;
}

// One page of those lines that may be shown; the log is read on until it is full.
Response page(const Call& call, LookQuery query, bool with_peer, const std::function<bool(const Look&)>& may_show) {
    const auto wanted = query.most;
    std::vector<Look> shown;
    bool is_at_the_end = false;
    query.most = wanted + 1;
    while (shown.size() <= wanted && !is_at_the_end) {
        const auto lines = call.desk.accounts.log().find(query);
        is_at_the_end = lines.size() < query.most;
        for (const auto& line : lines) {
            if (shown.size() <= wanted && may_show(line)) shown.push_back(line);
        }
        if (!lines.empty()) query.before = lines.back().seq;
        query.most = 2000;
    }
    const bool goes_on = shown.size() > wanted;
    if (goes_on) shown.pop_back();
    std::string out = "{\"looks\":[";
    for (const auto& look : shown) {
        out += (out.back() == '[' ? "\n{\"seq\":" : ",\n{\"seq\":") + std::to_string(look.seq) + ",\"at\":" +
               moment_json(look.at_ms) + ",\"who\":" + json_quoted(look.who) + ",\"act\":" + json_quoted(look.act) +
               ",\"subject_type\":" + json_quoted(look.subject_type) + ",\"subject\":" + json_quoted(look.subject) +
               ",\"organisation\":" + json_quoted(look.organisation) + ",\"detail\":" + json_quoted(look.detail);
        if (with_peer) out += ",\"peer\":" + json_quoted(look.peer);
        out += "}";
    }
    out += "],\"next\":";
    out += goes_on ? "\"" + std::to_string(shown.back().seq) + "\"" : "null";
    return json_answer(out + "}\n");
}

// Lines about what belongs to no organisation (signing in, accounts) are for who reads the log of all.
Response whole_log(const Call& call) {
    auto query = query_of(call);
    query.subject_type = given_or_empty(call, "subject_type");
    query.subject = given_or_empty(call, "key");
    bool sees_all = false;
    std::unordered_set<std::string> places;     // noted now: nobody waits for the books while the log is read
    {
        const auto reading = call.desk.books.read();
        const auto permission = call.desk.permission(*call.who, reading.world(), call.today());
        const auto root = permission.root();
        sees_all = root != world::nowhere && permission.may_throughout(reading_it, root);
        const auto& directory = reading.world().directory;
        for (const auto organisation : directory.ranked(call.desk.catalogue.organisations())) {
            const auto& known = directory[organisation];
            if (!sees_all && permission.may(reading_it, known.rank)) places.insert(known.key);
        }
    }
    call.look("read", "access_log", "", "", query.subject.empty() ? "" : query.subject_type + "/" + query.subject);
    return page(call, std::move(query), true, [&](const Look& look) {
        return sees_all || places.contains(look.organisation);
    });
}

// Who has looked at this file: for the member, and for who reads the log where the member belongs.
Response looks_at(const Call& call) {
    auto query = query_of(call);
    bool is_self = false;
    {
        const Desktop desk(call);
        const auto person = desk.subject("person", call.path_part("key"));
        is_self = desk.may().is_self(person);
        if (!is_self && !desk.may().may(reading_it, desk.may().seat(person))) forbidden(reading_it);
        query.subject_type = "person";
        query.subject = desk.world().directory[person].key;
    }
    return page(call, std::move(query), !is_self, [](const Look&) { return true; });
}

std::vector<Parameter> parameters(bool of_all) {
    std::vector<Parameter> all;
    const auto add = [&all](std::string name, Parameter::Kind kind) {
        all.push_back({std::move(name), kind, false, {}, false});
    };
    add("who", Parameter::Kind::text);
    add("act", Parameter::Kind::text);
    if (of_all) {
        add("subject_type", Parameter::Kind::text);
        add("key", Parameter::Kind::text);
    }
    add("from", Parameter::Kind::day);
    add("to", Parameter::Kind::day);
    add("limit", Parameter::Kind::whole_number);
    add("cursor", Parameter::Kind::text);
    return all;
}

Route about_looks(std::string pattern, std::string name, bool of_all, Response (*handle)(const Call&)) {
    Route route;
    route.pattern = std::move(pattern);
    route.name = std::move(name);
    route.query = parameters(of_all);
    if (of_all) route.right = reading_it;
    route.is_slow = true;
    route.answer = "looks";
    route.handle = handle;
    return route;
}

}  // namespace

std::vector<Route> access_log_routes() {
    return {about_looks("/access-log", "access_log.all", true, whole_log),
            about_looks("/people/{key}/looks", "access_log.of_person", false, looks_at)};
}

}  // namespace nennep::http
