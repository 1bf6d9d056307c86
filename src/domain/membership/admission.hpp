// The way into the Party: prospect (T1), admission (T8, T9), and members who were already in the
// books when the system started (rules.md §2.2). Rules ADM-1 to ADM-9 are judged by the issue's
// rule sets, not by the fold.
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

struct BecameProspect {  // quần chúng ưu tú
    BranchRef branch;
    std::optional<PersonRef> helper;
};
// Takes effect on the day the decision was signed: Party age counts from it (AGE-1).
struct Admitted {
    BranchRef branch;
    std::vector<PersonRef> introducers;
    std::optional<Day> ceremony_on;     // probation counts from it (T12)
};
// A member already in the books when the system starts; counts in no flow.
struct InTheBooks {
    BranchRef branch;
    Day admitted_on;
    std::optional<Day> confirmed_on;
    std::optional<std::string> card_number;
};
struct Readmitted {  // kết nạp lại: probation again (rules.md §2.4)
    BranchRef branch;
};

Folded apply(Person& person, const BecameProspect& event, const Moment& at);
Folded apply(Person& person, const Admitted& event, const Moment& at);
Folded apply(Person& person, const InTheBooks& event, const Moment& at);
Folded apply(Person& person, const Readmitted& event, const Moment& at);

catalogue::EventType person_became_prospect();
catalogue::EventType member_admitted();
catalogue::EventType member_registered();
catalogue::EventType member_readmitted();

catalogue::Figure members_admitted();
catalogue::Figure members_readmitted();

}  // namespace nennep::membership
