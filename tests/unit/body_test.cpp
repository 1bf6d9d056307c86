// Bodies of requests: what is missing, wrong, too much or nobody's.
#include <gtest/gtest.h>

#include "http/api/body.hpp"
#include "http/api/call.hpp"

namespace nennep::http {
namespace {

// The objections of a reading, as "code field".
std::vector<std::string> objections(const std::string& json, const std::function<void(Body&)>& read) {
    try {
        Body body(json);
        read(body);
        body.finish();
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 400);
        std::vector<std::string> all;
        for (const auto& refusal : problem.refusals.all()) all.push_back(refusal.code + " " + refusal.field);
        return all;
    }
    return {};
}

using Lines = std::vector<std::string>;
void nothing(Body&) {}

TEST(body, is_one_json_object) {
    EXPECT_EQ(objections("{}", nothing), Lines{});
    EXPECT_EQ(objections(" {} \n", nothing), Lines{});
    EXPECT_EQ(objections("", nothing), Lines{"api.body_not_json "});
    EXPECT_EQ(objections("{", nothing), Lines{"api.body_not_json "});
    EXPECT_EQ(objections("{} {}", nothing), Lines{"api.body_not_json "});
    EXPECT_EQ(objections("[]", nothing), Lines{"api.body_not_an_object "});
    EXPECT_EQ(objections("null", nothing), Lines{"api.body_not_an_object "});
    EXPECT_EQ(objections("{\"a\":\"\xff\"}", nothing), Lines{"api.body_not_utf8 "});
    const auto deep = [](int levels) {
        return "{\"a\":" + std::string(static_cast<std::size_t>(levels), '[') +
               std::string(static_cast<std::size_t>(levels), ']') + "}";
    };
    const auto asks = [](Body& body) { body.has("a"); };
    EXPECT_EQ(objections(deep(31), asks), Lines{});
    EXPECT_EQ(objections(deep(32), asks), Lines{"api.body_too_deep "});
    EXPECT_EQ(objections(deep(100'000), asks), Lines{"api.body_too_deep "});
}

TEST(body, refuses_members_that_nobody_asked_for) {
    const auto asks = [](Body& body) {
        body.text("name");
        for (auto& grant : body.objects("grants")) grant.text("role");
    };
    EXPECT_EQ(objections(R"({"name":"x","grants":[{"role":"y"}]})", asks), Lines{});
    EXPECT_EQ(objections(R"({"name":"x","is_admin":true})", asks), Lines{"api.member_unknown is_admin"});
    EXPECT_EQ(objections(R"({"name":"x","grants":[{"role":"y"},{"role":"z","until":1}]})", asks),
              Lines{"api.member_unknown grants[1].until"});
    EXPECT_EQ(objections("{}", asks), Lines{"api.member_missing name"});
    EXPECT_EQ(objections(R"({"name":null})", asks), Lines{"api.member_missing name"});
}

TEST(body, gathers_all_that_is_wrong) {
    const auto asks = [](Body& body) {
        body.text("name", 3);
        body.flag("check", false);
        body.number_if_given("days", 1, 365);
        body.day_if_given("on");
        body.texts("scopes", 2, 4);
        body.objects("grants");
    };
    EXPECT_EQ(
        objections(R"({"name":5,"check":"yes","days":366,"on":"2020-02-30","scopes":["read",1,"x"],"grants":[1]})",
                   asks),
        (Lines{"api.member_not_text name", "api.member_not_flag check", "api.member_not_number days",
               "api.member_not_day on", "api.member_too_many scopes", "api.member_not_object grants[0]"}));
    EXPECT_EQ(objections(R"({"name":"đường","days":1.5,"scopes":["record"],"grants":{}})", asks),
              (Lines{"api.member_too_long name", "api.member_not_number days", "api.member_too_long scopes[0]",
                     "api.member_not_list grants"}));
    EXPECT_EQ(
        objections(R"({"name":"đườ","days":365,"check":true,"on":"2020-02-29","scopes":["read"],"grants":[]})", asks),
        Lines{});
    EXPECT_EQ(objections("{\"name\":\"a\\u0000b\"}", asks), Lines{"api.member_too_long name"});
}

TEST(body, gives_objects_of_a_list_as_they_stand) {
    const std::string one = R"({"a":"}\"]{","n":2.10,"l":[{},[1]]})", two = R"({"b" : null})";
    EXPECT_EQ(objects_in(one, 10), (std::vector<std::string_view>{one}));
    const auto list = "[ " + one + ",\n" + two + " ]";
    EXPECT_EQ(objects_in(list, 10), (std::vector<std::string_view>{one, two}));
    EXPECT_TRUE(objects_in("[]", 10).empty());
    EXPECT_THROW(objects_in(list, 1), Problem);
    EXPECT_THROW(objects_in("[1]", 10), Problem);
    EXPECT_THROW(objects_in("[{}", 10), Problem);
    EXPECT_THROW(objects_in("\"{}\"", 10), Problem);
}

}  // namespace
}  // namespace nennep::http
