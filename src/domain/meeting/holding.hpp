// A meeting was held: who came (rules.md MTG-2), and how good it was out of 100 points (§9.3).
#pragma once
#include "domain/meeting/register.hpp"

namespace nennep::meeting {

struct Held {
    OrganisationRef organisation;
    Kind kind = Kind::regular;
    std::optional<std::string> topic;
    std::int64_t present = 0;
    std::int64_t absent_excused = 0;
    std::int64_t absent_unexcused = 0;
    std::optional<catalogue::Points> score;
    std::optional<std::string> minutes;
    std::optional<catalogue::Grade> grade;

    std::int64_t expected() const { return present + absent_excused + absent_unexcused; }
};

Folded apply(Meeting& meeting, const Held& event, const Moment& at);
catalogue::EventType meeting_held();

catalogue::Figure meetings_held();
catalogue::Figure meetings_thematic();
// Attendances, not persons: who comes twelve times is present twelve times.
catalogue::Figure meetings_present();
catalogue::Figure meetings_expected();
catalogue::Figure meetings_attendance_pct();
catalogue::Figure meetings_score_mean();

}  // namespace nennep::meeting
