#include "domain/activity/room.hpp"

#include "domain/activity/activity.hpp"
#include "domain/activity/mass_organisation.hpp"

namespace nennep::embedded {
extern const std::string_view activity_texts;
}

namespace nennep::activity {

catalogue::Room room() {
    return catalogue::Room("activity")
        .keeps(activities())
        .keeps(mass_organisations())
        .tells(activity_recorded())
        .tells(mass_organisation_registered(), mass_organisation_evaluated())
        .answers_all(activity_figures())
        .answers(mass_organisations_total(), mass_organisations_members())
        .answers(mass_organisations_evaluated(), mass_organisations_good_or_better(),
                 mass_organisations_good_or_better_pct())
        .says(embedded::activity_texts);
}

}  // namespace nennep::activity
