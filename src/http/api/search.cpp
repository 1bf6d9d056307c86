#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"
#include "service/search_index.hpp"

namespace nennep::http {
namespace {

constexpr std::size_t shown_at_first = 20;
constexpr std::size_t most_shown = 100;

Response search(const Call& call) {
    const Desktop desk(call);
    const auto& catalogue = call.desk.catalogue;
    const auto& directory = desk.world().directory;
    const auto limit = static_cast<std::size_t>(call.number("limit").value_or(static_cast<int>(shown_at_first)));
    if (limit < 1 || limit > most_shown) {
        bad_request("value.out_of_range", "limit", {{"value", std::to_string(limit)}, {"from", "1"}, {"to", "100"}});
    }
    std::optional<catalogue::TypeNo> kind;
    if (const auto* asked = call.given("kind")) kind = catalogue.subject_type(*asked);
    const auto index = call.desk.search.of(desk.world(), call.now_ms);
    const auto found = index->find(*call.given("q"), limit, [&](world::SubjectNo subject) {
        // The tree names organisations whose registers are closed: who gives roles must find where.
        const auto& known = directory[subject];
        return (!kind || known.type == *kind) && desk.may().may_name(known.type, known.key);
    });
    const auto belonging = desk.world().directory.ranked(catalogue.organisations());
    std::string out = "{\"total\":" + std::to_string(found.total) + ",\"found\":[";
    for (const auto subject : found.subjects) {
        const auto seat = desk.world().seat(subject);
        out += (out.back() == '[' ? "\n{" : ",\n{") + std::string("\"kind\":") +
               json_quoted(catalogue.subjects()[directory[subject].type].name) + ",\"key\":" +
               json_quoted(directory[subject].key) + ",\"label\":" + json_quoted(directory[subject].label) +
               ",\"organisation\":" +
               (seat == world::nowhere ? "null"
                                       : reference_json(desk.world(), catalogue, call.language, belonging[seat])) +
               "}";
    }
    return json_answer(out + "]}\n");
}

}  // namespace

std::vector<Route> search_routes() {
    return {{.pattern = "/search", .name = "search",
             .query = {{.name = "q", .required = true},
                       {.name = "kind", .choices = {"person", "organisation", "directive"}},
                       {.name = "limit", .kind = Parameter::Kind::whole_number}},
             .answer = "search", .handle = search}};
}

}  // namespace nennep::http
