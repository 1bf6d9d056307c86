#include "service/search.hpp"

#include <iostream>

#include "catalogue/wording.hpp"
#include "cli/commands.hpp"

namespace nennep::cli {

Status search(const Call& call) {
    const auto& options = call.options;
    const auto& catalogue = call.house.catalogue;
    std::string query;
    for (const auto& word : options.words) query += (query.empty() ? "" : " ") + word;
    if (broken_utf8(query)) throw Misuse{call.terminal.say("cli.misuse", {{"detail", "UTF-8"}})};
    OpenBooks open(call, Access::read);
    const auto& world = open.world();
    auto kinds = options.kinds;
    if (kinds.empty()) kinds = {"person", "organisation", "directive"};
    std::vector<catalogue::TypeNo> types;
    for (const auto& kind : kinds) types.push_back(catalogue.subject_type(kind).value());

    const service::Search index(world, catalogue, types);
    const auto found = index.find(query, options.most == 0 ? 20 : options.most);
    const auto today = Day::in_viet_nam(call.house.surroundings.now_ms());
    const auto home = service::belonging(world, catalogue, today);
    const auto by_rank = world.directory.ranked(catalogue.organisations());
    const catalogue::Wording wording(catalogue, options.language);
    std::string out = options.format == "json" ? "{\"total\":" + std::to_string(found.total) + ",\"found\":[" : "";
    bool is_first = true;
    for (const auto number : found.subjects) {
        const auto& subject = world.directory[number];
        const auto& kind = catalogue.subjects()[subject.type].name;
        const auto name = wording.name(subject.label);
        const auto at_home = home.find(number);
        const auto* organisation = at_home == home.end() ? nullptr : &world.directory[by_rank[at_home->second]];
        if (options.format == "json") {
            out += std::string(is_first ? "\n" : ",\n") + "{\"kind\":" + json_quoted(kind) +
                   ",\"key\":" + json_quoted(subject.key) + ",\"name\":" + json_quoted(name);
            if (organisation != nullptr) out += ",\"organisation\":" + json_quoted(organisation->key);
            out += "}";
        } else {
            out += subject.key + "  " + name;
            if (organisation != nullptr) out += "  " + organisation->label + " (" + organisation->key + ")";
            out += "\n";
        }
        is_first = false;
    }
    call.terminal.clear_line();
    call.out << out << (options.format == "json" ? "]}\n" : "");
    if (found.total == 0) call.terminal.note(call.terminal.say("search.none"));
    if (found.total > found.subjects.size()) {
        const auto left = static_cast<std::int64_t>(found.total - found.subjects.size());
        call.terminal.note(call.terminal.say("search.more", {{"count", printed({left, 0}, options.language)}}));
    }
    return done;
}

}  // namespace nennep::cli
