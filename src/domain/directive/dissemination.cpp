#include "domain/directive/dissemination.hpp"

namespace nennep::directive {

Folded apply(Directive&, const Disseminated& event, const Moment&) {
    if (event.present > event.expected) {
        return Violation{"dissemination.more_present_than_expected", "data.present",
                         {{"present", std::to_string(event.present)},
                          {"expected", std::to_string(event.expected)}}};
    }
    return folded;
}

catalogue::EventType directive_disseminated() {
    return catalogue::event<Directive, Disseminated>("directive.disseminated", subject_type)
        .field("organisation", &Disseminated::organisation)
        .field("present", &Disseminated::present)
        .field("expected", &Disseminated::expected)
        .keeps(journal::DataClass::open);
}

namespace {

catalogue::Figure attendances(const char* name, std::int64_t Disseminated::*number) {
    return catalogue::flow<Directive, Disseminated>(
               name, "turn", "directive.disseminated",
               [number](const Directive&, const Disseminated& event) -> std::optional<Place> {
                   return Place{.organisation = event.organisation, .amount = event.*number};
               })
        .adding_up();
}

}  // namespace

catalogue::Figure directives_disseminated_present() {
    return attendances("directives.disseminated.present", &Disseminated::present);
}

catalogue::Figure directives_disseminated_expected() {
    return attendances("directives.disseminated.expected", &Disseminated::expected);
}

catalogue::Figure directives_dissemination_pct() {
    return catalogue::percentage("directives.dissemination_pct", "directives.disseminated.present",
                                 "directives.disseminated.expected");
}

}  // namespace nennep::directive
