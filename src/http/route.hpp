// The table of routes. A route that is not in it does not exist; what is in it is described whole, so
// that the OpenAPI file, the reference page and the matrix of rights are all drawn from it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/message.hpp"

namespace nennep::http {

struct Call;        // a request with who asks and the books it is about (http/api/call.hpp)

struct Parameter {
    enum class Kind : std::uint8_t { text, day, moment, whole_number, year, choice, organisation };
    std::string name = {};      // its text stands under `api.parameter.<name>`
    Kind kind = Kind::text;
    bool required = false;
    std::vector<std::string> choices = {};
    bool may_repeat = false;
};

// Who may call a route at all. What they then see or may record is decided by rights, subject by subject.
enum class Entry : std::uint8_t {
    everybody,      // no sign-in: sign-in itself, health, the API's description
    signed_in
};

struct Route {
    Method method = Method::get;
    std::string pattern = {};        // below /api/v1 unless it begins with //: "/people/{key}"; "//healthz"
    std::string name = {};      // operationId; its text stands under `api.route.<name>`
    std::vector<Parameter> query = {};
    Entry entry = Entry::signed_in;
    // The right without which the route answers 403 (or 404 where `hides`); empty: none is needed.
    std::string right = {};
    bool is_slow = false;       // waits for the disk or computes for long
    bool takes_upload = false;
    std::string body = {};           // schema of the body, by its name in http/schemas; empty: takes none
    std::string answer = {};         // schema of the answer where all went well, or "" for other forms
    std::vector<std::string> forms = {"application/json"};
    std::function<Response(const Call&)> handle = {};
    int success = 200;
    std::vector<int> other_successes = {};      // with the same answer: nothing was new, or it waits
    std::string scope = "read";     // that a token needs: read, record, import
    bool takes_filters = false;     // parameters that are named by what is filtered
    // A body for generated tries, valid JSON; empty where the schema is enough.
    std::string example = {};
};

class Router {
public:
    explicit Router(std::vector<Route> routes);

    struct Match {
        const Route* route = nullptr;
        Fields path;                    // {"key", "HS-0901"}, decoded
        std::vector<Method> others;     // without a route: where the path exists with other methods
    };
    // `path` as it came, still escaped. HEAD finds what GET would.
    Match find(Method method, std::string_view path) const;
    const std::vector<Route>& routes() const { return routes_; }

    static constexpr std::string_view prefix = "/api/v1";

private:
    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> parts_;       // of each pattern
    std::vector<std::vector<std::size_t>> by_size_;     // those of as many parts
};

}  // namespace nennep::http
