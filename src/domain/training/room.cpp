#include "domain/training/room.hpp"

#include "domain/training/attendance.hpp"
#include "domain/training/opening.hpp"

namespace nennep::embedded {
extern const std::string_view training_texts;
}

namespace nennep::training {
namespace {

// Three figures for each kind of class.
std::vector<catalogue::Figure> figures() {
    std::vector<catalogue::Figure> all;
    for (const auto kind : {Kind::awareness, Kind::new_member, Kind::cadres, Kind::thematic}) {
        all.push_back(classes(kind));
        all.push_back(classes_attendees(kind));
        all.push_back(classes_completed(kind));
    }
    return all;
}

}  // namespace

catalogue::Room room() {
    return catalogue::Room("training")
        .keeps(classes())
        .tells(class_opened(), class_enrolled(), class_completed())
        .answers_all(figures())
        .says(embedded::training_texts);
}

}  // namespace nennep::training
