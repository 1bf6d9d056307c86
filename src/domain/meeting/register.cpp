#include "domain/meeting/register.hpp"

namespace nennep::meeting {

const Choices& choices_of(Kind) {
    static const Choices choices{"meeting_kind",
                                 {"regular", "thematic", "extraordinary", "committee"}};
    return choices;
}

catalogue::SubjectType meetings() {
    using catalogue::trait;
    return catalogue::subject<Meeting>(subject_type)
        .listed_as("meetings")
        .knows(trait<&Meeting::kind>("kind"), trait<&Meeting::topic>("topic"),
               trait<&Meeting::held_on>("held_on"), trait<&Meeting::present>("present"),
               trait<&Meeting::expected>("expected"), trait<&Meeting::score>("score"));
}

void describe(const Meeting& meeting, catalogue::Portrait& portrait) {
    portrait.label = meeting.label;
}

}  // namespace nennep::meeting
