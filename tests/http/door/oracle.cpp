#include "oracle.hpp"

#include <algorithm>

namespace nennep::test {
namespace {

const Place& place_of(const std::string& key) {
    return *std::find_if(places().begin(), places().end(),
                         [&](const Place& place) { return place.key == key; });
}

bool is_below(std::string place, const std::string& top) {
    for (; !place.empty(); place = place_of(place).parent) {
        if (place == top) return true;
    }
    return false;
}

std::string root_of(std::string place) {
    while (!place_of(place).parent.empty()) place = place_of(place).parent;
    return place;
}

Day today() { return Day::of(2020, 9, 25).value(); }

// Where a role is held today; none where it does not hold. What was dissolved has no office any
// more, what was absorbed goes on in the other.
std::vector<std::string> held_at(const Grant& grant) {
    if (today() < grant.from || !(today() < grant.until)) return {};
    if (grant.organisation.empty()) return {"DUK", "KH"};
    const auto& place = place_of(grant.organisation);
    if (place.is_live) return {place.key};
    return place.into.empty() ? std::vector<std::string>{} : std::vector<std::string>{place.into};
}

bool allows(const Grant& grant, const std::string& right, const std::string& place) {
    const auto where = rights_of_house().where(grant.role, right);
    for (const auto& held : held_at(grant)) {
        const auto asked = place.empty() ? root_of(held) : place;
        if ((where & catalogue::bit(relation(held, asked))) != 0) return true;
    }
    return false;
}

}  // namespace

const std::vector<Caller>& callers() {
    static const std::vector<Caller> all = [] {
        std::vector<Caller> made{{.name = "nobody", .grants = {}, .is_signed_in = false}};
        for (const auto& role : rights_of_house().roles()) {
            for (const std::string place : {"DUK", "CQ", "CB-1"}) {
                made.push_back({.name = role + "@" + place,
                                .grants = {{.role = role, .organisation = place}}});
            }
        }
        made.push_back({.name = "self", .grants = {}, .person = "p-CB-1"});
        made.push_back({.name = "member-self",
                        .grants = {{.role = "member", .organisation = "CB-1"}},
                        .person = "p-gone"});
        const auto day = [](int year) { return Day::of(year, 1, 1).value(); };
        made.push_back({.name = "ended",
                        .grants = {{.role = "office", .organisation = "DUK", .until = day(2020)}}});
        made.push_back({.name = "to-come",
                        .grants = {{.role = "office", .organisation = "DUK", .from = day(2030)}}});
        made.push_back(
            {.name = "dissolved", .grants = {{.role = "office", .organisation = "CB-E"}}});
        made.push_back(
            {.name = "absorbed", .grants = {{.role = "office", .organisation = "CB-A"}}});
        made.push_back({.name = "two",
                        .grants = {{.role = "branch_secretary", .organisation = "CB-1"},
                                   {.role = "reporter", .organisation = "DN"}}});
        made.push_back(
            {.name = "house", .grants = {{.role = "administrator", .organisation = ""}}});
        made.push_back({.name = "program",
                        .grants = {{.role = "office", .organisation = "CQ"}},
                        .scopes = {"read", "record", "import"}});
        return made;
    }();
    return all;
}

const Caller& caller(const std::string& name) {
    return *std::find_if(callers().begin(), callers().end(),
                         [&](const Caller& one) { return one.name == name; });
}

std::string stands_for(const std::string& place) {
    const auto& known = place_of(place);
    if (known.is_live) return place;
    return known.into.empty() ? known.parent : known.into;
}

catalogue::Relation relation(const std::string& held, const std::string& asked) {
    using catalogue::Relation;
    if (held == asked) return Relation::own;
    if (is_below(asked, held)) return Relation::below;
    return is_below(held, asked) ? Relation::above : Relation::beside;
}

bool holds(const Caller& caller, const std::string& right) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
        return !held_at(grant).empty() && rights_of_house().where(grant.role, right) != 0;
    });
}

bool holds_at(const Caller& caller, const std::string& right, const std::string& place) {
    const auto asked = place.empty() ? place : stands_for(place);
    return std::any_of(caller.grants.begin(), caller.grants.end(),
                       [&](const Grant& grant) { return allows(grant, right, asked); });
}

bool holds_throughout(const Caller& caller, const std::string& right, const std::string& place) {
    return std::all_of(places().begin(), places().end(), [&](const Place& one) {
        return !one.is_live || !is_below(one.key, stands_for(place)) ||
               holds_at(caller, right, one.key);
    });
}

bool holds_for_new_below(const Caller& caller, const std::string& right, const std::string& place) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
        const auto held = held_at(grant);
        const bool is_below_it = std::any_of(
            held.begin(), held.end(), [&](const std::string& top) { return is_below(place, top); });
        const auto where = rights_of_house().where(grant.role, right);
        return is_below_it && (where & catalogue::bit(catalogue::Relation::below)) != 0;
    });
}

bool is_own_file(const Caller& caller, const Thing& thing) {
    return thing.type == "person" && !caller.person.empty() && thing.key == caller.person;
}

bool sees(const Caller& caller, const Thing& thing) {
    return is_own_file(caller, thing) || holds_at(caller, "see." + thing.type, thing.seat);
}

bool reads(const Caller& caller, const Mark& mark) {
    const auto& thing = things()[mark.thing];
    if (is_own_file(caller, thing)) return true;
    return sees(caller, thing) && (mark.guard.empty() || holds_at(caller, mark.guard, thing.seat));
}

}  // namespace nennep::test
