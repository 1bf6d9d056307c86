#include "domain/inspection/register.hpp"

namespace nennep::inspection {

const Choices& choices_of(Kind) {
    static const Choices choices{"inspection_kind",
                                 {"inspection", "supervision", "signs_of_violation", "complaint",
                                  "denunciation"}};
    return choices;
}

void describe(const Inspection& inspection, catalogue::Portrait& portrait) {
    portrait.label = inspection.label;
}

}  // namespace nennep::inspection
