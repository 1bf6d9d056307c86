#include "domain/target/setting.hpp"

#include "catalogue/asking.hpp"

namespace nennep::target {

Folded apply(Target& target, const Set& event, const Moment&) {
    const std::string year = std::to_string(event.year);
    if (!organisation::is_sensible_year(event.year)) {
        return Violation{"target.year_out_of_range", "data.year", {{"year", year}}};
    }
    if (event.at_least.has_value() == event.at_most.has_value()) {
        return Violation{"target.one_bound", "data.at_least", {{"name", event.figure.name}}};
    }
    target.label = event.figure.name + " " + year;
    target.organisation = event.organisation;
    target.year = event.year;
    target.figure = event.figure.name;
    target.at_least = event.at_least;
    target.at_most = event.at_most;
    return folded;
}

catalogue::EventType target_set() {
    return catalogue::event<Target, Set>("target.set", subject_type)
        .field("organisation", &Set::organisation)
        .field("year", &Set::year)
        .field("figure", &Set::figure)
        .field("at_least", &Set::at_least)
        .field("at_most", &Set::at_most)
        .opens()
        .keeps(journal::DataClass::open);
}

namespace {

catalogue::Figure bounds(std::string_view name, std::optional<catalogue::Bound> Set::*bound) {
    auto figure = catalogue::flow<Target, Set>(
        std::string(name), "target", "target.set",
        [bound](const Target& target, const Set& event) -> std::optional<Place> {
            if (!(event.*bound)) return std::nullopt;
            return Place{.organisation = target.organisation,
                         .from = Day::of(static_cast<int>(event.year), 1, 1),
                         .about = catalogue::figure_code(event.figure.name),
                         .amount = (event.*bound)->hundredths};
        });
    figure.about_figures = true;
    return figure;
}

}  // namespace

catalogue::Figure targets_at_least() {
    return bounds(catalogue::targets_at_least, &Set::at_least);
}

catalogue::Figure targets_at_most() { return bounds(catalogue::targets_at_most, &Set::at_most); }

}  // namespace nennep::target
