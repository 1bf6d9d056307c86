#include "domain/congress/congress.hpp"

namespace nennep::congress {

Folded apply(Congress& congress, const Held& event, const Moment& at) {
    if (event.ordinal < 1) return Violation{"congress.no_such_ordinal", "data.ordinal", {}};
    if (auto violation = must_be_a_term(event.term_from, event.term_to)) return violation;
    if (event.delegates_called && event.delegates_present &&
        *event.delegates_present > *event.delegates_called) {
        return Violation{"congress.more_present_than_called", "data.delegates_present",
                         {{"present", std::to_string(*event.delegates_present)},
                          {"called", std::to_string(*event.delegates_called)}}};
    }
    congress.organisation = event.organisation;
    congress.held_on = at.on;
    congress.ordinal = event.ordinal;
    congress.term_from = event.term_from;
    congress.term_to = event.term_to;
    congress.delegates_called = event.delegates_called;
    congress.delegates_present = event.delegates_present;
    congress.label = roman(event.ordinal) + ", " + term_label(event.term_from, event.term_to);
    return folded;
}

catalogue::EventType congress_held() {
    return catalogue::event<Congress, Held>("congress.held", congress_type)
        .field("organisation", &Held::organisation)
        .field("ordinal", &Held::ordinal)
        .field("term_from", &Held::term_from)
        .field("term_to", &Held::term_to)
        .field("delegates_called", &Held::delegates_called)
        .field("delegates_present", &Held::delegates_present)
        .opens()
        .keeps(journal::DataClass::open);
}

catalogue::Figure congresses_held() {
    return catalogue::flow<Congress, Held>("congresses.held", "congress", "congress.held");
}

}  // namespace nennep::congress
