// Acts of two persons at the door, and who can see a file: handlers called as the gate calls them.
#include "accounts_fixture.hpp"
#include "http/api/call.hpp"
#include "http/api/changes.hpp"
#include "http/api/jobs.hpp"
#include "http/api/kept_pages.hpp"
#include "http/api/routes.hpp"
#include "http/api/waiting.hpp"
#include "permission_fixture.hpp"
#include "service/history.hpp"
#include "service/listing.hpp"

namespace nennep::test {
namespace {

using http::Method;

struct Answer {
    int status = 0;
    std::string body;
    bool has(std::string_view part) const { return body.find(part) != std::string::npos; }
};

class Door : public Committees {
protected:
    Door() {
        books_.now_ms = accounts_.now_ms = 1'590'969'600'000;       // 1 June 2020
        record({event("person.registered", "n1", "2020-05-02",
                      "\"full_name\":\"Ngô Văn Út\",\"gender\":\"male\",\"birth_date\":\"1995-01-01\","
                      "\"organisation\":\"CB-1\"")});
        accounts_.add("lan", {{.role = "office", .organisation = "CQ"}}, "p1");
        accounts_.add("lan-2", {{.role = "office", .organisation = "CQ"}}, "p1");
        accounts_.add("binh", {{.role = "secretary", .organisation = "DUK"}}, "p4");
        accounts_.add("khoa", {{.role = "office", .organisation = "DN"}});
        accounts_.add("son", {{.role = "inspection", .organisation = "CQ"}});
        accounts_.add("tu", {{.role = "member", .organisation = "CB-1"}}, "n1");
    }

    // As the gate hands it over, with 403, 404 and 422 as a problem.
    Answer call(const std::string& name, Method method, const std::string& path, const std::string& body = {}) {
        http::Request request;
        request.method = method;
        request.target = std::string(http::Router::prefix) + path;
        request.path = request.target.substr(0, request.target.find('?'));
        if (const auto query = path.find('?'); query != std::string::npos) {
            const auto parameter = path.substr(query + 1);
            const auto equals = parameter.find('=');
            request.query.emplace_back(parameter.substr(0, equals), parameter.substr(equals + 1));
        }
        request.body = body;
        const auto match = router_.find(method, request.path);
        if (match.route == nullptr) return {405, {}};
        accounts::Who who = who_of(name);
        const http::Call made{desk_, request, *match.route, match.path, &who, Language::en, accounts_.now_ms};
        try {
            const auto response = match.route->handle(made);
            return {response.status, response.body};
        } catch (const http::Problem& problem) {
            Answer answer{problem.status, {}};
            for (const auto& refusal : problem.refusals.all()) answer.body += refusal.code + " ";
            for (const auto& objection : problem.objections) answer.body += objection.refusal.code + " ";
            return answer;
        }
    }
    accounts::Who who_of(const std::string& name) {
        const auto account = accounts_->find(name).value();
        accounts::Who who;
        who.account = account.number;
        who.name = account.name;
        who.person = account.person;
        who.grants = account.grants;
        who.token = by_program ? 1 : 0;
        return who;
    }
    Answer admit(const std::string& name = "lan") {
        return call(name, Method::post, "/events", event("member.admitted", "n1", "2020-05-19", "\"branch\":\"CB-1\""));
    }
    std::string only_waiting() {
        std::string found;
        accounts_->keep().read(accounts::Shelf::act, [&](std::string_view id, std::string_view) { found = id; });
        return found;
    }
    std::optional<Number> admitted() { return books_.figure("members.admitted", "DUK", 2020); }

    accounts::TestAccounts accounts_;
    bool by_program = false;
    service::Surroundings surroundings_{[this] { return books_.now_ms; }, [this] { return ++chance_; }};
    std::uint64_t chance_ = 1'000'000;
    service::SharedBooks shared_{books_.books(), surroundings_};
    service::SearchIndex search_{house(), {"person", "organisation"}};
    http::Changes changes_{shared_};
    http::KeptPages pages_;
    http::Jobs jobs_{shared_, books_.store(), accounts_->keep(), rights(), surroundings_,
                     [](const service::Receipt&, const service::SourceFiles&) { return std::string("{}"); }};
    http::Router router_{http::all_routes()};
    service::Lists lists_{house()};
    http::Desk desk_{.catalogue = house(), .rights = rights(), .books = shared_, .accounts = *accounts_.accounts,
                     .search = search_, .lists = lists_, .jobs = jobs_, .changes = changes_, .pages = pages_,
                     .annual_report = {}, .surroundings = surroundings_, .version = "test", .scratch = {}};
};

TEST_F(Door, WhatNeedsTwoWaitsAndIsConfirmedByAnother) {
    const auto sent = admit();
    EXPECT_EQ(sent.status, 202) << sent.body;
    EXPECT_TRUE(sent.has("\"recorded\":0")) << sent.body;
    EXPECT_EQ(admit().status, 202);
    const auto id = only_waiting();
    ASSERT_EQ(id.size(), 32u) << "the same sent twice waits once";
    EXPECT_EQ(admitted(), (Number{0, 0}));

    EXPECT_TRUE(call("binh", Method::get, "/waiting").has("\"to_confirm\":[\n{\"id\":\"" + id));
    EXPECT_TRUE(call("lan", Method::get, "/waiting").has("\"sent\":[\n{\"id\":\"" + id));
    for (const auto* other : {"khoa", "son", "tu", "lan-2"}) {
        EXPECT_FALSE(call(other, Method::get, "/waiting").has(id)) << other;
    }
    for (const auto* other : {"khoa", "son", "tu"}) {
        EXPECT_EQ(call(other, Method::get, "/waiting/" + id).status, 404) << other;
        EXPECT_EQ(call(other, Method::post, "/waiting/" + id + "/confirm").status, 404) << other;
        EXPECT_EQ(call(other, Method::post, "/waiting/" + id + "/refuse", "{\"reason\":\"x\"}").status, 404) << other;
    }
    EXPECT_EQ(call("binh", Method::get, "/waiting/0000").status, 404);
    EXPECT_TRUE(call("binh", Method::get, "/waiting/" + id).has("\"lines\":[\n{\"type\":\"member.admitted\""));
    EXPECT_TRUE(call("binh", Method::get, "/waiting/" + id)
                    .has("\"labels\":{\"organisation:CB-1\":\"Tổ chức CB-1\",\"person:n1\":\"Ngô Văn Út\"}"))
        << call("binh", Method::get, "/waiting/" + id).body;
    EXPECT_FALSE(call("lan", Method::get, "/waiting").has("\"labels\"")) << "only where the lines are";
    EXPECT_TRUE(call("lan", Method::post, "/waiting/" + id + "/confirm").has("second_person.same"));
    EXPECT_TRUE(call("lan-2", Method::post, "/waiting/" + id + "/confirm").has("second_person.same"));
    by_program = true;
    EXPECT_EQ(call("binh", Method::post, "/waiting/" + id + "/confirm").status, 403) << "a program is nobody";
    by_program = false;
    EXPECT_EQ(admitted(), (Number{0, 0}));

    const auto confirmed = call("binh", Method::post, "/waiting/" + id + "/confirm");
    EXPECT_EQ(confirmed.status, 200) << confirmed.body;
    EXPECT_TRUE(confirmed.has("\"recorded_by\":\"lan\",\"confirmed_by\":\"binh\"")) << confirmed.body;
    EXPECT_EQ(admitted(), (Number{1, 0}));
    EXPECT_EQ(only_waiting(), "");
    EXPECT_EQ(call("binh", Method::post, "/waiting/" + id + "/confirm").status, 404);
    const auto line = service::history_of(books_.books(), world(), person("n1")).back();
    EXPECT_EQ(line.recorded_by + "+" + line.confirmed_by, "lan+binh");
}

// Whoever confirms reads what goes along; what is guarded as guarded as in the file, and looking is written down.
TEST_F(Door, WhatIsGuardedIsMaskedForWhoeverConfirms) {
    const auto body = "[" + event("person.details_changed", "n1", "2020-05-18",
                                  "\"residence\":\"phường Bạc\",\"class_background\":\"nông dân\"") +
                      "," + event("member.admitted", "n1", "2020-05-19", "\"branch\":\"CB-1\"") + "]";
    ASSERT_EQ(call("lan", Method::post, "/events", body).status, 202);
    const auto path = "/waiting/" + only_waiting();
    EXPECT_TRUE(call("lan", Method::get, path).has("phường Bạc")) << "who sent it knows it";
    EXPECT_FALSE(call("lan", Method::get, path).has("masked"));
    const auto plain = call("binh", Method::get, path);
    EXPECT_FALSE(plain.has("phường Bạc") || plain.has("nông dân")) << plain.body;
    EXPECT_TRUE(plain.has("\"masked\":[\"residence\",\"class_background\"]")) << plain.body;
    const auto asked = call("binh", Method::get, path + "?reveal=family");
    EXPECT_TRUE(asked.has("nông dân") && asked.has("\"masked\":[\"residence\"]")) << asked.body;
    EXPECT_FALSE(call("binh", Method::get, path + "?reveal=identity").has("phường Bạc")) << "no right to it";
    accounts_->log().flush();
    accounts::LookQuery looks;
    looks.act = "reveal";
    const auto found = accounts_->log().find(looks);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].who + " " + found[0].subject + " " + found[0].detail, "binh n1 family");
}

TEST_F(Door, ARefusalTellsItsReasonToTheSender) {
    admit();
    const auto id = only_waiting();
    EXPECT_EQ(call("binh", Method::post, "/waiting/" + id + "/refuse", "{\"reason\":\" \"}").status, 422);
    const auto refused = call("binh", Method::post, "/waiting/" + id + "/refuse", "{\"reason\":\"Thiếu nghị quyết\"}");
    EXPECT_EQ(refused.status, 200) << refused.body;
    EXPECT_TRUE(call("lan", Method::get, "/waiting").has("\"refused_by\":\"binh\",\"reason\":\"Thiếu nghị quyết\""));
    EXPECT_FALSE(call("binh", Method::get, "/waiting").has(id));
    EXPECT_TRUE(call("binh", Method::post, "/waiting/" + id + "/confirm").has("second_person.refused"));
    EXPECT_EQ(admitted(), (Number{0, 0}));
    EXPECT_EQ(call("binh", Method::del, "/waiting/" + id).status, 404) << "only the sender takes it back";
    EXPECT_EQ(call("lan", Method::del, "/waiting/" + id).status, 204);
    EXPECT_EQ(only_waiting(), "");
}

TEST_F(Door, ItIsTooLateAfterFourteenDays) {
    admit();
    const auto id = only_waiting();
    accounts_.now_ms += service::WaitingAct::waits_ms;
    EXPECT_TRUE(call("binh", Method::post, "/waiting/" + id + "/confirm").has("second_person.expired"));
    EXPECT_TRUE(call("lan", Method::get, "/waiting").has("\"state\":\"expired\""));
    accounts_.now_ms += service::WaitingAct::waits_ms + 1;
    admit();
    EXPECT_TRUE(call("lan", Method::get, "/waiting").has("\"state\":\"waiting\""));
}

TEST_F(Door, WhoeverSentItMustStillHoldTheRight) {
    admit();
    const auto id = only_waiting();
    const accounts::Accounts::By machine{0, "máy chủ", "", true};
    ASSERT_TRUE(accounts_->change_grants(machine, "lan", {{.role = "reporter", .organisation = "CQ"}}));
    EXPECT_EQ(call("binh", Method::post, "/waiting/" + id + "/confirm").status, 422) << "n1 is unknown to reporters";
    ASSERT_TRUE(accounts_->set_disabled(machine, "lan", true));
    EXPECT_TRUE(call("binh", Method::post, "/waiting/" + id + "/confirm").has("second_person.sender_gone"));
    EXPECT_EQ(admitted(), (Number{0, 0}));
}

TEST_F(Door, TheTableOfRightsIsTold) {
    const auto answer = call("tu", Method::get, "/rights");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("{\"right\":\"see.person\","));
    EXPECT_TRUE(answer.has("\"office\":[\"own\",\"below\"]"));
    EXPECT_TRUE(answer.has("\"two_persons\":[\"member.admitted\""));
}

TEST_F(Door, OneSeesWhoCanSeeTheOwnFile) {
    const auto answer = call("tu", Method::get, "/people/n1/viewers");
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_TRUE(answer.has("{\"account\":\"tu\",\"self\":true,\"roles\":[]}")) << answer.body;
    EXPECT_TRUE(answer.has("{\"account\":\"son\",\"self\":false,\"roles\":[{\"role\":\"inspection\"")) << answer.body;
    EXPECT_TRUE(answer.has("\"opens\":[\"see.person.identity\",\"see.person.family\"]") ||
                answer.has("\"opens\":[\"see.person.family\",\"see.person.identity\"]"))
        << answer.body;
    EXPECT_FALSE(answer.has("\"khoa\"")) << "of a sister organisation";
    EXPECT_EQ(call("lan", Method::get, "/people/n1/viewers").status, 200);
    EXPECT_EQ(call("son", Method::get, "/people/n1/viewers").status, 403);
    EXPECT_EQ(call("khoa", Method::get, "/people/n1/viewers").status, 404);
    EXPECT_EQ(call("tu", Method::get, "/people/p1/viewers").status, 404);
    EXPECT_EQ(call("tu", Method::get, "/people/p99/viewers").status, 404);
}

TEST_F(Door, APageThatWasKeptIsShownToNobodyElse) {
    const auto seen = call("lan", Method::get, "/people/n1");
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_EQ(call("lan", Method::get, "/people/n1").body, seen.body);
    EXPECT_EQ(call("khoa", Method::get, "/people/n1").status, 404);
    EXPECT_EQ(call("lan", Method::get, "/people/n1?on=2020-05-01").status, 404) << "not there yet on that day";

    // What is one's own is not masked, and stays so only for oneself.
    EXPECT_EQ(call("lan", Method::get, "/people/p1").body, call("lan-2", Method::get, "/people/p1").body);
    const auto own = call("lan", Method::get, "/people/p1");
    EXPECT_TRUE(own.has("001180012345")) << own.body;
    const auto not_own = call("binh", Method::get, "/people/p1");
    EXPECT_EQ(not_own.status, 200);
    EXPECT_FALSE(not_own.has("001180012345")) << not_own.body;
    EXPECT_TRUE(call("lan", Method::get, "/people/p1").has("001180012345"));

    // The next entry is seen at once.
    record({event("person.details_changed", "n1", "2020-05-30", "\"occupation\":\"thợ gốm\"")});
    EXPECT_TRUE(call("lan", Method::get, "/people/n1").has("thợ gốm"));
}

TEST_F(Door, APageThatWasKeptLeavesItsLineAllTheSame) {
    const accounts::LookQuery looks{.who = "lan", .subject_type = "person", .subject = "n1", .act = "read"};
    for (std::size_t times = 1; times <= 3; ++times) {
        EXPECT_EQ(call("lan", Method::get, "/people/n1").status, 200);
        accounts_.now_ms += 2 * accounts::minute_ms;
        const auto found = accounts_->log().find(looks);
        ASSERT_EQ(found.size(), times);
        EXPECT_EQ(found.front().organisation, "CB-1");
    }
}

}  // namespace
}  // namespace nennep::test
