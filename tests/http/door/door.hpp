// The door of the house in process: the gate as the server calls it, on books and accounts in memory.
#pragma once
#include <filesystem>

#include "accounts_fixture.hpp"
#include "http/api/changes.hpp"
#include "http/api/gate.hpp"
#include "http/api/health.hpp"
#include "http/api/idempotency.hpp"
#include "http/api/jobs.hpp"
#include "http/api/kept_pages.hpp"
#include "http/api/routes.hpp"
#include "main/house.hpp"
#include "service/listing.hpp"
#include "temporary_folder.hpp"
#include "town.hpp"

namespace nennep::test {

using catalogue::Grant;
using http::Method;

const catalogue::Catalogue& catalogue_of_house();
const catalogue::Rights& rights_of_house();

struct Answer {
    int status = 0;
    std::string body;           // whole, whether it came as a text, a file or a stream
    http::Fields headers;
    bool has(std::string_view part) const { return body.find(part) != std::string::npos; }
    std::string header(std::string_view name) const;
    friend bool operator==(const Answer&, const Answer&) = default;
};

// Somebody at the door, as an account describes them.
struct Caller {
    std::string name;
    std::vector<Grant> grants;
    std::string person = {};
    bool is_signed_in = true;
    std::vector<std::string> scopes = {};       // not empty: by a token with these
};

class Door {
public:
    explicit Door(service::Zone zone = service::Zone::alone);

    // A request of our own page, or of a program.
    http::Request request(const Caller& caller, Method method, const std::string& path, const std::string& body = {});
    Answer send(const http::Request& request);
    Answer call(const Caller& caller, Method method, const std::string& path, const std::string& body = {}) {
        return send(request(caller, method, path, body));
    }
    Answer get(const Caller& caller, const std::string& path) { return call(caller, Method::get, path); }
    // A new session of an account that is there, or is made. Gives the password anew, as before an export.
    void sign_in(const Caller& caller);
    void forget(const Caller& caller) { secrets_.erase(caller.name); }
    const std::string& secret(const Caller& caller);
    // Recorded by whoever works at the machine itself.
    void record(const std::vector<std::string>& more);

    // What the door could have changed: the journal's end and every row of the accounts.
    std::string all_that_is_kept();
    journal::Seq head() { return shared.read().version(); }
    std::int64_t& now_ms() { return accounts.now_ms; }

    accounts::TestAccounts accounts;
    TemporaryFolder scratch;
    std::mt19937_64 chance{11};
    service::Surroundings surroundings;
    std::unique_ptr<journal::Store> store;
    service::Books books;
    service::SharedBooks shared;
    service::SearchIndex search;
    service::Lists lists;
    http::Changes changes;
    // Called by the thread that imports, before it ends a job: a test may make it wait here.
    std::function<void()> before_result = [] {};
    http::KeptPages pages;
    http::Jobs jobs;
    http::Router router;
    http::Health health{[] { return true; }, [] { return std::string("up 1\n"); }};
    http::Desk desk;
    http::Gate gate;

private:
    std::map<std::string, std::string> secrets_;        // of sessions and tokens, by caller
};

// A member of the text of a JSON answer, as it stands there: `"total":12` → 12.
std::string member(const std::string& json, const std::string& name);
// All texts that stand under this name.
std::vector<std::string> members(const std::string& json, const std::string& name);

}  // namespace nennep::test
