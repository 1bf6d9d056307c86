#include "http/api/kept.hpp"

#include "accounts/kept.hpp"
#include "http/api/body.hpp"
#include "http/api/session.hpp"

namespace nennep::http {
namespace {

Response all(const Call& call) {
    std::string out = "{\"kept\":{";
    for (const auto& [name, json] : accounts::kept_of(call.desk.accounts.keep(), call.who->account)) {
        out += (out.back() == '{' ? "\n" : ",\n") + json_quoted(name) + ":" + json;
    }
    return json_answer(out + "}}\n");
}

Response put(const Call& call, std::string json) {
    auto& keep = call.desk.accounts.keep();
    if (const auto refused = accounts::keep_for(keep, call.who->account, call.path_part("name"), std::move(json))) {
        refuse(*refused);
    }
    return nothing_to_say();
}

Response keep(const Call& call) {
    Body body(call.request.body);
    auto json = body.json("value");
    body.finish();
    return put(call, std::move(json));
}

// Whether there was one or not: then it is there no more.
Response forget(const Call& call) { return put(call, {}); }

}  // namespace

std::vector<Route> kept_routes() {
    return {
        {.pattern = "/session/kept", .name = "kept.all", .answer = "kept", .handle = all,
         .scope = std::string(own_account)},
        {.method = Method::put, .pattern = "/session/kept/{name}", .name = "kept.put", .is_slow = true,
         .body = "kept_value", .handle = keep, .success = 204, .scope = std::string(own_account),
         .example = R"({"value":["seat","status"]})"},
        {.method = Method::del, .pattern = "/session/kept/{name}", .name = "kept.forget", .is_slow = true,
         .handle = forget, .success = 204, .scope = std::string(own_account)},
    };
}

}  // namespace nennep::http
