#include "door.hpp"

#include <fstream>
#include <iterator>

#include "base/bytes.hpp"
#include "http/api/imports.hpp"
#include "reports/annual.hpp"

namespace nennep::test {
namespace {

constexpr std::int64_t begins_ms = 1'601'000'000'000;  // 25 September 2020
constexpr int looks_at_a_stream = 2;

std::string whole_of(http::Response& response) {
    if (response.file) {
        std::ifstream file(*response.file, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    if (!response.stream) return std::move(response.body);
    std::string all;
    for (int i = 0; i < looks_at_a_stream; ++i) all += response.stream->next().value_or("");
    return all;
}

journal::Genesis genesis() {
    journal::Genesis genesis;
    genesis.journal.fill('d');
    return genesis;
}

}  // namespace

const catalogue::Catalogue& catalogue_of_house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

const catalogue::Rights& rights_of_house() {
    static const catalogue::Rights rights = build_rights(catalogue_of_house());
    return rights;
}

std::string Answer::header(std::string_view name) const {
    for (const auto& [known, value] : headers) {
        if (known == name) return value;
    }
    return {};
}

Door::Door(service::Zone zone)
    : surroundings{[this] { return accounts.now_ms; }, [this] { return chance(); }, zone},
      store(journal::open_memory_store(genesis())),
      books(*store, catalogue_of_house(), {}),
      shared(books, surroundings),
      search(catalogue_of_house(), {"person", "organisation", "directive"}),
      lists(catalogue_of_house()),
      changes(shared),
      jobs(shared, *store, accounts->keep(), rights_of_house(), surroundings,
           [this](const service::Receipt& receipt, const service::SourceFiles& files) {
               before_result();
               return http::import_result(catalogue_of_house().texts(), receipt, files);
           }),
      router(http::all_routes()),
      desk{.catalogue = catalogue_of_house(),
           .rights = rights_of_house(),
           .books = shared,
           .accounts = *accounts.accounts,
           .search = search,
           .lists = lists,
           .jobs = jobs,
           .changes = changes,
           .pages = pages,
           .annual_report = reports::annual,
           .surroundings = surroundings,
           .version = "test",
           .routes = &router.routes(),
           .health = &health,
           .scratch = scratch.path()},
      gate(desk, router) {
    accounts.now_ms = begins_ms;
    record(lines());
    accounts.now_ms += 60'000;
}

void Door::record(const std::vector<std::string>& more) {
    const std::vector<std::string_view> views(more.begin(), more.end());
    const auto receipt = shared.record("tester", views, {});
    for (const auto& objection : receipt.objections) {
        ADD_FAILURE() << more[objection.line] << "\n  " << objection.refusal.code << " "
                      << objection.refusal.field;
    }
}

void Door::sign_in(const Caller& caller) {
    if (!accounts->find(caller.name)) accounts.add(caller.name, caller.grants, caller.person);
    const bool administers =
        std::any_of(caller.grants.begin(), caller.grants.end(),
                    [](const Grant& grant) { return grant.role == accounts::administrator; });
    if (!caller.scopes.empty()) {
        const auto made =
            accounts->make_token(accounts.machine, caller.name,
                                 {.label = "test", .scopes = caller.scopes, .grants = {}});
        if (!made) throw std::runtime_error(caller.name + ": " + made.error().code);
        secrets_[caller.name] = made->secret;
    } else if (administers) {
        if (!accounts.seeds.contains(caller.name)) accounts.add_second_factor(caller.name);
        secrets_[caller.name] =
            accounts.sign_in(caller.name).secret;  // the clock goes on by half a minute
    } else {
        const auto in = accounts->sign_in(caller.name, accounts::good_password, "", "10.0.0.1");
        if (!in) throw std::runtime_error(caller.name + ": " + in.error().code);
        secrets_[caller.name] = in->secret;
    }
}

const std::string& Door::secret(const Caller& caller) {
    if (!secrets_.contains(caller.name)) sign_in(caller);
    return secrets_[caller.name];
}

http::Request Door::request(const Caller& caller, Method method, const std::string& path,
                            const std::string& body) {
    http::Request request;
    request.method = method;
    request.target =
        path.starts_with("//") ? path.substr(1) : std::string(http::Router::prefix) + path;
    const auto question = std::min(request.target.find('?'), request.target.size());
    request.path = request.target.substr(0, question);
    for (auto rest = std::string_view(request.target).substr(question); !rest.empty();) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('&'), rest.size());
        const auto pair = rest.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        request.query.emplace_back(
            http::unescaped(pair.substr(0, equals), true).value(),
            http::unescaped(pair.substr(std::min(equals + 1, pair.size())), true).value());
        rest.remove_prefix(end);
    }
    request.headers = {{"host", "nennep.test"}, {"accept-language", "en"}};
    if (method != Method::get) {
        request.headers.emplace_back("x-nennep", "1");
        request.headers.emplace_back("sec-fetch-site", "same-origin");
        request.headers.emplace_back("origin", "https://nennep.test");
    }
    if (!body.empty()) {
        const auto* route = router.find(method, request.path).route;
        const bool is_upload = route != nullptr && route->takes_upload;
        request.headers.emplace_back("content-type",
                                     is_upload ? "application/x-ndjson" : "application/json");
    }
    request.body = body;
    request.peer = "10.0.0.1";
    request.is_secure = true;
    if (!caller.is_signed_in) return request;
    if (caller.scopes.empty())
        request.headers.emplace_back("cookie", "__Host-nennep=" + secret(caller));
    else
        request.headers.emplace_back("authorization", "Bearer " + secret(caller));
    return request;
}

Answer Door::send(const http::Request& request) {
    auto response = gate.handle(request);
    Answer answer{response.status, {}, response.headers};
    answer.body = whole_of(response);
    // Nobody is sent elsewhere, and no page of another origin may read an answer.
    EXPECT_TRUE(answer.status < 300 || answer.status == 304 || answer.status >= 400) << request.target;
    EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "") << request.target;
    return answer;
}

std::string Door::all_that_is_kept() {
    std::string all = hex(bytes_of(store->head().link));
    for (int shelf = 1; shelf <= 9; ++shelf) {
        accounts.keep->read(
            static_cast<accounts::Shelf>(shelf), [&](std::string_view key, std::string_view bytes) {
                all += "\n" + std::to_string(shelf) + " " + std::string(key) + " " + hex(bytes);
            });
    }
    return all;
}

std::string member(const std::string& json, const std::string& name) {
    const auto all = members(json, name);
    return all.empty() ? std::string() : all.front();
}

std::vector<std::string> members(const std::string& json, const std::string& name) {
    std::vector<std::string> all;
    const auto wanted = "\"" + name + "\":";
    for (auto at = json.find(wanted); at != std::string::npos; at = json.find(wanted, at + 1)) {
        const auto begin = at + wanted.size();
        if (json[begin] == '"')
            all.push_back(json.substr(begin + 1, json.find('"', begin + 1) - begin - 1));
        else
            all.push_back(json.substr(begin, json.find_first_of(",}]\n", begin) - begin));
    }
    return all;
}

}  // namespace nennep::test
