#include "domain/target/register.hpp"

namespace nennep::target {

catalogue::SubjectType targets() {
    using catalogue::trait;
    return catalogue::subject<Target>(subject_type)
        .listed_as("targets")
        .knows(trait<&Target::year>("year"), trait<&Target::figure>("figure"),
               trait<&Target::at_least>("at_least"), trait<&Target::at_most>("at_most"));
}

void describe(const Target& target, catalogue::Portrait& portrait) {
    portrait.label = target.label;
}

}  // namespace nennep::target
