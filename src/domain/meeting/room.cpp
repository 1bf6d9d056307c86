#include "domain/meeting/room.hpp"

#include "domain/meeting/holding.hpp"

namespace nennep::embedded {
extern const std::string_view meeting_texts;
}

namespace nennep::meeting {

catalogue::Room room() {
    return catalogue::Room("meeting")
        .keeps(meetings())
        .tells(meeting_held())
        .answers(meetings_held(), meetings_thematic())
        .answers(meetings_present(), meetings_expected(), meetings_attendance_pct())
        .answers(meetings_score_mean())
        .says(embedded::meeting_texts);
}

}  // namespace nennep::meeting
