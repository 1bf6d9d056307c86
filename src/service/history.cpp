#include "service/history.hpp"

#include <algorithm>

#include "service/inquiry.hpp"

namespace nennep::service {

HistoryLine history_line(const Books& books, const World& world, const journal::StoredEntry& entry) {
    const auto header = header_of(entry);
    catalogue::Fact fact;
    HistoryLine line;
    line.seq = entry.seq;
    line.event = header.action;
    line.effective_on = header.effective_on;
    line.recorded_ms = header.recorded_ms;
    line.recorded_by = actor_name(world, header.actor);
    line.confirmed_by = actor_name(world, header.second_actor);
    bool is_sound = true;
    if (const auto* type = books.type_of(header)) {
        catalogue::Box event;
        is_sound = catalogue::decode(entry.payload, *type, world.directory, fact, &event);
        if (is_sound) {
            catalogue::write_data(line.data, *type, event.get(), world.directory);
            for (const auto& field : type->fields) {
                const void* value = field.in(event.get());
                if (!field.kind->present(value)) continue;
                HistoryLine::Part part{field.name, {}, field.kind->choices};
                field.kind->write(part.json, value, world.directory);
                if (field.kind->names != catalogue::Names::nothing) field.kind->naming(value, part.named);
                line.parts.push_back(std::move(part));
            }
        }
    } else if (header.action == catalogue::voiding) {
        catalogue::Voided voided;
        is_sound = catalogue::decode(entry.payload, fact, voided);
        line.voids = voided.target;
        line.reason = voided.reason;
    }
    if (!is_sound) throw Fault("store.damaged", "entry " + std::to_string(entry.seq));
    line.id = fact.id;
    line.authority = std::move(fact.authority);
    return line;
}

std::vector<HistoryLine> history_of(const Books& books, const World& world, SubjectNo subject,
                                    std::optional<Seq> known_up_to) {
    auto stream = books.stream_of(world.directory[subject].id);
    if (known_up_to) {
        std::erase_if(stream.events, [&](const StreamEvent& e) { return e.seq > *known_up_to; });
    }
    const auto gone = catalogue::voided_in(stream.events);
    std::vector<HistoryLine> lines;
    for (const auto& entry : stream.entries) {
        if (known_up_to && entry.seq > *known_up_to) continue;
        lines.push_back(history_line(books, world, entry));
        lines.back().is_voided = gone.contains(entry.seq);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine& a, const HistoryLine& b) {
        return a.effective_on != b.effective_on ? a.effective_on < b.effective_on : a.seq < b.seq;
    });
    return lines;
}

}  // namespace nennep::service
