// Targets (chỉ tiêu; rules.md EVA-13, EVA-16): what an organisation is to reach in a year, for any
// figure that can be asked.
#pragma once
#include <optional>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::target {

using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::Violation;

struct Target {
    explicit Target(catalogue::SubjectNo) {}

    std::string label;
    OrganisationRef organisation;
};

void describe(const Target& target, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Target& target) { return target.organisation; }

inline constexpr const char* subject_type = "target";

}  // namespace nennep::target
