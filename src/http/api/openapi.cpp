#include "http/api/openapi.hpp"

#include <map>

#include "http/api/both.hpp"

namespace nennep::embedded {
extern const std::string_view api_schemas;
}

namespace nennep::http {
namespace {

using catalogue::Catalogue;
using catalogue::EventType;

std::string enumerated(const std::vector<std::string>& values) {
    std::string out = "{\"type\":\"string\",\"enum\":[";
    for (const auto& value : values) out += (out.back() == '[' ? "" : ",") + json_quoted(value);
    return out + "]}";
}

std::string schema_of(const Parameter& parameter) {
    if (!parameter.choices.empty()) return enumerated(parameter.choices);
    switch (parameter.kind) {
        case Parameter::Kind::day: return R"({"type":"string","format":"date"})";
        case Parameter::Kind::moment: return R"({"type":"string","examples":["2021-01-20T17:00"]})";
        case Parameter::Kind::year: return R"({"type":"integer","minimum":1930,"maximum":2200})";
        case Parameter::Kind::whole_number: return R"({"type":"integer","minimum":0})";
        default: return R"({"type":"string"})";
    }
}

// How a kind of value is written (docs/import.md).
std::string schema_of(const catalogue::Field& field, const Catalogue& catalogue) {
    static const std::map<std::string_view, std::string_view> kinds{
        {"date", R"("type":"string","format":"date")"},
        {"month", R"("type":"string","pattern":"^[0-9]{4}-[0-9]{2}$")"},
        {"yes_no", R"("type":"boolean")"},
        {"whole_number", R"("type":"integer")"},
        {"vnd", R"("type":"integer","description":"đồng")"},
        {"points", R"("type":"number")"},
        {"number", R"("type":"number")"},
        {"year_or_date", R"("type":["string","integer"])"},
        {"people", R"("type":"array","items":{"type":"string"})"},
        {"seats",
         R"("type":"array","items":{"type":"object","required":["person","position"],"properties":{"person":{"type":"string"},"position":{"type":"string"}}})"},
    };
    const auto& texts = catalogue.texts();
    std::string out = "{";
    if (const auto* choices = field.kind->choices) {
        out += "\"type\":\"string\",\"enum\":[";
        for (const auto code : choices->codes) out += (out.back() == '[' ? "" : ",") + json_quoted(code);
        out += "],\"x-labels\":{";
        for (const auto code : choices->codes) {
            out += (out.back() == '{' ? "" : ",") + json_quoted(code) + ":" + in_both(texts, *choices, code);
        }
        out += "}";
    } else {
        const auto known = kinds.find(field.kind->name);
        out += known == kinds.end() ? std::string_view(R"("type":"string")") : known->second;
    }
    out += ",\"x-kind\":" + json_quoted(field.kind->name) + ",\"x-label\":" + in_both(texts, "field." + field.name);
    return out + "}";
}

std::string schema_of(const EventType& type, const Catalogue& catalogue, const catalogue::Rights& rights) {
    const auto& texts = catalogue.texts();
    std::string properties;
    std::string required;
    for (const auto& field : type.fields) {
        properties += (properties.empty() ? "" : ",") + json_quoted(field.name) + ":" + schema_of(field, catalogue);
        if (field.required()) required += (required.empty() ? "" : ",") + json_quoted(field.name);
    }
    return "{\"type\":\"object\",\"title\":" + json_quoted(texts.get("event." + type.name, Language::vi)) +
           ",\"x-label\":" + in_both(texts, "event." + type.name) + ",\"x-subject\":" + json_quoted(type.subject_type) +
           ",\"x-opens\":" + (type.opens ? "true" : "false") +
           ",\"x-needs-two\":" + (rights.needs_two(type.name) ? "true" : "false") +
           ",\"required\":[\"type\",\"subject\",\"effective_on\"" + (required.empty() ? "" : ",\"data\"") +
           "],\"properties\":{\"type\":{\"const\":" + json_quoted(type.name) +
           "},\"subject\":{\"type\":\"string\"},\"effective_on\":{\"type\":\"string\",\"format\":\"date\"},"
           "\"id\":{\"type\":\"string\"},\"authority\":{\"$ref\":\"#/components/schemas/authority\"},"
           "\"data\":{\"type\":\"object\",\"additionalProperties\":false,\"required\":[" + required +
           "],\"properties\":{" + properties + "}}},\"additionalProperties\":false}";
}

std::string success(const Route& route, int status) {
    auto out = "\"" + std::to_string(status) + "\":{\"description\":\"OK\"";
    constexpr int without_content = 204;
    if (status == without_content) return out + "}";
    out += ",\"content\":{";
    for (const auto& form : route.forms) {
        const bool is_described = form == "application/json" && !route.answer.empty();
        out += (out.back() == '{' ? "" : ",") + json_quoted(form) + ":{\"schema\":" +
               (is_described ? "{\"$ref\":\"#/components/schemas/" + route.answer + "\"}" : "{}") + "}";
    }
    return out + "}}";
}

std::string operation(const Catalogue& catalogue, const Route& route) {
    const auto& texts = catalogue.texts();
    const auto key = "api.route." + route.name;
    std::string out = "{\"operationId\":" + json_quoted(route.name) + ",\"summary\":" +
                      json_quoted(texts.get(key, Language::en)) + ",\"x-label\":" + in_both(texts, key);
    if (!route.right.empty()) out += ",\"x-right\":" + json_quoted(route.right);
    if (route.entry == Entry::everybody) out += ",\"security\":[]";
    out += ",\"x-scope\":" + json_quoted(route.scope) + ",\"parameters\":[";
    for (std::size_t at = route.pattern.find('{'); at != std::string::npos; at = route.pattern.find('{', at + 1)) {
        const auto end = route.pattern.find('}', at);
        out += (out.back() == '[' ? "" : ",") + std::string("{\"in\":\"path\",\"required\":true,\"name\":") +
               json_quoted(route.pattern.substr(at + 1, end - at - 1)) + ",\"schema\":{\"type\":\"string\"}}";
    }
    for (const auto& parameter : route.query) {
        auto schema = schema_of(parameter);
        if (parameter.may_repeat) schema = "{\"type\":\"array\",\"items\":" + schema + "}";
        out += (out.back() == '[' ? "" : ",") + std::string("{\"in\":\"query\",\"name\":") +
               json_quoted(parameter.name) + ",\"required\":" + (parameter.required ? "true" : "false") +
               ",\"description\":" + json_quoted(texts.get("api.parameter." + parameter.name, Language::en)) +
               ",\"schema\":" + schema + "}";
    }
    if (route.takes_filters) {
        out += std::string(out.back() == '[' ? "" : ",") + R"({"in":"query","name":"filters","required":false,"description":)" +
               json_quoted(texts.get("api.parameter.filters", Language::en)) +
               R"(,"style":"form","explode":true,"schema":{"type":"object","additionalProperties":{"type":"string"}}})";
    }
    out += "]";
    if (!route.body.empty()) {
        const bool is_json = !route.takes_upload;
        out += ",\"requestBody\":{\"required\":true,\"content\":{" +
               std::string(is_json ? "\"application/json\"" : "\"application/x-ndjson\"") +
               ":{\"schema\":{\"$ref\":\"#/components/schemas/" + route.body + "\"}" +
               (route.example.empty() ? "" : ",\"example\":" + route.example) + "}}}";
    }
    out += ",\"responses\":{" + success(route, route.success);
    for (const auto status : route.other_successes) out += "," + success(route, status);
    return out + ",\"default\":{\"$ref\":\"#/components/responses/problem\"}}}";
}

}  // namespace

std::string openapi(const Catalogue& catalogue, const catalogue::Rights& rights, const std::vector<Route>& routes,
                    const std::string& version) {
    const auto& texts = catalogue.texts();
    std::map<std::string, std::string> paths;
    for (const auto& route : routes) {
        const auto path = route.pattern.starts_with("//") ? route.pattern.substr(1)
                                                          : std::string(Router::prefix) + route.pattern;
        auto& operations = paths[path];
        operations += (operations.empty() ? "" : ",") + json_quoted(in_small_letters(name_of(route.method))) + ":" +
                      operation(catalogue, route);
    }
    std::string out = "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Nền Nếp\",\"version\":" + json_quoted(version) +
                      "},\"servers\":[{\"url\":\"/\"}],\"security\":[{\"bearer\":[]},{\"session\":[]}],\n\"paths\":{";
    for (const auto& [path, operations] : paths) {
        out += (out.back() == '{' ? "\n" : ",\n") + json_quoted(path) + ":{" + operations + "}";
    }
    out += "},\n\"components\":{\"securitySchemes\":{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"},"
           "\"session\":{\"type\":\"apiKey\",\"in\":\"cookie\",\"name\":\"__Host-nennep\"}},\n"
           "\"responses\":{\"problem\":{\"description\":\"RFC 9457\",\"content\":{\"application/problem+json\":"
           "{\"schema\":{\"$ref\":\"#/components/schemas/problem\"}}}}},\n\"schemas\":{";
    // What is written by hand is the inside of one object.
    auto hand = embedded::api_schemas;
    hand.remove_prefix(hand.find('{') + 1);
    hand.remove_suffix(hand.size() - hand.rfind('}'));
    out += hand;
    std::string one_of;
    for (const auto& type : catalogue.events()) {
        out += ",\n\"event." + type.name + "\":" + schema_of(type, catalogue, rights);
        one_of += "{\"$ref\":\"#/components/schemas/event." + type.name + "\"},";
    }
    out += ",\n\"event\":{\"oneOf\":[" + one_of +
           "{\"$ref\":\"#/components/schemas/event.voided\"}]}}},\n\"x-figures\":[";
    for (const auto& figure : catalogue.figures()) {
        out += (out.back() == '[' ? "{" : ",{") + figure_name_fields(catalogue, figure) + "}";
    }
    out += "],\n\"x-refusals\":{";
    constexpr std::string_view prefix = "refusal.";
    for (const auto& key : texts.keys()) {
        if (!key.starts_with(prefix)) continue;
        out += (out.back() == '{' ? "" : ",") + json_quoted(key.substr(prefix.size())) + ":" + in_both(texts, key);
    }
    return out + "}}\n";
}

namespace {

std::string html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

}  // namespace

std::string reference_page(const Catalogue& catalogue, const std::vector<Route>& routes, Language language) {
    const auto& texts = catalogue.texts();
    const auto say = [&](const std::string& key) { return html(texts.get(key, language)); };
    std::string out = "<!doctype html>\n<html lang=\"" + std::string(language == Language::vi ? "vi" : "en") +
                      "\"><meta charset=\"utf-8\"><title>Nền Nếp: API</title>\n<h1>" + say("api.page.title") +
                      "</h1>\n<p>" + say("api.page.about") + " <a href=\"openapi.json\">openapi.json</a></p>\n<h2>" +
                      say("api.page.routes") + "</h2>\n<table border=\"1\">\n";
    for (const auto& route : routes) {
        out += "<tr id=\"" + html(route.name) + "\"><td><code>" + std::string(name_of(route.method)) + " " +
               html(route.pattern.starts_with("//") ? route.pattern.substr(1)
                                                    : std::string(Router::prefix) + route.pattern) +
               "</code><td>" + say("api.route." + route.name) + "<td>";
        for (const auto& parameter : route.query) {
            out += "<code>" + html(parameter.name) + (parameter.required ? "" : "?") + "</code> " +
                   say("api.parameter." + parameter.name) + "<br>";
        }
        out += "<td>" + (route.right.empty() ? "" : "<code>" + html(route.right) + "</code>") + "</tr>\n";
    }
    out += "</table>\n<h2>" + say("api.page.events") + "</h2>\n<table border=\"1\">\n";
    for (const auto& type : catalogue.events()) {
        out += "<tr id=\"event." + html(type.name) + "\"><td><code>" + html(type.name) + "</code><td>" +
               say("event." + type.name) + "<td>";
        for (const auto& field : type.fields) {
            out += "<code>" + html(field.name) + (field.required() ? "" : "?") + "</code> " +
                   say("field." + field.name) + " (" + html(field.kind->name) + ")<br>";
        }
        out += "</tr>\n";
    }
    out += "</table>\n<h2>" + say("api.page.refusals") + "</h2>\n<table border=\"1\">\n";
    constexpr std::string_view prefix = "refusal.";
    for (const auto& key : texts.keys()) {
        if (!key.starts_with(prefix)) continue;
        out += "<tr id=\"" + html(key.substr(prefix.size())) + "\"><td><code>" + html(key.substr(prefix.size())) +
               "</code><td>" + say(key) + "</tr>\n";
    }
    return out + "</table>\n</html>\n";
}

}  // namespace nennep::http
