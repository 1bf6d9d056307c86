// The description of the API: what it points to is there, and it tells each route apart.
#include <gtest/gtest.h>

#include <set>

#include "http/api/openapi.hpp"
#include "http/api/problem.hpp"
#include "http/api/routes.hpp"
#include "permission_fixture.hpp"

namespace nennep::test {
namespace {

const std::string& described() {
    static const auto file = http::openapi(house(), rights(), http::all_routes(), "test");
    return file;
}

bool has_schema(const std::string& name) {
    const auto schemas = described().find("\"schemas\":{");
    return described().find("\n" + json_quoted(name) + ":{", schemas) != std::string::npos;
}

TEST(Description, EveryAnswerAndBodyNamesASchema) {
    for (const auto& route : http::all_routes()) {
        EXPECT_TRUE(route.answer.empty() || has_schema(route.answer)) << route.name << ": " << route.answer;
        EXPECT_TRUE(route.body.empty() || has_schema(route.body)) << route.name << ": " << route.body;
        const auto& forms = route.forms;
        const bool has_json = std::find(forms.begin(), forms.end(), "application/json") != forms.end();
        constexpr int without_content = 204;
        const bool is_told = !route.answer.empty() || route.name == "openapi" || route.success == without_content;
        EXPECT_TRUE(!has_json || is_told) << route.name << " answers with JSON that no schema describes";
    }
}

TEST(Description, EveryReferenceLeadsToASchema) {
    constexpr std::string_view reference = "\"$ref\":\"#/components/schemas/";
    std::set<std::string> named;
    for (auto at = described().find(reference); at != std::string::npos; at = described().find(reference, at + 1)) {
        const auto begin = at + reference.size();
        named.insert(described().substr(begin, described().find('"', begin) - begin));
    }
    EXPECT_GT(named.size(), 50u);
    for (const auto& name : named) EXPECT_TRUE(has_schema(name)) << name;
}

TEST(Description, ARefusalNamesItsRuleAndWhatItRestsOn) {
    Refusals refusals;
    refusals.add({"badge.no_such_badge", "data.years", {{"years", "33"}}});
    const auto answer = http::problem(house().texts(), Language::en, 422, refusals);
    EXPECT_EQ(answer.content_type, "application/problem+json; charset=utf-8");
    EXPECT_NE(answer.body.find("\"rule\":\"BDG-1\",\"basis\":{\"vi\":\"BDG-1 · Quy định 294-QĐ/TW"), std::string::npos)
        << answer.body;
    for (const auto& key : house().texts().keys()) {
        if (!key.starts_with("basis.")) continue;
        EXPECT_TRUE(house().texts().has("refusal." + key.substr(6))) << key << " belongs to no refusal";
    }
}

TEST(Description, NamesEachRouteOnce) {
    std::set<std::string> names;
    for (const auto& route : http::all_routes()) EXPECT_TRUE(names.insert(route.name).second) << route.name;
}

TEST(Description, EachRouteAndParameterHasItsWords) {
    const auto& texts = house().texts();
    for (const auto& route : http::all_routes()) {
        EXPECT_TRUE(texts.has("api.route." + route.name)) << route.name;
        for (const auto& parameter : route.query) {
            EXPECT_TRUE(texts.has("api.parameter." + parameter.name)) << route.name << ": " << parameter.name;
        }
    }
}

TEST(Description, WhatHasNoContentIsDescribedWithNone) {
    EXPECT_EQ(described().find("\"204\":{\"description\":\"OK\",\"content\""), std::string::npos);
    EXPECT_NE(described().find("\"204\":{\"description\":\"OK\"}"), std::string::npos);
}

}  // namespace
}  // namespace nennep::test
