#include "domain/inspection/room.hpp"

#include "domain/inspection/case.hpp"

namespace nennep::embedded {
extern const std::string_view inspection_texts;
}

namespace nennep::inspection {

catalogue::Room room() {
    return catalogue::Room("inspection")
        .keeps(inspections())
        .tells(inspection_opened(), inspection_concluded())
        .answers(inspections_opened(), inspections(Kind::inspection),
                 inspections(Kind::supervision), inspections(Kind::signs_of_violation),
                 inspections(Kind::complaint), inspections(Kind::denunciation))
        .answers(inspections_concluded())
        .says(embedded::inspection_texts);
}

}  // namespace nennep::inspection
