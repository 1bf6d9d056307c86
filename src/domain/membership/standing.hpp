// A member's yearly round: evaluation (rules.md §8), fees (§5), exemption from activity (§2.6).
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

struct MemberEvaluated {
    std::int64_t year = 0;
    organisation::Rating rating = organisation::Rating::completed;
};
struct FeePaid {
    Month month;
    catalogue::Money amount_vnd;
};
struct Exempted {
    std::optional<Day> until;
};
struct Resumed {
    std::optional<Day> until;
};

Folded apply(Person& person, const MemberEvaluated& event, const Moment& at);
Folded apply(Person& person, const FeePaid& event, const Moment& at);
Folded apply(Person& person, const Exempted& event, const Moment& at);
Folded apply(Person& person, const Resumed& event, const Moment& at);

catalogue::EventType member_evaluated();
catalogue::EventType member_fee_paid();
catalogue::EventType member_exempted();
catalogue::EventType member_resumed();

catalogue::Figure members_evaluated();
catalogue::Figure members_good_or_better();
catalogue::Figure members_good_or_better_pct();
catalogue::Figure fees_collected();
catalogue::Figure members_exempted();

}  // namespace nennep::membership
