#include "domain/target/room.hpp"

#include "domain/target/setting.hpp"

namespace nennep::embedded {
extern const std::string_view target_texts;
}

namespace nennep::target {

catalogue::Room room() {
    return catalogue::Room("target")
        .keeps(targets())
        .tells(target_set())
        .answers(targets_at_least(), targets_at_most())
        .says(embedded::target_texts);
}

}  // namespace nennep::target
