#include "domain/organisation/room.hpp"

#include "domain/organisation/laws.hpp"
#include "domain/organisation/reorganisation.hpp"
#include "domain/organisation/standing.hpp"

namespace nennep::embedded {
extern const std::string_view organisation_texts;
}

namespace nennep::organisation {

catalogue::Room room() {
    return catalogue::Room("organisation")
        .keeps(organisations())
        .tells(organisation_founded(), organisation_renamed(), organisation_moved(),
               organisation_converted(), organisation_sector_changed(), organisation_merged(),
               organisation_ended())
        .tells(organisation_evaluated(), organisation_disciplined(), organisation_commended())
        .answers(organisations_total(), organisations_grassroots(), organisations_branches())
        .answers(organisations_founded(), organisations_founded_private(), organisations_merged(),
                 organisations_ended(), organisations_converted())
        .answers(organisations_evaluated(), organisations_good_or_better(),
                 organisations_good_or_better_pct(), organisations_disciplined(),
                 organisations_commended())
        .obeys(each_parent_is_live())
        .says(embedded::organisation_texts);
}

}  // namespace nennep::organisation
