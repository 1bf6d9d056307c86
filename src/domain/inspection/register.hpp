// Inspection and supervision (kiểm tra, giám sát; rules.md §7.5), complaints and denunciations.
// What is kept here is more restricted than the rest (INS-3).
#pragma once
#include <optional>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::inspection {

using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::TargetRef;
using catalogue::Violation;

enum class Kind : std::uint8_t {
    inspection, supervision, signs_of_violation, complaint, denunciation
};
const Choices& choices_of(Kind);

struct Inspection {
    explicit Inspection(catalogue::SubjectNo) {}

    std::string label;
    OrganisationRef by;
    Kind kind = Kind::inspection;
    TargetRef target;
    std::string topic;
    Day opened_on;
    std::optional<Day> concluded_on;
};

void describe(const Inspection& inspection, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Inspection& inspection) { return inspection.by; }

catalogue::SubjectType inspections();

inline constexpr const char* subject_type = "inspection";

}  // namespace nennep::inspection
