// A target is set. Each setting is a record of its own: a changed target is a new one, and the
// latest by its day is the one in force, so that it can be seen what was asked before.
#pragma once
#include "domain/target/register.hpp"

namespace nennep::target {

struct Set {
    OrganisationRef organisation;
    std::int64_t year = 0;
    catalogue::FigureName figure;
    std::optional<catalogue::Bound> at_least;
    std::optional<catalogue::Bound> at_most;
};

Folded apply(Target& target, const Set& event, const Moment& at);
catalogue::EventType target_set();

// Not for people to read: the rows in which `catalogue::target_of` looks a target up.
catalogue::Figure targets_at_least();
catalogue::Figure targets_at_most();

}  // namespace nennep::target
