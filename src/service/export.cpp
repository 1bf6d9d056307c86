#include "service/export.hpp"

#include <algorithm>

#include "service/history.hpp"
#include "service/moment.hpp"

namespace nennep::service {
namespace {

void append_field(std::string& out, std::string_view name, std::string_view text) {
    out += out.back() == '{' ? "" : ",";
    append_json(out, name);
    out.push_back(':');
    append_json(out, text);
}

// What a line states, without who recorded it and when. `target` names the voided event.
std::string statement(const World& world, const journal::Header& header, const HistoryLine& event,
                      std::string_view target) {
    std::string out = "{";
    append_field(out, "type", event.event);
    const auto subject = world.directory.find(header.subject);
    append_field(out, "subject", world.directory[subject.value_or(world::nobody)].key);
    append_field(out, "effective_on", event.effective_on.iso());
    if (const auto& authority = event.authority; !authority.empty()) {
        out += ",\"authority\":{";
        if (!authority.number.empty()) append_field(out, "number", authority.number);
        if (authority.date) append_field(out, "date", authority.date->iso());
        if (!authority.issuer.empty()) append_field(out, "issuer", authority.issuer);
        out.push_back('}');
    }
    out += ",\"data\":";
    if (event.voids) {
        out.push_back('{');
        append_field(out, "event", target);
        append_field(out, "reason", event.reason);
        out.push_back('}');
    } else {
        out += event.data;
    }
    return out;
}

template <class Take>
void each_event(const Books& books, const World& world, Take&& take) {
    books.store().read(0, [&](const journal::StoredEntry& entry) {
        if (entry.seq > world.head.seq) return false;
        const auto header = header_of(entry);
        if (header.action == catalogue::naming_an_actor) return true;
        take(header, history_line(books, world, entry));
        return true;
    });
}

}  // namespace

void export_events(const Books& books, const World& world,
                   const std::function<void(std::string_view)>& line) {
    const auto id_of = [&](const HistoryLine& event) {
        return event.id.empty() ? books.export_id(event.seq) : event.id;
    };
    each_event(books, world, [&](const journal::Header& header, const HistoryLine& event) {
        std::string target;
        if (event.voids) {
            const auto voided = books.entry(*event.voids);
            ensure(voided.has_value(), "what is voided was recorded");
            target = id_of(history_line(books, world, *voided));
        }
        std::string out = statement(world, header, event, target);
        append_field(out, "id", id_of(event));
        out += ",\"seq\":" + std::to_string(event.seq);
        append_field(out, "recorded_at", iso_moment(event.recorded_ms));
        append_field(out, "recorded_by", event.recorded_by);
        if (!event.confirmed_by.empty()) append_field(out, "confirmed_by", event.confirmed_by);
        out.push_back('}');
        line(out);
    });
}

Digest facts_digest(const Books& books, const World& world) {
    std::vector<Digest> all(static_cast<std::size_t>(world.head.seq) + 1);
    std::vector<Digest> facts;
    each_event(books, world, [&](const journal::Header& header, const HistoryLine& event) {
        const std::string target = event.voids ? hex(bytes_of(all[*event.voids])) : std::string();
        all[event.seq] = sha256(statement(world, header, event, target));
        facts.push_back(all[event.seq]);
    });
    std::sort(facts.begin(), facts.end());
    Sha256 hasher;
    for (const auto& fact : facts) hasher.add(bytes_of(fact));
    return hasher.finish();
}

}  // namespace nennep::service
