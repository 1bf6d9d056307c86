// Mass organisations (đoàn thể): how many there are, their members, their yearly rating.
#pragma once
#include "domain/activity/register.hpp"

namespace nennep::activity {

struct MassRegistered {
    OrganisationRef organisation;
    MassKind kind = MassKind::trade_union;
    std::optional<std::int64_t> members;
    std::optional<std::string> name;
};
struct MassEvaluated {
    std::int64_t year = 0;
    organisation::Rating rating = organisation::Rating::completed;
    std::optional<std::int64_t> members;    // as counted on that occasion
};

Folded apply(MassOrganisation& mass, const MassRegistered& event, const Moment& at);
Folded apply(MassOrganisation& mass, const MassEvaluated& event, const Moment& at);

catalogue::EventType mass_organisation_registered();
catalogue::EventType mass_organisation_evaluated();

catalogue::Figure mass_organisations_total();
catalogue::Figure mass_organisations_members();
catalogue::Figure mass_organisations_evaluated();
catalogue::Figure mass_organisations_good_or_better();
catalogue::Figure mass_organisations_good_or_better_pct();

}  // namespace nennep::activity
