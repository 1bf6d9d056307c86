#include "http/api/reveal.hpp"

#include <algorithm>

namespace nennep::http {

Parameter reveal_parameter(std::vector<std::string> guards) {
    return {.name = "reveal", .choices = std::move(guards), .may_repeat = true};
}

std::vector<std::string> revealed(const Call& call, const Desktop& desk, world::SubjectNo subject) {
    std::vector<std::string> guards;
    const auto& rights = call.desk.rights;
    for (const auto& [name, guard] : call.request.query) {
        if (name != "reveal" || std::find(guards.begin(), guards.end(), guard) != guards.end()) continue;
        const auto opening = rights.opening(desk.may().world().directory[subject].type, guard);
        // A meeting has nothing that is guarded.
        if (opening == catalogue::no_right) bad_request("api.unknown_parameter", name, {{"name", name}});
        if (!desk.may().may_see_guarded(subject, guard)) forbidden(rights.rights()[opening]);
        guards.push_back(guard);
    }
    return guards;
}

void look_at_revealed(const Call& call, const Desktop& desk, world::SubjectNo subject,
                      const std::vector<std::string>& guards) {
    const auto& known = desk.world().directory[subject];
    const auto& type = call.desk.catalogue.subjects()[known.type].name;
    for (const auto& guard : guards) call.look("reveal", type, known.key, desk.seat_key(subject), guard);
}

}  // namespace nennep::http
