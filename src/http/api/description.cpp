// What describes the API, and what tells whether the server is well.
#include "base/bytes.hpp"
#include "http/api/call.hpp"
#include "http/api/health.hpp"
#include "http/api/openapi.hpp"
#include "http/api/routes.hpp"

namespace nennep::http {
namespace {

Response kept(std::string body, std::string content_type) {
    Response response;
    response.etag = hex(bytes_of(sha256(body))).substr(0, 32);
    response.body = std::move(body);
    response.content_type = std::move(content_type);
    response.may_be_kept = true;
    return response;
}

Response description(const Call& call) {
    return kept(openapi(call.desk.catalogue, call.desk.rights, *call.desk.routes, call.desk.version),
                "application/json; charset=utf-8");
}

Response page(const Call& call) {
    return kept(reference_page(call.desk.catalogue, *call.desk.routes, call.language), "text/html; charset=utf-8");
}

// The process answers.
Response alive(const Call&) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = "ok\n";
    return response;
}

// It can do its work: the store is there, and nobody has asked it to stop.
Response ready(const Call& call) {
    const auto& health = *call.desk.health;
    const bool is_ready = health.is_ready();
    auto answer = json_answer(std::string("{\"ready\":") + (is_ready ? "true" : "false") + "}\n", is_ready ? 200 : 503);
    return answer;
}

// For who watches on the machine itself; from elsewhere it is not there.
Response metrics(const Call& call) {
    const auto& peer = call.request.peer;
    if (!peer.starts_with("127.") && peer != "::1") not_found();
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = call.desk.health->metrics();
    return response;
}

}  // namespace

std::vector<Route> description_routes() {
    return {
        {.pattern = "/openapi.json", .name = "openapi", .entry = Entry::everybody, .handle = description},
        {.pattern = "/reference",
         .name = "reference",
         .entry = Entry::everybody,
         .forms = {"text/html"},
         .handle = page},
        {.pattern = "//healthz",
         .name = "healthz",
         .entry = Entry::everybody,
         .forms = {"text/plain"},
         .handle = alive},
        {.pattern = "//readyz",
         .name = "readyz",
         .entry = Entry::everybody,
         .is_slow = true,
         .answer = "ready",
         .handle = ready},
        {.pattern = "//metrics",
         .name = "metrics",
         .entry = Entry::everybody,
         .forms = {"text/plain"},
         .handle = metrics},
    };
}

}  // namespace nennep::http
