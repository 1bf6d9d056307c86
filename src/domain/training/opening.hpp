// Opening a class (rules.md TRN-1). It counts in the period of its first day, whenever the decision
// to open it was made (seed-figures.md F1).
#pragma once
#include "domain/training/register.hpp"

namespace nennep::training {

struct Opened {
    Kind kind = Kind::awareness;
    std::string name;
    OrganisationRef host;
    Day from;
    Day to;
};

Folded apply(Class& held, const Opened& event, const Moment& at);
catalogue::EventType class_opened();
catalogue::Figure classes(Kind kind);

}  // namespace nennep::training
