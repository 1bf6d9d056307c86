// What a body may not set (mass assignment): in every route that takes one, every member that
// somebody could wish to set and may not.
#include "matrix.hpp"

namespace nennep::test {
namespace {

constexpr const char* not_to_be_set[] = {"seq",
                                         "recorded_at",
                                         "recorded_by",
                                         "confirmed_by",
                                         "actor",
                                         "second_actor",
                                         "session",
                                         "journal",
                                         "hash",
                                         "link",
                                         "account",
                                         "number",
                                         "id",
                                         "grants",
                                         "roles",
                                         "role",
                                         "organisation",
                                         "person",
                                         "scopes",
                                         "scope",
                                         "token",
                                         "tokens",
                                         "disabled",
                                         "is_disabled",
                                         "needs",
                                         "needs_second",
                                         "confirmed",
                                         "confirmed_ms",
                                         "confirmed_at",
                                         "second_factor",
                                         "has_second_factor",
                                         "password_hash",
                                         "seed",
                                         "recovery_codes",
                                         "created_at",
                                         "until",
                                         "by",
                                         "sent_by",
                                         "sender",
                                         "at_ms",
                                         "who",
                                         "state",
                                         "check",
                                         "keep_good",
                                         "lines",
                                         "refused_by",
                                         "is_admin",
                                         "on_behalf",
                                         "confirmation",
                                         "__proto__",
                                         "constructor"};

class Bodies : public testing::Test {
protected:
    // A sound body of each route, by its name in the table; what of the above it may hold.
    struct Sound {
        std::string path;
        std::string body;
        std::vector<std::string> own = {};
    };
    Sound sound(const std::string& name) {
        const std::string password =
            std::string("\"password\":\"") + accounts::other_password + "\"";
        if (name == "session.sign_in")
            return {"/session", "{\"name\":\"office@CB-1\"," + password + "}"};
        if (name == "session.confirm") return {"/session/confirm", "{" + password + "}"};
        if (name == "session.first")
            return {"/session/first", "{\"secret\":\"none\"," + password + "}"};
        if (name == "session.password") {
            return {"/session/password", "{\"old_password\":\"x\",\"new_password\":\"y\"}"};
        }
        if (name == "second_factor.confirm")
            return {"/session/second-factor/confirm", "{\"code\":\"1\"}"};
        if (name == "tokens.make") return {"/tokens", "{\"label\":\"x\"}", {"scopes", "roles"}};
        if (name == "accounts.add") return {"/accounts", "{\"name\":\"new\"}", {"roles", "person"}};
        if (name == "accounts.change")
            return {"/accounts/office@CB-1", "{}", {"roles", "disabled"}};
        if (name == "kept.put") return {"/session/kept/a", "{\"value\":1}"};
        if (name == "waiting.refuse") return {"/waiting/" + waiting_, "{\"reason\":\"x\"}"};
        return {};
    }
    void SetUp() override {
        door.secret(caller("office@CB-1"));
        const auto held =
            door.call(caller("inspection@CQ"), Method::post, "/events",
                      line("member.disciplined", "p-CB-1", "2020-06-02", "\"form\":\"warning\""));
        waiting_ = member(held.body, "id") + "/refuse";
        door.secret(caller("house"));
    }
    std::string with(const std::string& body, const std::string& name, const std::string& value) {
        return body.substr(0, body.size() - 1) + (body.size() > 2 ? "," : "") + "\"" + name +
               "\":" + value + "}";
    }
    Door door;
    std::string waiting_;
};

TEST_F(Bodies, NothingIsSetInPassing) {
    std::size_t tried = 0;
    for (const auto& route : door.router.routes()) {
        if (route.body.empty() || route.name == "events.record" || route.takes_upload) continue;
        const auto known = sound(route.name);
        ASSERT_NE(known.path, "") << "no sound body is known for " << route.name;
        const auto& sender = caller(route.name == "waiting.refuse"     ? "secretary@DUK"
                                    : route.right == "manage.accounts" ? "house"
                                                                       : "office@CQ");
        door.secret(sender);
        const auto before = door.all_that_is_kept();
        for (const std::string name : not_to_be_set) {
            if (std::find(known.own.begin(), known.own.end(), name) != known.own.end()) continue;
            for (const std::string value :
                 {"1", "true", "\"office\"", "[\"record\"]", "null",
                  "[{\"role\":\"office\",\"organisation\":\"DUK\"}]", "{\"role\":\"office\"}"}) {
                const auto answer =
                    door.call(sender, route.method, known.path, with(known.body, name, value));
                EXPECT_EQ(answer.status, 400)
                    << route.name << " " << name << " " << value << " " << answer.body;
                EXPECT_TRUE(answer.has("api.member_unknown"))
                    << route.name << " " << name << " " << answer.body;
                ++tried;
            }
        }
        EXPECT_EQ(door.all_that_is_kept(), before) << route.name;
    }
    std::cout << "members tried " << tried << ", accepted 0\n";
}

// Of what an exported line holds, who recorded it and when is read over: it is as the door says.
TEST_F(Bodies, NobodyRecordsAsAnother) {
    const auto& office = caller("office@CQ");
    const std::string data =
        "\"organisation\":\"CB-1\",\"kind\":\"regular\",\"present\":5,\"absent_excused\":0,"
        "\"absent_unexcused\":0";
    int number = 0;
    for (const std::string name : not_to_be_set) {
        if (name == "id") continue;  // anybody may name what they record
        const auto before = door.head();
        const auto key = "new-" + std::to_string(++number);
        const auto body = with(line("meeting.held", key, "2020-06-01", data), name,
                               name == "recorded_at" ? "\"2001-01-01T00:00:00Z\""
                               : name == "seq"       ? "1"
                                                     : "\"house\"");
        const auto answer = door.call(office, Method::post, "/events", body);
        const bool is_of_an_export = name == "seq" || name == "recorded_at" ||
                                     name == "recorded_by" || name == "confirmed_by";
        if (!is_of_an_export) {
            EXPECT_EQ(answer.status, 422) << name << " " << answer.body;
            EXPECT_EQ(door.head(), before) << name;
            continue;
        }
        ASSERT_EQ(answer.status, 201) << name << " " << answer.body;
        const auto history = door.get(office, "/events?subject_type=meeting&key=" + key).body;
        EXPECT_EQ(member(history, "recorded_by"), office.name) << history;
        EXPECT_EQ(member(history, "confirmed_by"), "") << history;
        EXPECT_EQ(member(history, "seq"), std::to_string(door.head())) << history;
        EXPECT_GT(door.head(), before);
        EXPECT_TRUE(member(history, "recorded_at").starts_with("2020-09-2")) << history;
    }
    for (const std::string name : not_to_be_set) {
        if (name == "organisation") continue;
        const auto inside = data + ",\"" + name + "\":\"house\"";
        const auto answer = door.call(office, Method::post, "/events?check=1",
                                      line("meeting.held", "new-x", "2020-06-01", inside));
        EXPECT_EQ(answer.status, 422) << name;
    }
}

// A program's roles are some of its owner's; an administrator gives no role beyond their place, and
// to themselves none alone.
TEST_F(Bodies, RolesAreNotTaken) {
    const auto& office = caller("office@CQ");
    const auto wish = [](const std::string& role, const std::string& place) {
        return "{\"label\":\"x\",\"roles\":[{\"role\":\"" + role + "\",\"organisation\":\"" +
               place + "\"}]}";
    };
    EXPECT_EQ(door.call(office, Method::post, "/tokens", wish("office", "CQ")).status, 200);
    EXPECT_EQ(door.call(office, Method::post, "/tokens", wish("office", "DUK")).status, 422);
    EXPECT_EQ(door.call(office, Method::post, "/tokens", wish("inspection", "CQ")).status, 422);
    EXPECT_EQ(
        door.call(office, Method::post, "/tokens", "{\"label\":\"x\",\"scopes\":[\"account\"]}")
            .status,
        422);
    const auto mixed =
        "{\"label\":\"x\",\"roles\":[{\"role\":\"office\",\"organisation\":\"CQ\"},"
        "{\"role\":\"inspection\",\"organisation\":\"DUK\"}]}";
    EXPECT_EQ(door.call(office, Method::post, "/tokens", mixed).status, 422)
        << "not a part of what was asked for";

    const auto& administrator = caller("administrator@CQ");
    door.secret(administrator);
    const auto roles = [](const std::string& role, const std::string& place) {
        return "{\"roles\":[{\"role\":\"" + role + "\",\"organisation\":\"" + place + "\"}]}";
    };
    const auto own = "/accounts/" + administrator.name;
    EXPECT_EQ(door.call(administrator, Method::patch, own, roles("office", "DUK")).status, 400);
    EXPECT_EQ(door.call(administrator, Method::patch, own, roles("administrator", "")).status, 400);
    const auto asked = door.call(administrator, Method::patch, own, roles("office", "CQ"));
    EXPECT_EQ(asked.status, 202) << asked.body;
    const auto agreed =
        door.call(administrator, Method::post, "/account-changes/" + member(asked.body, "id"));
    EXPECT_EQ(agreed.status, 422) << agreed.body;
    EXPECT_EQ(door.accounts->find(administrator.name)->grants, administrator.grants);
}

}  // namespace
}  // namespace nennep::test
