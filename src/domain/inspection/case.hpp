// One case from its opening to its conclusion (rules.md INS-1). A branch may inspect too, without a
// team (INS-4), so none is asked for. It counts with whoever conducts it.
#pragma once
#include "domain/inspection/register.hpp"

namespace nennep::inspection {

struct Opened {
    Kind kind = Kind::inspection;
    OrganisationRef by;
    TargetRef target;       // may have ended since: responsibility does not (rules.md §7.3)
    std::optional<std::string> topic;
    std::optional<catalogue::Grade> grade;
};
struct Concluded {
    std::optional<std::string> finding;
    std::optional<std::string> recommendation;
};

Folded apply(Inspection& inspection, const Opened& event, const Moment& at);
Folded apply(Inspection& inspection, const Concluded& event, const Moment& at);

catalogue::EventType inspection_opened();
catalogue::EventType inspection_concluded();

catalogue::Figure inspections(Kind kind);
catalogue::Figure inspections_opened();
catalogue::Figure inspections_concluded();

}  // namespace nennep::inspection
