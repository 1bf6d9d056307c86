// Founding, renaming, moving, converting, absorbing and ending of organisations, each by a
// decision of the competent committee (rules.md §1.4, §1.7).
#pragma once
#include "domain/organisation/register.hpp"

namespace nennep::organisation {

struct Founded {
    std::string name;
    Kind kind = Kind::branch;
    std::optional<OrganisationRef> parent;
    std::optional<std::string> short_name;
    std::optional<Sector> sector;
    std::optional<OrganisationRef> split_from;
};
struct Renamed {
    std::string name;
    std::optional<std::string> short_name;
};
struct Moved {
    OrganisationRef parent;
};
struct Converted {
    Kind kind = Kind::branch;
};
struct SectorChanged {
    Sector sector = Sector::other;
};
// Absorption (sáp nhập): members, posts and children go over by this one act. They are resolved,
// not copied: see world/tree.hpp.
struct Merged {
    OrganisationRef into;
};
struct Ended {  // giải thể
    std::optional<std::string> reason;
};

Folded apply(Organisation& organisation, const Founded& event, const Moment& at);
Folded apply(Organisation& organisation, const Renamed& event, const Moment& at);
Folded apply(Organisation& organisation, const Moved& event, const Moment& at);
Folded apply(Organisation& organisation, const Converted& event, const Moment& at);
Folded apply(Organisation& organisation, const SectorChanged& event, const Moment& at);
Folded apply(Organisation& organisation, const Merged& event, const Moment& at);
Folded apply(Organisation& organisation, const Ended& event, const Moment& at);

catalogue::EventType organisation_founded();
catalogue::EventType organisation_renamed();
catalogue::EventType organisation_moved();
catalogue::EventType organisation_converted();
catalogue::EventType organisation_sector_changed();
catalogue::EventType organisation_merged();
catalogue::EventType organisation_ended();

catalogue::Figure organisations_founded();
catalogue::Figure organisations_founded_private();
catalogue::Figure organisations_merged();
catalogue::Figure organisations_ended();
catalogue::Figure organisations_converted();

}  // namespace nennep::organisation
