#include "domain/target/register.hpp"

namespace nennep::target {

void describe(const Target& target, catalogue::Portrait& portrait) {
    portrait.label = target.label;
}

}  // namespace nennep::target
