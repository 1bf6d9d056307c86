// Acts at the door that take more than one request: what somebody may do who has yet to set
// something up, two persons, requests that are sent again, and the past as it was known.
#include <future>
#include <thread>

#include "matrix.hpp"

namespace nennep::test {
namespace {

class Acts : public testing::Test {
protected:
    void SetUp() override {
        door.record(
            {line("person.registered", "n1", "2020-05-02",
                  "\"full_name\":\"Ngô Văn Út\",\"gender\":\"male\",\"birth_date\":\"1995-01-01\","
                  "\"organisation\":\"CB-1\"")});
    }
    static std::string meeting(const std::string& key, int present = 5) {
        return line("meeting.held", key, "2020-06-01",
                    "\"organisation\":\"CB-1\",\"kind\":\"regular\",\"present\":" +
                        std::to_string(present) + ",\"absent_excused\":0,\"absent_unexcused\":0");
    }
    Answer record(const Caller& by, const std::string& body, const std::string& key = {}) {
        auto request = door.request(by, Method::post, "/events", body);
        if (!key.empty()) request.headers.emplace_back("idempotency-key", key);
        return door.send(request);
    }
    std::string history(const std::string& type, const std::string& key) {
        return door.get(caller("secretary@DUK"), "/events?subject_type=" + type + "&key=" + key)
            .body;
    }
    std::string admission(const std::string& key = "n1") {
        return line("member.admitted", key, "2020-05-19", "\"branch\":\"CB-1\"");
    }
    Door door;
    const Caller& office = caller("office@CQ");
    const Caller& secretary = caller("secretary@DUK");
};

// An administrator without a second factor is nobody but themselves.
TEST_F(Acts, WhoMustFirstSetUpASecondFactor) {
    const Caller bare{.name = "bare", .grants = {{.role = "administrator", .organisation = "CQ"}}};
    door.accounts.add(bare.name, bare.grants);
    const auto in = door.accounts->sign_in(bare.name, accounts::good_password, "", "10.0.0.1");
    ASSERT_TRUE(in);
    EXPECT_EQ(in->who.needs, std::vector<std::string>{"second_factor"});
    EXPECT_TRUE(in->who.grants.empty());
    const auto call = [&](Method method, const std::string& path, const std::string& body = {}) {
        auto request = door.request(caller("nobody"), method, path, body);
        request.headers.emplace_back("cookie", "__Host-nennep=" + in->secret);
        return door.send(request);
    };
    EXPECT_TRUE(call(Method::get, "/session").has("\"needs\":[\"second_factor\"]"));
    EXPECT_TRUE(call(Method::get, "/session").has("\"rights\":[]"));
    for (const auto& route : door.router.routes()) {
        if (route.right.empty()) continue;
        auto path = route.pattern;
        for (const std::string part : {"{key}", "{name}", "{id}"}) {
            if (const auto at = path.find(part); at != std::string::npos)
                path.replace(at, part.size(), "CQ");
        }
        EXPECT_EQ(call(route.method, path).status, 403) << route.name;
    }
    for (const auto* path : {"/organisations/CQ", "/people/p-CB-1", "/people/p-CB-1/looks",
                             "/meetings/meeting-CB-1"}) {
        EXPECT_EQ(call(Method::get, path).status, 404) << path;
    }
    EXPECT_EQ(call(Method::post, "/events", meeting("new-1")).status, 403);
    EXPECT_EQ(call(Method::get, "/waiting").body, "{\"to_confirm\":[],\"sent\":[]}\n");
    EXPECT_EQ(call(Method::get, "/organisations").body, "{\"organisations\":[]}\n");
    // What they need they can do.
    for (const auto* path : {"/sessions", "/tokens"})
        EXPECT_EQ(call(Method::get, path).status, 200) << path;
    const auto factor = call(Method::post, "/session/second-factor");
    ASSERT_EQ(factor.status, 200) << factor.body;
    const auto seed = accounts::TestAccounts::from_base32(member(factor.body, "seed"));
    EXPECT_EQ(call(Method::get, "/accounts").status, 403) << "begun is not done";
    const auto code = accounts::code_at(seed, door.now_ms());
    EXPECT_EQ(
        call(Method::post, "/session/second-factor/confirm", "{\"code\":\"" + code + "\"}").status,
        200);
    const auto again = call(Method::get, "/accounts").status;
    EXPECT_TRUE(again == 200 || again == 401) << again;
    // Another role of the same account holds meanwhile; a token never speaks for the administrator.
    const Caller both{.name = "both",
                      .grants = {{.role = "administrator", .organisation = "CQ"},
                                 {.role = "reporter", .organisation = "CQ"}}};
    door.accounts.add(both.name, both.grants);
    const auto second = door.accounts->sign_in(both.name, accounts::good_password, "", "10.0.0.1");
    EXPECT_EQ(second->who.grants, (std::vector<Grant>{both.grants[1]}));
}

TEST_F(Acts, TwoPersonsAdmit) {
    const auto before = door.head();
    const auto sent = record(office, admission());
    ASSERT_EQ(sent.status, 202) << sent.body;
    const auto id = member(sent.body, "id");
    EXPECT_EQ(sent.header("Location"), "/api/v1/waiting/" + id);
    EXPECT_EQ(door.head(), before);
    const auto confirm = "/waiting/" + id + "/confirm";
    EXPECT_TRUE(door.call(office, Method::post, confirm).has("second_person.same"));
    EXPECT_EQ(door.call(caller("program"), Method::post, confirm).status, 403);
    EXPECT_EQ(door.call(caller("office@CB-1"), Method::get, "/waiting/" + id).status, 200);
    EXPECT_EQ(door.call(caller("reporter@DUK"), Method::post, confirm).status, 404);
    EXPECT_EQ(door.head(), before);
    const auto confirmed = door.call(secretary, Method::post, confirm);
    EXPECT_EQ(confirmed.status, 200) << confirmed.body;
    EXPECT_TRUE(history("person", "n1")
                    .find("\"recorded_by\":\"office@CQ\",\"confirmed_by\":\"secretary@DUK\"") !=
                std::string::npos)
        << history("person", "n1");
    EXPECT_EQ(door.call(secretary, Method::post, confirm).status, 404) << "once is enough";
    // Who took part cannot be left out of it: the same sent again is what is there already.
    EXPECT_TRUE(record(office, admission()).has("\"already\":1"));
}

TEST_F(Acts, TwoPersonsForALongList) {
    std::string body = "[";
    for (int i = 0; i < 300; ++i) {
        const auto key = "new-" + std::to_string(i);
        body +=
            (i == 0 ? "" : ",") +
            line("person.registered", key, "2020-05-02",
                 "\"full_name\":\"Ngô Văn Út\",\"gender\":\"male\",\"birth_date\":\"1995-01-01\","
                 "\"organisation\":\"CB-1\"") +
            "," + admission(key);
    }
    const auto before = door.head();
    const auto sent = record(office, body + "]");
    ASSERT_EQ(sent.status, 202) << sent.body.substr(0, 500);
    EXPECT_EQ(member(sent.body.substr(sent.body.find("\"waiting\":")), "for_two"), "300");
    EXPECT_EQ(door.head(), before)
        << "what needs no second person waits with the rest: all or nothing";
    const auto id = member(sent.body, "id");
    EXPECT_EQ(door.get(caller("office@CB-1"), "/waiting/" + id).status, 200);
    EXPECT_EQ(door.get(caller("secretary@CB-1"), "/waiting/" + id).status, 200);
    EXPECT_EQ(door.get(caller("office@DUK"), "/waiting/" + id).status, 200);
    // The secretary admits, and registers nobody: for that the right of the office is enough.
    const auto done = door.call(secretary, Method::post, "/waiting/" + id + "/confirm");
    EXPECT_EQ(done.status, 200) << done.body.substr(0, 300);
    EXPECT_EQ(member(done.body, "recorded"), "600");
}

TEST_F(Acts, AnImportIsHeld) {
    const auto sent = door.call(office, Method::post, "/imports?name=ket-nap.jsonl",
                                meeting("new-1") + "\n" + admission() + "\n");
    ASSERT_EQ(sent.status, 202) << sent.body;
    const auto job = "/imports/" + member(sent.body, "id");
    std::string state;
    for (int i = 0; i < 500 && state != "held"; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        state = member(door.get(office, job).body, "state");
    }
    const auto held = door.get(office, job).body;
    ASSERT_EQ(state, "held") << held;
    const auto id = member(held, "waiting");
    EXPECT_EQ(door.get(office, "/meetings/new-1").status, 404) << "nothing of it is recorded";
    EXPECT_TRUE(door.get(office, "/waiting").has(id));
    EXPECT_TRUE(
        door.call(office, Method::post, "/waiting/" + id + "/confirm").has("second_person.same"));
    EXPECT_EQ(door.call(caller("office@DUK"), Method::post, "/waiting/" + id + "/confirm").status,
              200);
    EXPECT_EQ(door.get(office, "/meetings/new-1").status, 200);
    EXPECT_NE(history("person", "n1").find("\"confirmed_by\":\"office@DUK\""), std::string::npos);
    EXPECT_EQ(door.get(caller("organisation@CQ"), job).status, 404) << "of somebody else";
}

TEST_F(Acts, NotTooManyImportsWait) {
    std::promise<void> may_go_on;
    door.before_result = [gate = may_go_on.get_future().share()] { gate.wait(); };
    int sent = 0;
    const auto send = [&](const Caller& by) {
        return door.call(by, Method::post, "/imports?check=1&name=a.jsonl", meeting("m-" + std::to_string(++sent)));
    };
    std::string first;
    for (int i = 0; i < 500 && member(first, "state") != "running"; ++i) {
        if (first.empty()) first = send(office).body;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        first = door.get(office, "/imports/" + member(first, "id")).body;
    }
    for (std::size_t i = 0; i < http::Jobs::most_waiting_of_one; ++i) EXPECT_EQ(send(office).status, 202);
    const auto refused = send(office);
    EXPECT_EQ(refused.status, 429);
    EXPECT_TRUE(refused.has("import.too_many_waiting"));
    EXPECT_EQ(send(caller("office@DUK")).status, 202) << "another account has places of its own";
    may_go_on.set_value();
    for (int i = 0; i < 500 && door.get(office, "/imports").has("waiting"); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(send(office).status, 202) << "there is room again";
}

TEST_F(Acts, SentAgainIsRecordedOnce) {
    const auto body = "[" + meeting("new-1") + "," + meeting("new-2") + "]";
    const auto first = record(office, body, "k-1");
    ASSERT_EQ(first.status, 201) << first.body;
    const auto head = door.head();
    // The answer was lost, and the program sends it once more.
    const auto second = record(office, body, "k-1");
    EXPECT_EQ(second.status, 200) << second.body;
    EXPECT_EQ(members(second.body, "seq"), members(first.body, "seq")) << second.body;
    EXPECT_TRUE(second.has("\"already\":2"));
    EXPECT_EQ(door.head(), head);
    const auto other = record(office, "[" + meeting("new-3") + "]", "k-1");
    EXPECT_EQ(other.status, 422);
    EXPECT_TRUE(other.has("api.key_used_otherwise")) << other.body;
    EXPECT_EQ(door.head(), head);
    // The key is the account's own; what they meet by it is theirs too.
    EXPECT_EQ(record(caller("office@DUK"), meeting("new-4"), "k-1").status, 201);
    EXPECT_EQ(record(office, body, "k-2").status, 422)
        << "another key is another event, of meetings that are there";
    EXPECT_EQ(record(office, meeting("new-5"), std::string(101, 'k')).status, 400);
}

TEST_F(Acts, WhatWaitsIsSentAgainToo) {
    const auto first = record(office, admission(), "k-1");
    const auto second = record(office, admission(), "k-1");
    EXPECT_EQ(first.status, 202);
    EXPECT_EQ(second.status, 202);
    EXPECT_EQ(member(first.body, "id"), member(second.body, "id"));
    EXPECT_EQ(
        door.call(secretary, Method::post, "/waiting/" + member(first.body, "id") + "/confirm")
            .status,
        200);
    const auto third = record(office, admission(), "k-1");
    EXPECT_EQ(third.status, 200) << third.body;
    EXPECT_TRUE(third.has("\"already\":1")) << third.body;
}

TEST_F(Acts, ManyAtOnceWithOneKey) {
    door.secret(office);
    const auto before = door.head();
    std::vector<Answer> answers(20);
    std::vector<std::thread> threads;
    const auto made = door.request(office, Method::post, "/events",
                                   "[" + meeting("new-1") + "," + meeting("new-2") + "]");
    for (auto& answer : answers) {
        threads.emplace_back([&] {
            auto request = made;
            request.headers.emplace_back("idempotency-key", "k-1");
            answer = door.send(request);
        });
    }
    for (auto& thread : threads) thread.join();
    std::size_t recorded = 0;
    for (const auto& answer : answers) {
        EXPECT_TRUE(answer.status == 200 || answer.status == 201) << answer.body;
        recorded += answer.status == 201;
        EXPECT_EQ(members(answer.body, "seq"), members(answers.front().body, "seq"));
    }
    EXPECT_EQ(recorded, 1u);
    EXPECT_EQ(door.head(), before + 3) << "two meetings, and who records for the first time";

    // Two bodies under one key at the same time: one of them.
    std::vector<Answer> rivals(20);
    threads.clear();
    for (std::size_t i = 0; i < rivals.size(); ++i) {
        threads.emplace_back([&, i] {
            auto request = made;
            request.body = meeting("rival-" + std::to_string(i % 2));
            request.headers.emplace_back("idempotency-key", "k-2");
            rivals[i] = door.send(request);
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(door.head(), before + 4);
    EXPECT_EQ(std::count_if(rivals.begin(), rivals.end(),
                            [](const Answer& a) { return a.status == 201; }),
              1);
    EXPECT_EQ(std::count_if(rivals.begin(), rivals.end(),
                            [](const Answer& a) { return a.status == 422; }),
              10);
}

TEST_F(Acts, KeysAreForgottenAfterThirtyDays) {
    ASSERT_EQ(record(office, meeting("new-1"), "k-1").status, 201);
    auto& keep = door.accounts->keep();
    const auto keys = [&] {
        std::size_t count = 0;
        keep.read(accounts::Shelf::answer, [&](std::string_view, std::string_view) { ++count; });
        return count;
    };
    http::forget_keys_before(keep, door.now_ms() - http::keys_known_ms);
    EXPECT_EQ(keys(), 1u);
    http::forget_keys_before(keep, door.now_ms() + 1);
    EXPECT_EQ(keys(), 0u);
    EXPECT_TRUE(record(office, meeting("new-1"), "k-1").has("\"already\":1"))
        << "the journal remembers";
}

// Rights are those of today, whichever past is asked for.
TEST_F(Acts, ThePastShowsNoMoreThanToday) {
    const auto person = [](const std::string& key, const std::string& place) {
        return std::vector<std::string>{
            line("person.registered", key, "2015-02-01",
                 "\"full_name\":\"Trần Văn "
                 "Xưa\",\"gender\":\"male\",\"birth_date\":\"1980-07-30\",\"organisation\":\"" +
                     place + "\",\"id_number\":\"001180099999\",\"note\":\"ghi chú xưa\""),
            line("member.registered", key, "2015-02-02",
                 "\"branch\":\"" + place +
                     "\",\"admitted_on\":\"2010-05-19\",\"confirmed_on\":\"2011-05-19\"")};
    };
    door.record(person("past-1", "CB-1"));
    door.record({line("organisation.founded", "CB-M", "2010-01-01",
                      "\"name\":\"Chi bộ Sẽ Chuyển\",\"kind\":\"branch\",\"parent\":\"CQ\"")});
    door.record(person("past-2", "CB-M"));
    door.record({line("directive.issued", "past-3", "2020-01-01",
                      "\"organisation\":\"CB-M\",\"number\":\"9-NQ\",\"kind\":\"resolution\","
                      "\"title\":\"nghị quyết xưa\""),
                 line("directive.task_assigned", "past-3", "2020-01-02",
                      "\"task\":\"việc xưa\",\"assignee\":\"CB-M\"")});
    const auto then_ms = door.now_ms();
    // Who sees it now may see it then.
    const auto then = "as_known=" + std::string("2020-09-25T");
    door.now_ms() += 120'000;
    const auto known = [&](const std::string& path) {
        const auto second = (then_ms + 60'000) / 1000 % 86400;
        char moment[32];
        std::snprintf(moment, sizeof moment, "%02d:%02d:%02dZ", static_cast<int>(second / 3600),
                      static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
        return path + (path.find('?') == std::string::npos ? "?" : "&") + then + moment;
    };
    const std::vector<std::string> asked{
        "/people?org=CQ&limit=200",
        "/people?limit=200",
        "/people?org=CB-1",
        "/directives",
        "/tasks",
        "/organisations",
        "/organisations/CQ/children",
        "/events?subject_type=person&key=p-CB-1",
        "/figures/members.total/records?org=CQ&year=2020",
        "/figures/directives.issued/records?org=CQ&year=2020",
        "/figures/tasks.assigned/records?org=CQ&year=2020",
        "/figures/members.total/records?org=CQ&year=2020&format=csv",
        "/statistics?rows=gender&org=CQ",
        "/reports/annual?org=CQ&year=2020"};
    const auto tells = [](const Answer& answer) {
        for (const auto* word :
             {"past-1", "past-2", "past-3", "Xưa", "xưa", "001180099999", "Sẽ Chuyển"}) {
            if (answer.has(word)) return true;
        }
        return false;
    };
    EXPECT_TRUE(tells(door.get(office, known("/people?org=CQ&limit=200"))));
    EXPECT_EQ(door.get(office, known("/people/past-2")).status, 200);

    // They leave, and so does the branch.
    door.record({line("member.transfer_introduced", "past-1", "2020-09-01",
                      "\"to_branch\":\"DN-1\",\"kind\":\"official\"")});
    door.record({line("member.transfer_received", "past-1", "2020-09-02", "\"branch\":\"DN-1\"")});
    door.record({line("organisation.moved", "CB-M", "2020-09-03", "\"parent\":\"DN\"")});
    for (const auto& one :
         {office, caller("branch_secretary@CB-1"), caller("organisation@CQ"), caller("auditor@CQ"),
          caller("secretary@CQ"), caller("inspection@CQ")}) {
        door.secret(one);
        for (const auto& path : asked) {
            const auto answer = door.get(one, known(path));
            EXPECT_FALSE(tells(answer)) << one.name << " " << known(path) << "\n" << answer.body;
            EXPECT_LT(answer.status, 500) << answer.body;
            EXPECT_NE(answer.status, 400) << path << answer.body;
        }
        for (const std::string path : {"/people/", "/events?subject_type=person&key=",
                                       "/directives/", "/events?subject_type=directive&key="}) {
            const bool is_directive = path.find("directive") != std::string::npos;
            const std::string key = is_directive ? "past-3" : "past-1";
            const auto theirs = door.get(one, known(path + key));
            const auto nobodys = door.get(one, known(path + "xxxx-x"));
            EXPECT_EQ(theirs.status, 404) << one.name << " " << path + key;
            EXPECT_EQ(theirs.body, nobodys.body);
        }
        EXPECT_EQ(door.get(one, known("/people/past-2")).status, 404);
        EXPECT_EQ(door.get(one, known("/people?org=CB-M")).body,
                  door.get(one, known("/people?org=XX-X")).body);
    }
    // Where they went, they are seen as they were.
    EXPECT_EQ(door.get(caller("office@DUK"), known("/people/past-1")).status, 200);
    EXPECT_TRUE(tells(door.get(caller("office@DUK"), known("/people?org=CB-1&limit=200"))));
}

}  // namespace
}  // namespace nennep::test
