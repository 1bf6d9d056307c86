#include "domain/inspection/register.hpp"

namespace nennep::inspection {

const Choices& choices_of(Kind) {
    static const Choices choices{"inspection_kind",
                                 {"inspection", "supervision", "signs_of_violation", "complaint",
                                  "denunciation"}};
    return choices;
}

catalogue::SubjectType inspections() {
    using catalogue::trait;
    return catalogue::subject<Inspection>(subject_type)
        .listed_as("inspections")
        .knows(trait<&Inspection::kind>("kind"), trait<&Inspection::by>("by"),
               trait<&Inspection::target>("target"), trait<&Inspection::topic>("topic"),
               trait<&Inspection::opened_on>("opened_on"), trait<&Inspection::concluded_on>("concluded_on"));
}

void describe(const Inspection& inspection, catalogue::Portrait& portrait) {
    portrait.label = inspection.label;
}

}  // namespace nennep::inspection
