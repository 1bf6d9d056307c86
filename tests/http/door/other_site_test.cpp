// What another site makes a browser send (S7): every route that changes something, by every way in
// which such a request can come, and nothing of it is taken. And reading changes nothing.
#include "matrix.hpp"

namespace nennep::test {
namespace {

bool changes_state(Method method) { return method != Method::get && method != Method::head; }

// An address of a route, for what is there and seen by the office of CQ; empty: nobody knows how.
std::string address_of(const http::Route& route, const std::string& session) {
    auto path = route.pattern;
    const std::map<std::string, std::string> kinds{{"people", "person"},
                                                   {"classes", "class"},
                                                   {"meetings", "meeting"},
                                                   {"directives", "directive"},
                                                   {"inspections", "inspection"},
                                                   {"activities", "activity"},
                                                   {"mass_organisations", "mass_organisation"},
                                                   {"targets", "target"},
                                                   {"congresses", "congress"},
                                                   {"committees", "committee"},
                                                   {"organisations", "organisation"}};
    const auto first = path.substr(1, path.find('/', 1) - 1);
    const auto put = [&](const std::string& part, const std::string& value) {
        if (const auto at = path.find(part); at != std::string::npos)
            path.replace(at, part.size(), value);
    };
    if (kinds.contains(first)) put("{key}", key_at(kinds.at(first), "CB-1"));
    put("{name}", first == "figures" ? "members.total" : "office@CB-1");
    put("{id}", first == "sessions" ? session : "1");
    const std::map<std::string, std::string> values{
        {"org", "CQ"},      {"year", "2020"},           {"q", "tran"},
        {"rows", "gender"}, {"subject_type", "person"}, {"key", "p-CB-1"}};
    char before = '?';
    for (const auto& parameter : route.query) {
        const bool is_period = parameter.name == "year" && route.pattern.starts_with("/figures/");
        if (!parameter.required && !is_period) continue;
        if (!values.contains(parameter.name)) return {};
        path += before + parameter.name + "=" + values.at(parameter.name);
        before = '&';
    }
    return path.find('{') == std::string::npos ? path : std::string();
}

class OtherSite : public testing::Test {
protected:
    // With the cookie of the victim, and no other header than the host.
    http::Request forged(const Caller& victim, const http::Route& route, const std::string& body) {
        auto request = door.request(victim, route.method, address_of(route, session_), body);
        std::erase_if(request.headers, [](const auto& header) {
            return header.first != "cookie" && header.first != "host";
        });
        return request;
    }
    std::vector<const http::Route*> changing() {
        std::vector<const http::Route*> found;
        for (const auto& route : door.router.routes()) {
            if (changes_state(route.method)) found.push_back(&route);
        }
        return found;
    }
    void SetUp() override {
        door.secret(office_);
        door.secret(caller("office@CB-1"));
        session_ = std::to_string(
            door.accounts->sessions(door.accounts->find(office_.name)->number).front().number);
    }
    Door door;
    const Caller& office_ = caller("office@CQ");
    std::string session_;
};

TEST_F(OtherSite, NothingIsTaken) {
    struct Attack {
        const char* name;
        http::Fields headers;
    };
    const http::Fields::value_type own_header{"x-nennep", "1"},
        json{"content-type", "application/json"};
    const std::vector<Attack> attacks{
        {"cross-site", {{"sec-fetch-site", "cross-site"}, {"origin", "https://evil.test"}, json}},
        {"cross-site with our header",
         {{"sec-fetch-site", "cross-site"}, {"origin", "https://evil.test"}, own_header, json}},
        {"cross-site, no origin", {{"sec-fetch-site", "cross-site"}, own_header, json}},
        {"another port",
         {{"sec-fetch-site", "same-site"},
          {"origin", "https://nennep.test:8443"},
          own_header,
          json}},
        {"another port, old browser", {{"origin", "https://nennep.test:8443"}, own_header, json}},
        {"below us",
         {{"sec-fetch-site", "same-site"}, {"origin", "https://a.nennep.test"}, own_header, json}},
        {"longer than us", {{"origin", "https://nennep.test.evil.test"}, own_header, json}},
        {"without TLS", {{"origin", "http://nennep.test"}, own_header, json}},
        {"null origin", {{"origin", "null"}, own_header, json}},
        {"empty scheme", {{"origin", "nennep.test"}, own_header, json}},
        {"typed by the user", {{"sec-fetch-site", "none"}, own_header, json}},
        {"no Fetch-Metadata", {json}},
        {"text/plain form", {{"sec-fetch-site", "cross-site"}, {"content-type", "text/plain"}}},
        {"text/plain form, old browser", {{"content-type", "text/plain"}}},
        {"urlencoded form", {{"content-type", "application/x-www-form-urlencoded"}}},
        {"multipart form", {{"content-type", "multipart/form-data; boundary=x"}}},
        {"our own origin without the header",
         {{"sec-fetch-site", "same-origin"}, {"origin", "https://nennep.test"}, json}},
        {"an empty header", {{"x-nennep", ""}, json}}};
    const auto before = door.all_that_is_kept();
    std::size_t cells = 0;
    for (const auto* route : changing()) {
        ASSERT_NE(address_of(*route, session_), "") << route->name;
        for (const auto& attack : attacks) {
            for (const std::string body :
                 {"", "{}", "{\"name\":\"office@CQ\",\"reason\":\"x\",\"label\":\"x\"}"}) {
                auto request = forged(office_, *route, body);
                request.headers.insert(request.headers.end(), attack.headers.begin(),
                                       attack.headers.end());
                const auto answer = door.send(request);
                EXPECT_EQ(answer.status, 403)
                    << route->name << ", " << attack.name << " " << answer.body;
                EXPECT_TRUE(answer.has("api.other_site") || answer.status != 403)
                    << route->name << " " << answer.body;
                ++cells;
            }
        }
    }
    EXPECT_EQ(door.all_that_is_kept(), before);
    std::cout << "forged requests " << cells << ", taken 0\n";
}

// Even from our own page, what is no JSON is not read as if it were.
TEST_F(OtherSite, ABodyIsWhatItsTypeSays) {
    const auto before = door.all_that_is_kept();
    for (const auto* route : changing()) {
        for (const std::string type :
             {"", "text/plain", "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x", "text/html", "application/jsonx",
              "application/xml", "application/json-patch+json"}) {
            if (route->takes_upload && type == "text/plain") continue;
            auto request = door.request(office_, route->method, address_of(*route, session_), "{}");
            for (auto& [name, value] : request.headers) {
                if (name == "content-type") value = type;
            }
            const auto answer = door.send(request);
            EXPECT_TRUE(answer.status == 415 || answer.status == 403)
                << route->name << " " << type << " " << answer.status;
        }
    }
    EXPECT_EQ(door.all_that_is_kept(), before);
    auto request = door.request(office_, Method::post, "/events?check=1", "[]");
    for (auto& [name, value] : request.headers) {
        if (name == "content-type") value = "Application/JSON; charset=utf-8";
    }
    EXPECT_NE(door.send(request).status, 415);
}

TEST_F(OtherSite, ReadingChangesNothing) {
    std::size_t read = 0;
    for (const auto& one : {office_, caller("auditor@DUK"), caller("self"), caller("house")}) {
        door.secret(one);
        const auto before = door.all_that_is_kept();
        for (const auto& route : door.router.routes()) {
            if (changes_state(route.method)) continue;
            const auto path = address_of(route, session_);
            ASSERT_NE(path, "") << route.name;
            for (const auto method : {Method::get, Method::head}) {
                const auto answer = door.call(one, method, path);
                EXPECT_TRUE(answer.status < 500 && answer.status != 400 && answer.status != 405)
                    << route.name << " " << answer.status << " " << answer.body;
                if (answer.status == 200) ++read;
            }
        }
        EXPECT_EQ(door.all_that_is_kept(), before) << one.name;
    }
    std::cout << "read " << read << "\n";
}

// A program has no cookie that a browser could send for it, and needs no header.
TEST_F(OtherSite, AProgramNeedsNoHeader) {
    auto request = door.request(
        caller("program"), Method::post, "/events?check=1",
        line("meeting.held", "new-1", "2020-06-01",
             "\"organisation\":\"CB-1\",\"kind\":\"regular\",\"present\":5,\"absent_excused\":0,"
             "\"absent_unexcused\":0"));
    std::erase_if(request.headers, [](const auto& header) {
        return header.first == "x-nennep" || header.first.starts_with("sec-") ||
               header.first == "origin";
    });
    EXPECT_EQ(door.send(request).status, 200);
    // With a token that is nobody's, a cookie beside it counts for nothing.
    for (auto& [name, value] : request.headers) {
        if (name == "authorization") value = "Bearer nobody";
    }
    request.headers.emplace_back("cookie", "__Host-nennep=" + door.secret(office_));
    EXPECT_EQ(door.send(request).status, 401);
}

}  // namespace
}  // namespace nennep::test
