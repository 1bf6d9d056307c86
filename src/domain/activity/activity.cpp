#include "domain/activity/activity.hpp"

namespace nennep::activity {

Folded apply(Activity& activity, const Recorded& event, const Moment& at) {
    activity.name = event.name;
    activity.organisation = event.organisation;
    activity.field = event.field;
    activity.participants = event.participants;
    activity.amount_vnd = event.amount_vnd;
    activity.date = at.on;
    return folded;
}

catalogue::EventType activity_recorded() {
    return catalogue::event<Activity, Recorded>("activity.recorded", activity_type)
        .field("organisation", &Recorded::organisation)
        .field("field", &Recorded::field)
        .field("name", &Recorded::name)
        .field("participants", &Recorded::participants)
        .field("amount_vnd", &Recorded::amount_vnd)
        .field("outcome", &Recorded::outcome)
        .shown_in_lists()
        .field("grade", &Recorded::grade)
        .shown_in_lists()
        .opens()
        .keeps(journal::DataClass::open);
}

namespace {

// Of one field, or of all where none is named.
using Fields = std::optional<Field>;

bool has(Fields fields, Field field) { return !fields || *fields == field; }

catalogue::Figure activities(std::string name, Fields fields) {
    return catalogue::flow<Activity, Recorded>(
        std::move(name), "activity", "activity.recorded",
        [fields](const Activity& activity, const Recorded& event) -> std::optional<Place> {
            if (!has(fields, event.field)) return std::nullopt;
            return Place{.organisation = activity.organisation};
        });
}

// Adds up over the activities for which the number is known.
catalogue::Figure sum(std::string name, const char* unit, Fields fields,
                      std::optional<std::int64_t> (*number)(const Recorded&)) {
    return catalogue::flow<Activity, Recorded>(
               std::move(name), unit, "activity.recorded",
               [fields, number](const Activity& activity,
                                const Recorded& event) -> std::optional<Place> {
                   const auto amount = number(event);
                   if (!amount || !has(fields, event.field)) return std::nullopt;
                   return Place{.organisation = activity.organisation, .amount = *amount};
               })
        .adding_up();
}

std::optional<std::int64_t> participants(const Recorded& event) { return event.participants; }

std::optional<std::int64_t> amount_vnd(const Recorded& event) {
    if (!event.amount_vnd) return std::nullopt;
    return event.amount_vnd->vnd;
}

}  // namespace

std::vector<catalogue::Figure> activity_figures() {
    std::vector<catalogue::Figure> all;
    all.push_back(activities("activities.total", {}));
    all.push_back(sum("activities.participants", "turn", {}, participants));
    all.push_back(sum("activities.amount_vnd", "vnd", {}, amount_vnd));
    const auto& codes = choices_of(Field{}).codes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto field = static_cast<Field>(i);
        const auto name = "activities." + std::string(codes[i]);
        all.push_back(activities(name, field));
        all.push_back(sum(name + ".participants", "turn", field, participants));
        all.push_back(sum(name + ".amount_vnd", "vnd", field, amount_vnd));
    }
    return all;
}

}  // namespace nennep::activity
