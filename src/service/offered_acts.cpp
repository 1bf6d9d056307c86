#include "service/offered_acts.hpp"

#include <algorithm>
#include <map>

#include "catalogue/possible.hpp"

namespace nennep::service {

std::vector<OfferedAct> offered_acts(const Books& books, const Permission& permission, SubjectNo subject) {
    std::vector<OfferedAct> acts;
    if (subject == world::nobody) return acts;
    const auto& rights = permission.rights();
    const auto& known = permission.world().directory[subject];
    const auto may = [&](const catalogue::EventType& type) {
        // What comes by transfer is recorded by whoever has charge of it afterwards, wherever that is.
        if (type.by_receiver) return permission.may(rights.recording(type.name));
        return permission.may_record(subject, type.name);
    };
    auto stream = books.stream_of(known.id);
    catalogue::arrange(stream.events);
    if (stream.events.empty()) return acts;
    // Of what begins later it is asked what may follow its beginning.
    const auto day = std::max(permission.today(), stream.events.front().on);
    std::erase_if(stream.events, [&](const StreamEvent& event) { return event.on > day; });
    for (const auto* type : catalogue::possible_next(books.catalogue(), known.type, subject, stream.events,
                                                     permission.world().directory, day)) {
        if (may(*type)) acts.push_back({type, rights.needs_two(type->name)});
    }
    return acts;
}

void mark_what_may_be_voided(const Permission& permission, SubjectNo subject, std::vector<HistoryLine>& lines) {
    std::map<Seq, const HistoryLine*> by_seq;
    for (const auto& line : lines) by_seq[line.seq] = &line;
    const bool may_void = permission.may_record(subject, catalogue::voiding);
    for (auto& line : lines) {
        // What is voided comes before what voids it, so this ends.
        const HistoryLine* stated = &line;
        while (stated != nullptr && stated->voids) {
            const auto found = by_seq.find(*stated->voids);
            stated = found == by_seq.end() ? nullptr : found->second;
        }
        line.may_void = may_void && !line.is_voided && stated != nullptr &&
                        permission.may_record(subject, stated->event);
    }
}

std::string json_of(const std::vector<OfferedAct>& acts) {
    std::string out = "[";
    for (const auto& act : acts) {
        out += (out.size() == 1 ? "{\"type\":" : ",{\"type\":") + json_quoted(act.type->name) + ",\"two\":" +
               (act.needs_two ? "true" : "false") + "}";
    }
    return out + "]";
}

}  // namespace nennep::service
