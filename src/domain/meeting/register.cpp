#include "domain/meeting/register.hpp"

namespace nennep::meeting {

const Choices& choices_of(Kind) {
    static const Choices choices{"meeting_kind",
                                 {"regular", "thematic", "extraordinary", "committee"}};
    return choices;
}

void describe(const Meeting& meeting, catalogue::Portrait& portrait) {
    portrait.label = meeting.label;
}

}  // namespace nennep::meeting
