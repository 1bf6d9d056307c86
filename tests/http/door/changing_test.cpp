// The authorization matrix, its last part: the routes that change accounts, sessions, imports and
// what waits; and that no route of the table is left out.
#include <thread>

#include "matrix.hpp"

namespace nennep::test {
namespace {

// A door of the test's own, made before what looks at it.
struct OwnDoor {
    std::unique_ptr<Door> own_door = std::make_unique<Door>();
};

class Changing : private OwnDoor, public Matrix {
protected:
    Changing() : Matrix(*own_door) {}
    // An account that nobody signs in with, on which changes are tried; anew each time.
    Caller target(const std::string& place) {
        Caller made{.name = "target-" + place,
                    .grants = {{.role = "reporter", .organisation = place}}};
        if (!door.accounts->find(made.name)) door.accounts.add(made.name, made.grants);
        return made;
    }
    static bool manages(const Caller& caller, const std::string& place) {
        return holds_at(caller, "manage.accounts", place);
    }
    Expected managing(const Caller& caller, const std::string& place) {
        return caller.scopes.empty()
                   ? with_right(caller, "manage.accounts", seen(manages(caller, place)))
                   : Expected::forbidden;
    }
    Caller fresh(const std::string& role) {
        Caller made{.name = "own-" + role, .grants = {{.role = role, .organisation = "CQ"}}};
        door.sign_in(made);
        return made;
    }
    std::string waiting_act(int number) {
        const auto answer = door.call(
            caller("inspection@CQ"), Method::post, "/events",
            line("member.disciplined", "p-CB-1", "2020-06-02",
                 "\"form\":\"warning\",\"grounds\":\"lần " + std::to_string(number) + "\""));
        EXPECT_EQ(answer.status, 202) << answer.body;
        return member(answer.body, "id");
    }
};

TEST_F(Changing, Accounts) {
    check_all(Method::get, "/accounts", "", [&](const Caller& caller) {
        return caller.scopes.empty() ? with_right(caller, "manage.accounts", Expected::allowed)
                                     : Expected::forbidden;
    });
    for (const std::string place : {"DUK", "CQ", "CB-1", "CB-2", "DN", "DN-1", "KH", "KH-1"}) {
        const auto name = target(place).name;
        const auto expect = [&](const Caller& caller) { return managing(caller, place); };
        check_all(Method::patch, "/accounts/" + name, "{\"disabled\":true}", expect);
        check_all(Method::patch, "/accounts/" + name, "{\"disabled\":false}", expect);
        check_all(Method::patch, "/accounts/" + name,
                  "{\"roles\":[{\"role\":\"reporter\",\"organisation\":\"" + place + "\"}]}",
                  expect);
        check_all(Method::post, "/accounts/" + name + "/reset", "", expect);
        check_all(Method::del, "/accounts/" + name + "/second-factor", "",
                  [&](const Caller& caller) { return expect(caller); });
    }
}

TEST_F(Changing, AnAccountIsWhereItsFileIsToo) {
    // No role, so no place; but whoever resets it can open the file.
    for (const auto& thing : things()) {
        if (thing.type != "person" || thing.state != "live") continue;
        const Caller somebody{.name = "only-" + thing.key, .grants = {}, .person = thing.key};
        door.accounts.add(somebody.name, {}, somebody.person);
        check_all(Method::post, "/accounts/" + somebody.name + "/reset", "",
                  [&](const Caller& caller) { return managing(caller, thing.seat); });
    }
}

TEST_F(Changing, NewAccounts) {
    int number = 0;
    for (const std::string place : {"DUK", "CQ", "CB-1", "DN-1", "KH"}) {
        for (const auto& caller : callers()) {
            const auto body = "{\"name\":\"new-" + std::to_string(++number) +
                              "\",\"roles\":[{\"role\":\"reporter\",\"organisation\":\"" + place +
                              "\"}]}";
            const auto request = door.request(caller, Method::post, "/accounts", body);
            const auto answer = door.send(request);
            remember(request, caller);
            note(caller, "an account at " + place + " " + answer.body, answer.status == 201,
                 caller.is_signed_in && caller.scopes.empty() && manages(caller, place));
            // With a file of somebody who belongs elsewhere: as with that of nobody.
            const auto with_file = [&](const std::string& key) {
                return door.call(
                    caller, Method::post, "/accounts",
                    "{\"name\":\"x-" + std::to_string(++number) + "\",\"person\":\"" + key + "\"}");
            };
            const auto theirs = with_file("p-" + place);
            const auto nobodys = with_file("p-none");
            const bool is_same = theirs.status == nobodys.status && theirs.body == nobodys.body;
            if (!is_same && !manages(caller, place))
                wrong(caller.name + " learns of p-" + place + ": " + theirs.body);
        }
    }
}

TEST_F(Changing, AccountChanges) {
    check_all(Method::get, "/account-changes", "", [&](const Caller& caller) {
        return caller.scopes.empty() ? with_right(caller, "manage.accounts", Expected::allowed)
                                     : Expected::forbidden;
    });
    const Caller asking{.name = "asking",
                        .grants = {{.role = "administrator", .organisation = ""}}};
    door.sign_in(asking);
    for (const std::string place : {"DUK", "CQ", "CB-1", "DN-1", "KH"}) {
        const auto name = target(place).name;
        for (const auto method : {Method::post, Method::del}) {
            for (const auto& caller : callers()) {
                const accounts::Accounts::By asks{door.accounts->find(asking.name)->number,
                                                  asking.name, "", false};
                const auto changed =
                    door.accounts->change_grants(asks, name,
                                                 {{.role = "reporter", .organisation = place},
                                                  {.role = "auditor", .organisation = place}});
                if (!changed || changed->waits == 0) {
                    wrong("a change does not wait");
                    continue;
                }
                check(caller, method, "/account-changes/" + std::to_string(changed->waits), "",
                      caller.is_signed_in ? managing(caller, place) : Expected::signed_out);
                door.accounts->decline(asks, changed->waits);
                door.accounts->change_grants(door.accounts.machine, name,
                                             {{.role = "reporter", .organisation = place}});
            }
        }
    }
}

TEST_F(Changing, OwnAccount) {
    const Caller nobody = caller("nobody");
    const Caller program = caller("program");
    Caller other{.name = "other", .grants = {{.role = "office", .organisation = "CQ"}}};
    door.sign_in(other);
    const auto others_session = std::to_string(
        door.accounts->sessions(door.accounts->find("other")->number).front().number);
    const auto others_token = std::to_string(
        door.accounts->make_token(door.accounts.machine, "other", {.label = "x", .grants = {}})
            ->token.number);
    struct Own {
        Method method;
        std::string path;
        std::string body;
        Expected expected = Expected::allowed;
    };
    const std::string password = std::string("\"") + accounts::good_password + "\"";
    const std::vector<Own> own{
        {Method::get, "/session", ""},
        {Method::get, "/sessions", ""},
        {Method::get, "/tokens", ""},
        {Method::post, "/tokens", "{\"label\":\"x\"}"},
        {Method::post, "/session/second-factor", ""},
        {Method::post, "/session/second-factor/confirm", "{\"code\":\"1\"}"},
        {Method::post, "/session/recovery-codes", ""},
        {Method::del, "/session/second-factor", ""},
        {Method::put, "/session/password", "{\"old_password\":\"x\",\"new_password\":\"y\"}"},
        {Method::del, "/sessions/" + others_session, "", Expected::hidden},
        {Method::del, "/sessions/0", "", Expected::hidden},
        {Method::del, "/tokens/" + others_token, "", Expected::hidden},
        {Method::del, "/tokens/0", "", Expected::hidden},
        {Method::get, "/session/kept", ""},
        {Method::put, "/session/kept/columns.people", "{\"value\":[]}"},
        {Method::del, "/session/kept/columns.people", ""},
        {Method::del, "/session", ""},
    };
    for (const auto& role : rights_of_house().roles()) {
        const auto one = fresh(role);
        door.now_ms() += 30'000;
        const auto seed = door.accounts.seeds.find(one.name);
        const auto code =
            seed == door.accounts.seeds.end() ? "" : accounts::code_at(seed->second, door.now_ms());
        check(one, Method::post, "/session/confirm",
              "{\"password\":" + password + ",\"code\":\"" + code + "\"}", Expected::allowed);
        for (const auto& each : own) check(one, each.method, each.path, each.body, each.expected);
        check(one, Method::get, "/session", "", Expected::signed_out);
    }
    check(nobody, Method::post, "/session/confirm", "{\"password\":" + password + "}",
          Expected::signed_out);
    for (const auto& each : own) {
        check(nobody, each.method, each.path, each.body, Expected::signed_out);
        const bool is_open = each.path == "/session" && each.method == Method::get;
        check(program, each.method, each.path, each.body,
              is_open ? Expected::allowed : Expected::forbidden);
    }
    EXPECT_EQ(door.accounts->sessions(door.accounts->find("other")->number).size(), 1u);
    EXPECT_EQ(door.accounts->tokens(door.accounts->find("other")->number).size(), 1u);
}

TEST_F(Changing, Imports) {
    const auto file =
        line("meeting.held", "meeting-CB-1", "2020-03-03", "\"organisation\":\"CB-1\"");
    const auto sent =
        door.call(caller("office@CQ"), Method::post, "/imports?check=1&name=a.jsonl", file);
    ASSERT_EQ(sent.status, 202) << sent.body;
    const auto theirs = member(sent.body, "id");
    const auto expect = [](const Caller& caller) {
        return with_right(caller, "import", Expected::allowed);
    };
    check_all(Method::post, "/imports?check=1", file, expect);
    check_all(Method::get, "/imports", "", expect, [&](const Caller& caller, const Answer& answer) {
        const bool is_there = answer.has("\"id\":" + theirs + ",");
        if (is_there != (caller.name == "office@CQ")) wrong(caller.name + ": " + answer.body);
    });
    const auto of_one = [&](const Caller& caller) {
        return with_right(caller, "import", seen(caller.name == "office@CQ"));
    };
    check_all(Method::get, "/imports/" + theirs, "", of_one);
    check_all(Method::get, "/imports/" + theirs + "/file", "", of_one);
    check_all(Method::del, "/imports/" + theirs, "", of_one);
}

TEST_F(Changing, WhatWaits) {
    const auto confirmable = [](const Caller& caller) {
        return caller.name == "inspection@CQ" ||
               holds_at(caller, "record.member.disciplined", "CB-1");
    };
    const auto id = waiting_act(0);
    check_all(
        Method::get, "/waiting", "", [](const Caller&) { return Expected::allowed; },
        [&](const Caller& caller, const Answer& answer) {
            if (answer.has(id) != confirmable(caller))
                wrong(caller.name + " in /waiting: " + answer.body);
        });
    check_all(Method::get, "/waiting/" + id, "",
              [&](const Caller& caller) { return seen(confirmable(caller)); });
    int number = 0;
    for (const auto& caller : callers()) {
        const auto decides = [&] {
            if (!caller.is_signed_in) return Expected::signed_out;
            return seen(confirmable(caller));
        };
        check(caller, Method::post, "/waiting/" + waiting_act(++number) + "/confirm", "",
              decides());
        check(caller, Method::post, "/waiting/" + waiting_act(++number) + "/refuse",
              "{\"reason\":\"x\"}", decides());
        const bool is_sender = caller.name == "inspection@CQ";
        check(caller, Method::del, "/waiting/" + waiting_act(++number), "",
              caller.is_signed_in ? seen(is_sender) : Expected::signed_out);
    }
}

TEST_F(Changing, SigningIn) {
    door.secret(caller("office@CQ"));
    for (const auto& caller : callers()) {
        const auto expected = caller.scopes.empty() ? Expected::allowed : Expected::forbidden;
        if (caller.is_signed_in) door.secret(caller);
        door.now_ms() += 30'000;
        const auto seed = door.accounts.seeds.find(caller.name);
        const auto code =
            seed == door.accounts.seeds.end() ? "" : accounts::code_at(seed->second, door.now_ms());
        const auto name = caller.is_signed_in ? caller.name : "office@CQ";
        check(caller, Method::post, "/session",
              "{\"name\":\"" + name + "\",\"password\":\"" + accounts::good_password +
                  "\",\"code\":\"" + code + "\"}",
              expected);
        door.forget(caller);
        check(caller, Method::post, "/session/first", "{\"secret\":\"none\",\"password\":\"x\"}",
              expected);
    }
}

}  // namespace
}  // namespace nennep::test
