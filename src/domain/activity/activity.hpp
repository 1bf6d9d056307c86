// One activity: what was done, in which field, by how many, for how much.
#pragma once
#include "domain/activity/register.hpp"

namespace nennep::activity {

struct Recorded {
    OrganisationRef organisation;
    Field field = Field::mass_mobilisation;
    std::string name;
    std::optional<std::int64_t> participants;
    std::optional<catalogue::Money> amount_vnd;
    std::optional<std::string> outcome;
    std::optional<catalogue::Grade> grade;
};

Folded apply(Activity& activity, const Recorded& event, const Moment& at);
catalogue::EventType activity_recorded();

// How many activities, how many took part, how much was given: over all fields, then for each.
std::vector<catalogue::Figure> activity_figures();

}  // namespace nennep::activity
