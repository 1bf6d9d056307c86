#include "http/api/changes.hpp"

#include <algorithm>

#include "http/api/routes.hpp"
#include "http/api/subjects.hpp"

namespace nennep::http {
namespace {

using service::Seq;

// Of more entries than these a client is only told that there were many.
constexpr Seq told_one_by_one = 500;
constexpr int ticks_between_signs_of_life = 30;

std::string entries_json(const Desk& desk, const accounts::Who& who, Seq after, Seq upto) {
    const auto reading = desk.books.read();
    const auto& world = reading.world();
    const auto may = desk.permission(who, world, Day::in_viet_nam(desk.surroundings.now_ms()));
    std::string out = "[";
    std::vector<Seq> wanted;
    for (auto seq = after + 1; seq <= upto; ++seq) wanted.push_back(seq);
    reading.books().entries(wanted, [&](const journal::StoredEntry& entry) {
        const auto header = service::header_of(entry);
        const auto subject = world.directory.find(entry.subject);
        if (!subject || world.directory[*subject].type == world::actor_type) return true;
        if (!may.may_see_event(*subject, header.action)) return true;
        const auto& known = world.directory[*subject];
        out += (out.size() == 1 ? "{\"seq\":" : ",{\"seq\":") + std::to_string(entry.seq) + ",\"type\":" +
               json_quoted(header.action) + ",\"subject_type\":" +
               json_quoted(desk.catalogue.subjects()[known.type].name) + ",\"key\":" + json_quoted(known.key) + "}";
        return true;
    });
    return out + "]";
}

Response follow(const Call& call) {
    Response response;
    response.content_type = "text/event-stream";
    response.stream = std::make_shared<Stream>();
    Seq last = call.desk.changes.head();
    // A browser that comes back says what it had.
    if (const auto seen = parse_decimal(call.request.header("last-event-id"), 0); seen && *seen >= 0) {
        last = std::min(last, static_cast<Seq>(*seen));
    }
    response.stream->next = [&desk = call.desk, who = *call.who, last,
                             ticks = 0]() mutable -> std::optional<std::string> {
        if (!desk.accounts.is_still(who)) return std::nullopt;
        const auto head = desk.changes.head();
        if (head == last) return ++ticks % ticks_between_signs_of_life == 0 ? ":\n\n" : "";
        const auto from = last;
        last = head;
        const auto what = head - from > told_one_by_one ? "null" : entries_json(desk, who, from, head);
        return "id: " + std::to_string(head) + "\nevent: recorded\ndata: {\"seq\":" + std::to_string(head) +
               ",\"entries\":" + what + "}\n\n";
    };
    return response;
}

}  // namespace

std::vector<Route> changes_routes() {
    return {{.pattern = "/changes", .name = "changes", .forms = {"text/event-stream"}, .handle = follow}};
}

}  // namespace nennep::http
