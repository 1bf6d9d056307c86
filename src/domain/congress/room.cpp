#include "domain/congress/room.hpp"

#include "domain/congress/committee.hpp"
#include "domain/congress/congress.hpp"

namespace nennep::embedded {
extern const std::string_view congress_texts;
}

namespace nennep::congress {

catalogue::Room room() {
    return catalogue::Room("congress")
        .keeps(congresses())
        .keeps(committees())
        .tells(congress_held())
        .tells(committee_elected(), committee_seat_filled(), committee_seat_vacated())
        .answers(congresses_held(), committees_elected())
        .says(embedded::congress_texts);
}

}  // namespace nennep::congress
