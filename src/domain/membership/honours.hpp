// Badges and commendations (rules.md §6), discipline (§7.1) of members.
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

// Long-service badge (Huy hiệu Đảng) for 30, 40, 45 … 90 years of Party age (BDG-1).
struct BadgeAwarded {
    std::int64_t years = 0;
};
enum class DisciplineForm : std::uint8_t { reprimand, warning, removal_from_post, expulsion };
const Choices& choices_of(DisciplineForm);
struct MemberDisciplined {
    DisciplineForm form = DisciplineForm::reprimand;
    std::optional<std::string> grounds;
};
struct DisciplineLifted {
    DisciplineForm form = DisciplineForm::reprimand;
    std::optional<std::string> grounds;
};
struct MemberCommended {
    organisation::Commendation form = organisation::Commendation::other;
    std::optional<std::string> title;
};

Folded apply(Person& person, const BadgeAwarded& event, const Moment& at);
Folded apply(Person& person, const MemberDisciplined& event, const Moment& at);
Folded apply(Person& person, const DisciplineLifted& event, const Moment& at);
Folded apply(Person& person, const MemberCommended& event, const Moment& at);

catalogue::EventType member_badge_awarded();
catalogue::EventType member_disciplined();
catalogue::EventType member_discipline_lifted();
catalogue::EventType member_commended();

catalogue::Figure members_badges();
catalogue::Figure members_disciplined();
catalogue::Figure members_commended();

}  // namespace nennep::membership
