// Which route a path finds.
#include <gtest/gtest.h>

#include "http/route.hpp"

namespace nennep::http {
namespace {

Route route(Method method, std::string pattern) {
    Route route;
    route.method = method;
    route.name = pattern;
    route.pattern = std::move(pattern);
    return route;
}

const Router& router() {
    static const Router table({route(Method::get, "/people/{key}"), route(Method::patch, "/people/{key}"),
                               route(Method::get, "/people/count"), route(Method::get, "/people"),
                               route(Method::post, "/people"), route(Method::get, "//healthz"),
                               route(Method::get, "//"), route(Method::get, "/figures/{name}/records")});
    return table;
}

std::string found(Method method, std::string_view path) {
    const auto match = router().find(method, path);
    if (match.route == nullptr) return match.others.empty() ? "nothing" : "others";
    auto out = match.route->pattern;
    for (const auto& [name, value] : match.path) out += " " + name + "=" + value;
    return out;
}

TEST(routes, are_found_by_method_and_path) {
    EXPECT_EQ(found(Method::get, "/api/v1/people/HS%201"), "/people/{key} key=HS 1");
    EXPECT_EQ(found(Method::get, "/api/v1/people/a%2Fb"), "/people/{key} key=a/b");
    EXPECT_EQ(found(Method::get, "/api/v1/people/%C4%90%E1%BB%97"), "/people/{key} key=Đỗ");
    EXPECT_EQ(found(Method::get, "/api/v1/people/count"), "/people/count");
    EXPECT_EQ(found(Method::patch, "/api/v1/people/count"), "/people/{key} key=count");
    EXPECT_EQ(found(Method::head, "/api/v1/people"), "/people");
    EXPECT_EQ(found(Method::get, "/api/v1/figures/members.total/records"),
              "/figures/{name}/records name=members.total");
    EXPECT_EQ(found(Method::get, "/healthz"), "//healthz");
    EXPECT_EQ(found(Method::get, "/"), "//");
}

TEST(routes, that_do_not_exist) {
    for (const auto* path : {"", "*", "people", "/people", "/api/v1", "/api/v1/", "/api/v1/people/", "/api/v1//people",
                             "/api/v1/people/a/b", "/api/v1/healthz", "/api/v2/people", "/API/v1/people",
                             "/api/v1/people/%ff", "/api/v1/people/%", "//healthz", "/healthz/"}) {
        EXPECT_EQ(found(Method::get, path), "nothing") << path;
    }
}

TEST(routes, with_other_methods_say_which) {
    const auto match = router().find(Method::del, "/api/v1/people/HS-1");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.others, (std::vector<Method>{Method::get, Method::patch}));
    EXPECT_EQ(found(Method::head, "/api/v1/people"), "/people");
    EXPECT_TRUE(router().find(Method::get, "/api/v1/people").others.empty());
}

TEST(routes, escapes) {
    EXPECT_EQ(unescaped("a+b%20c", true), "a b c");
    EXPECT_EQ(unescaped("a+b%20c", false), "a+b c");
    EXPECT_EQ(unescaped("%e1%BA%bfnhé", false), "ếnhé");
    for (const auto* bad : {"%", "%4", "%4g", "%%41", "%ff", "%c3", "%ed%a0%80", "%c0%af", "%00"}) {
        EXPECT_EQ(unescaped(bad, true), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace nennep::http
