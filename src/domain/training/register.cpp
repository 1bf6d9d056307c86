#include "domain/training/register.hpp"

namespace nennep::training {

const Choices& choices_of(Kind) {
    static const Choices choices{"class_kind", {"awareness", "new_member", "cadres", "thematic"}};
    return choices;
}

std::string code_of(Kind kind) {
    return std::string(choices_of(kind).codes[static_cast<std::size_t>(kind)]);
}

void describe(const Class& held, catalogue::Portrait& portrait) { portrait.label = held.name; }

}  // namespace nennep::training
