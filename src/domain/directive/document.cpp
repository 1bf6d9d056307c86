#include "domain/directive/document.hpp"

namespace nennep::directive {

namespace {

template <class Event>
void take(Directive& directive, const Event& event, Direction direction, const Moment& at) {
    directive.number = event.number;
    directive.title = event.title;
    directive.kind = event.kind;
    directive.direction = direction;
    directive.issuer = event.issuer.value_or("");
    directive.is_thematic = event.thematic.value_or(false);
    directive.dated = at.on;
}

}  // namespace

Folded apply(Directive& directive, const Received& event, const Moment& at) {
    if (!event.issuer && !event.organisation) {
        return Violation{"directive.from_nowhere", "data.issuer", {{"number", event.number}}};
    }
    take(directive, event, Direction::received, at);
    directive.organisation = event.organisation.value_or(OrganisationRef{});
    return folded;
}

Folded apply(Directive& directive, const Issued& event, const Moment& at) {
    take(directive, event, Direction::issued, at);
    directive.organisation = event.organisation;
    return folded;
}

namespace {

template <class Event>
catalogue::EventType document(const char* name) {
    return catalogue::event<Directive, Event>(name, subject_type)
        .field("number", &Event::number)
        .field("kind", &Event::kind)
        .field("title", &Event::title)
        .field("issuer", &Event::issuer)
        .field("organisation", &Event::organisation)
        .field("thematic", &Event::thematic)
        .field("grade", &Event::grade)
        .shown_in_lists()
        .opens()
        .keeps(journal::DataClass::open);
}

}  // namespace

catalogue::EventType directive_received() { return document<Received>("directive.received"); }
catalogue::EventType directive_issued() { return document<Issued>("directive.issued"); }

catalogue::Figure directives_received() {
    return catalogue::flow<Directive, Received>("directives.received", "document",
                                                "directive.received");
}

catalogue::Figure directives_issued() {
    return catalogue::flow<Directive, Issued>("directives.issued", "document", "directive.issued");
}

catalogue::Figure directives_thematic() {
    return catalogue::flow<Directive, Issued>(
        "directives.thematic", "document", "directive.issued",
        [](const Directive& directive, const Issued& event) -> std::optional<Place> {
            if (!event.thematic.value_or(false)) return std::nullopt;
            return Place{.organisation = directive.organisation};
        });
}

}  // namespace nennep::directive
