#include "domain/inspection/case.hpp"

namespace nennep::inspection {

Folded apply(Inspection& inspection, const Opened& event, const Moment& at) {
    inspection.by = event.by;
    inspection.kind = event.kind;
    inspection.target = event.target;
    inspection.topic = event.topic.value_or("");
    inspection.opened_on = at.on;
    // Without a topic it is called by its kind and day.
    inspection.label = event.topic.value_or(catalogue::in_name(event.kind) + " " + at.on.vietnamese());
    return folded;
}

Folded apply(Inspection& inspection, const Concluded&, const Moment& at) {
    if (inspection.concluded_on) {
        return Violation{"inspection.already_concluded", "type",
                         {{"day", inspection.concluded_on->vietnamese()}}};
    }
    inspection.concluded_on = at.on;
    return folded;
}

catalogue::EventType inspection_opened() {
    return catalogue::event<Inspection, Opened>("inspection.opened", subject_type)
        .field("kind", &Opened::kind)
        .field("by", &Opened::by)
        .field("target", &Opened::target)
        .shown_in_lists()
        .who_may_be_gone()
        .field("topic", &Opened::topic)
        .field("grade", &Opened::grade)
        .shown_in_lists()
        .opens()
        .seen_by("inspection")
        .keeps(journal::DataClass::in_case);
}

catalogue::EventType inspection_concluded() {
    return catalogue::event<Inspection, Concluded>("inspection.concluded", subject_type)
        .field("finding", &Concluded::finding)
        .shown_in_lists()
        .field("recommendation", &Concluded::recommendation)
        .seen_by("inspection")
        .keeps(journal::DataClass::in_case);
}

catalogue::Figure inspections(Kind kind) {
    const std::string code(choices_of(kind).codes[static_cast<std::size_t>(kind)]);
    return catalogue::flow<Inspection, Opened>(
        "inspections." + code, "case", "inspection.opened",
        [kind](const Inspection& inspection, const Opened& event) -> std::optional<Place> {
            if (event.kind != kind) return std::nullopt;
            return Place{.organisation = inspection.by};
        });
}

catalogue::Figure inspections_opened() {
    return catalogue::flow<Inspection, Opened>("inspections.opened", "case", "inspection.opened");
}

catalogue::Figure inspections_concluded() {
    return catalogue::flow<Inspection, Concluded>("inspections.concluded", "case",
                                                  "inspection.concluded");
}

}  // namespace nennep::inspection
