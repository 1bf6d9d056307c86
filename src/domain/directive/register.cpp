#include "domain/directive/register.hpp"

namespace nennep::directive {

const Choices& choices_of(Kind) {
    static const Choices choices{
        "directive_kind",
        {"resolution", "directive", "conclusion", "regulation", "decision", "plan", "programme",
         "scheme", "guide", "notice", "report", "letter", "other"}};
    return choices;
}

void describe(const Directive& directive, catalogue::Portrait& portrait) {
    portrait.label = directive.number + " " + directive.title;
}

}  // namespace nennep::directive
