#include "matrix.hpp"

#include <iostream>
#include <map>
#include <set>

namespace nennep::test {
namespace {

constexpr const char* name_of(Expected expected) {
    switch (expected) {
        case Expected::allowed: return "allowed";
        case Expected::forbidden: return "403";
        case Expected::hidden: return "404";
        case Expected::signed_out: return "401";
    }
    return "";
}

Expected outcome(int status) {
    if (status == 401) return Expected::signed_out;
    if (status == 403) return Expected::forbidden;
    return status == 404 ? Expected::hidden : Expected::allowed;
}

std::string in_words(const Caller& caller, Method method, const std::string& path,
                     const std::string& body) {
    return caller.name + ": " + std::string(http::name_of(method)) + " " + path +
           (body.empty() ? "" : " " + body);
}

// Which routes were asked for, by whom: roles, and nobody.
std::map<std::string, std::set<std::string>>& asked() {
    static std::map<std::string, std::set<std::string>> by_route;
    return by_route;
}

// After all tests: every route of the table was asked for by every role, and by nobody. So a route
// that is new is noticed until a test knows how to ask for it.
class EveryRoute : public testing::Environment {
public:
    void TearDown() override {
        if (testing::GTEST_FLAG(filter) != "*") return;
        for (const auto& route : http::all_routes()) {
            const auto& who = asked()[route.name];
            for (const auto& role : rights_of_house().roles()) {
                EXPECT_TRUE(who.contains(role)) << route.name << " was not asked for by " << role;
            }
            EXPECT_TRUE(who.contains("nobody")) << route.name << " was not asked for by nobody";
        }
        std::cout << "routes " << asked().size() << "\n";
    }
};
const auto* const every_route = testing::AddGlobalTestEnvironment(new EveryRoute);

}  // namespace

Door& common_door() {
    static Door door;
    return door;
}

void Matrix::TearDown() {
    std::cout << "cells " << cells_ << ", of them allowed " << allowed_ << ", marks read " << marks_
              << ", unexpected " << wrong_.size() << "\n";
    RecordProperty("cells", static_cast<int>(cells_));
    constexpr std::size_t shown = 60;
    for (std::size_t i = 0; i < std::min(wrong_.size(), shown); ++i) ADD_FAILURE() << wrong_[i];
    EXPECT_EQ(wrong_.size(), 0u);
}

Answer Matrix::check(const Caller& caller, Method method, const std::string& path,
                     const std::string& body, Expected expected) {
    const auto request = door.request(caller, method, path, body);
    auto answer = door.send(request);
    remember(request, caller);
    ++cells_;
    const auto what = in_words(caller, method, path, body);
    const auto came = outcome(answer.status);
    if (came == Expected::allowed) ++allowed_;
    if (answer.status == 400 || answer.status == 405 || answer.status >= 500) {
        wrong(what + ": the test asks wrongly, or the door failed: " +
              std::to_string(answer.status) + " " + answer.body);
    } else if (came != expected) {
        wrong(what + ": expected " + name_of(expected) + ", was " + std::to_string(answer.status) +
              " " + (came == Expected::allowed ? "" : answer.body));
    }
    look_for_marks(caller, what, answer.body);
    return answer;
}

void Matrix::remember(const http::Request& request, const Caller& caller) {
    const auto* route = door.gate.route_of(request);
    if (route == nullptr) return;
    auto& who = asked()[route->name];
    if (!caller.is_signed_in) who.insert("nobody");
    for (const auto& grant : caller.grants) who.insert(grant.role);
}

void Matrix::note(const Caller& caller, const std::string& what, bool is_allowed, bool may_be) {
    ++cells_;
    if (is_allowed) ++allowed_;
    if (is_allowed != may_be)
        wrong(caller.name + ": " + what + (is_allowed ? " was allowed" : " was denied"));
}

void Matrix::look_for_marks(const Caller& caller, const std::string& what,
                            const std::string& text) {
    for (const auto* mark : marks_in(text)) {
        ++marks_;
        if (reads(caller, *mark)) continue;
        wrong(what + ": shows " + mark->text + " of " + things()[mark->thing].key + ", " +
              mark->guard);
    }
}

void Matrix::check_all(
    Method method, const std::string& path, const std::string& body, const Expect& expect,
    const std::function<void(const Caller& caller, const Answer& answer)>& look) {
    for (const auto& caller : callers()) {
        const auto expected = caller.is_signed_in ? expect(caller) : Expected::signed_out;
        const auto answer = check(caller, method, path, body, expected);
        if (look && expected == Expected::allowed && answer.status < 300) look(caller, answer);
    }
}

Expected with_right(const Caller& caller, const std::string& right, Expected then) {
    return holds(caller, right) ? then : Expected::forbidden;
}

Expected seen(bool is_seen) { return is_seen ? Expected::allowed : Expected::hidden; }

}  // namespace nennep::test
