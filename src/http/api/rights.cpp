#include "http/api/rights.hpp"

#include <algorithm>

#include "http/api/both.hpp"
#include "http/api/subjects.hpp"

namespace nennep::http {
namespace {

using catalogue::Rights;
using service::Permission;

std::string text(const Call& call, const std::string& key) { return in_both(call.desk.catalogue.texts(), key); }

std::string places(catalogue::Relations where) {
    std::string out = "[";
    for (const auto relation : catalogue::all_relations) {
        if ((where & catalogue::bit(relation)) == 0) continue;
        out += (out.size() == 1 ? "" : ",") + json_quoted(name_of(relation));
    }
    return out + "]";
}

std::string right_json(const Call& call, const std::string& right) {
    const auto& catalogue = call.desk.catalogue;
    const auto& rights = call.desk.rights;
    const auto label = [&](Language language) { return right_label(catalogue, right, language); };
    const auto about = [&](Language language) { return right_about(catalogue, right, language); };
    std::string out = "{\"right\":" + json_quoted(right) +
                      ",\"label\":" + in_both(label(Language::vi), label(Language::en)) +
                      ",\"about\":" + in_both(about(Language::vi), about(Language::en)) + ",\"where\":{";
    for (const auto& role : rights.roles()) {
        const auto where = rights.where(role, right);
        if (where != 0) out += (out.back() == '{' ? "" : ",") + json_quoted(role) + ":" + places(where);
    }
    return out + "}}";
}

Response table(const Call& call) {
    const auto& rights = call.desk.rights;
    std::string out = "{\"roles\":" + roles_in_both(call.desk.catalogue, rights) + ",\"relations\":{";
    for (const auto relation : catalogue::all_relations) {
        const std::string name(name_of(relation));
        out += (out.back() == '{' ? "" : ",") + json_quoted(name) + ":" + text(call, "relation." + name);
    }
    out += "},\"rights\":[";
    for (const auto& right : rights.rights()) out += (out.back() == '[' ? "\n" : ",\n") + right_json(call, right);
    out += "],\"two_persons\":[";
    for (const auto& type : rights.two_persons()) out += (out.back() == '[' ? "" : ",") + json_quoted(type);
    return json_answer(out + "]}\n");
}

// What of the guarded parts of a file these grants open, and whether they see restricted decisions.
std::string opened(const Call& call, const Permission& may, world::SubjectNo person) {
    const auto& rights = call.desk.rights;
    std::vector<catalogue::RightNo> asked;
    const auto add = [&](catalogue::RightNo right, bool is_open) {
        if (is_open && std::find(asked.begin(), asked.end(), right) == asked.end()) asked.push_back(right);
    };
    for (const auto& type : call.desk.catalogue.events()) {
        if (type.subject_type != "person") continue;
        if (rights.is_restricted(type.name)) add(rights.seeing_event(type.name), may.may_see_event(person, type.name));
        for (const auto& field : type.fields) {
            if (field.guard.empty()) continue;
            add(rights.opening(call.desk.catalogue.people(), field.guard), may.may_see_guarded(person, field.guard));
        }
    }
    std::string out = "[";
    for (const auto right : asked) out += (out.size() == 1 ? "" : ",") + json_quoted(rights.rights()[right]);
    return out + "]";
}

std::string viewer_json(const Call& call, const Desktop& desk, const accounts::Account& account,
                        world::SubjectNo person) {
    const auto& catalogue = call.desk.catalogue;
    const auto permission = [&](std::vector<catalogue::Grant> grants, const std::string& own) {
        return Permission(catalogue, call.desk.rights, desk.world(), grants, own, call.today());
    };
    std::string roles = "[";
    for (const auto& grant : account.grants) {
        const auto by_this = permission({grant}, {});
        if (!by_this.may_see(person)) continue;
        const auto place = desk.world().directory.find(catalogue.organisations(), grant.organisation);
        roles += (roles.size() == 1 ? "{\"role\":" : ",{\"role\":") + json_quoted(grant.role) + ",\"label\":" +
                 text(call, "role." + grant.role) + ",\"organisation\":" +
                 reference_json(desk.world(), catalogue, call.language, place.value_or(world::nobody)) +
                 ",\"opens\":" + opened(call, by_this, person) + "}";
    }
    roles += "]";
    const bool is_self = permission({}, account.person).is_self(person);
    if (!is_self && roles == "[]") return {};
    return "{\"account\":" + json_quoted(account.name) + ",\"self\":" + (is_self ? "true" : "false") +
           ",\"roles\":" + roles + "}";
}

Response viewers(const Call& call) {
    const Desktop desk(call);
    const auto person = desk.subject("person", call.path_part("key"));
    const auto& may = desk.may();
    if (!may.is_self(person) && !may.may("see.viewers", may.seat(person))) forbidden("see.viewers");
    std::string out = "{\"viewers\":[";
    for (const auto& account : call.desk.accounts.all()) {
        if (account.is_disabled) continue;
        const auto viewer = viewer_json(call, desk, account, person);
        if (!viewer.empty()) out += (out.back() == '[' ? "\n" : ",\n") + viewer;
    }
    return json_answer(out + "]}\n");
}

}  // namespace

std::vector<Route> rights_routes() {
    return {
        {.pattern = "/rights", .name = "rights.table", .right = "see.rights", .answer = "rights", .handle = table},
        {.pattern = "/people/{key}/viewers", .name = "people.viewers", .answer = "viewers", .handle = viewers},
    };
}

}  // namespace nennep::http
