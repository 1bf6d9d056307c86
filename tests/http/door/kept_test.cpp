// What an account keeps for itself: it is there again after the next sign-in, and nobody else's.
#include "matrix.hpp"

namespace nennep::test {
namespace {

class Kept : public testing::Test {
protected:
    Answer keep(const std::string& name, const std::string& value, const Caller& by) {
        return door.call(by, Method::put, "/session/kept/" + name, "{\"value\":" + value + "}");
    }
    Answer keep(const std::string& name, const std::string& value) {
        return keep(name, value, office);
    }
    Door door;
    const Caller& office = caller("office@CQ");
    const Caller& other = caller("secretary@DUK");
};

TEST_F(Kept, AValueIsThereAfterTheNextSignIn) {
    EXPECT_EQ(door.get(office, "/session/kept").body, "{\"kept\":{}}\n");
    EXPECT_EQ(keep("columns.people", "[ \"seat\", \"status\" ]").status, 204);
    EXPECT_EQ(keep("density", "\"compact\"").status, 204);
    EXPECT_EQ(keep("density", "\"roomy\"").status, 204);
    EXPECT_EQ(door.call(office, Method::del, "/session").status, 204);
    door.forget(office);
    EXPECT_EQ(door.get(office, "/session/kept").body,
              "{\"kept\":{\n\"columns.people\":[\"seat\",\"status\"],\n\"density\":\"roomy\"}}\n");
    EXPECT_EQ(door.get(other, "/session/kept").body, "{\"kept\":{}}\n");
    EXPECT_EQ(keep("density", "false", other).status, 204);
    EXPECT_EQ(door.call(office, Method::del, "/session/kept/density").status, 204);
    EXPECT_EQ(door.call(office, Method::del, "/session/kept/density").status, 204);
    EXPECT_FALSE(door.get(office, "/session/kept").has("density"));
    EXPECT_EQ(door.get(other, "/session/kept").body, "{\"kept\":{\n\"density\":false}}\n");
}

TEST_F(Kept, NamesAreShortAndPlain) {
    for (const std::string name : {"a", "0", "filters.people-2_b", "..."}) {
        EXPECT_EQ(keep(name, "1").status, 204) << name;
    }
    EXPECT_EQ(keep(std::string(60, 'a'), "1").status, 204);
    for (const std::string& name : {std::string(61, 'a'), std::string("A"), std::string("a%20b"),
                                    std::string("%C4%91"), std::string("a%2F")}) {
        const auto refused = keep(name, "1");
        EXPECT_EQ(refused.status, 422) << name << refused.body;
        EXPECT_TRUE(refused.has("kept.bad_name")) << refused.body;
        EXPECT_EQ(door.call(office, Method::del, "/session/kept/" + name).status, 422) << name;
    }
}

TEST_F(Kept, ThereIsAnEndToIt) {
    const auto longest = "\"" + std::string(16 * 1024 - 2, 'x') + "\"";
    EXPECT_EQ(keep("n0", longest).status, 204);
    const auto longer = keep("n0", "\"x" + longest.substr(1));
    EXPECT_EQ(longer.status, 422);
    EXPECT_TRUE(longer.has("kept.too_long")) << longer.body;
    for (int number = 1; number < 100; ++number) {
        ASSERT_EQ(keep("n" + std::to_string(number), "{}").status, 204) << number;
    }
    const auto one_more = keep("n100", "{}");
    EXPECT_EQ(one_more.status, 422);
    EXPECT_TRUE(one_more.has("kept.too_many")) << one_more.body;
    EXPECT_EQ(keep("n99", "[]").status, 204) << "what is there may change";
    EXPECT_EQ(keep("n100", "{}", other).status, 204) << "each has their own";
    EXPECT_EQ(door.call(office, Method::del, "/session/kept/n1").status, 204);
    EXPECT_EQ(keep("n100", "{}").status, 204);
}

TEST_F(Kept, OnlyJsonIsKept) {
    for (const std::string body :
         {"", "{}", "[]", "{\"value\":null}", "{\"value\":x}", "{\"value\":1,\"more\":1}"}) {
        const auto answer = door.call(office, Method::put, "/session/kept/a", body);
        EXPECT_EQ(answer.status, 400) << body << answer.body;
    }
    EXPECT_EQ(door.get(office, "/session/kept").body, "{\"kept\":{}}\n");
}

}  // namespace
}  // namespace nennep::test
