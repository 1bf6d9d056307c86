#include "domain/training/opening.hpp"

namespace nennep::training {

Folded apply(Class& held, const Opened& event, const Moment&) {
    if (event.to < event.from) {
        return Violation{"class.ends_before_it_begins", "data.to",
                         {{"name", event.name}, {"day", event.from.vietnamese()}}};
    }
    held.name = event.name;
    held.kind = event.kind;
    held.host = event.host;
    held.from = event.from;
    held.to = event.to;
    return folded;
}

catalogue::EventType class_opened() {
    return catalogue::event<Class, Opened>("class.opened", subject_type)
        .field("kind", &Opened::kind)
        .field("name", &Opened::name)
        .field("host", &Opened::host)
        .field("from", &Opened::from)
        .field("to", &Opened::to)
        .opens()
        .keeps(journal::DataClass::open);
}

catalogue::Figure classes(Kind kind) {
    return catalogue::flow<Class, Opened>(
        "classes." + code_of(kind), "class", "class.opened",
        [kind](const Class& held, const Opened&) -> std::optional<Place> {
            if (held.kind != kind) return std::nullopt;
            return Place{.organisation = held.host, .from = held.from};
        });
}

}  // namespace nennep::training
