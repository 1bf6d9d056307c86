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
    std::int64_t year = 0;
    std::string figure;
    std::optional<catalogue::Bound> at_least;
    std::optional<catalogue::Bound> at_most;
};

void describe(const Target& target, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Target& target) { return target.organisation; }

catalogue::SubjectType targets();

inline constexpr const char* subject_type = "target";

}  // namespace nennep::target
