// Meetings of branches and committees (sinh hoạt chi bộ, họp cấp ủy; rules.md §9.1-9.3).
#pragma once
#include <optional>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::meeting {

using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::Violation;

enum class Kind : std::uint8_t {
    regular,        // thường kỳ
    thematic,       // chuyên đề: at least one a quarter
    extraordinary,  // bất thường
    committee       // of a committee, not of the members
};
const Choices& choices_of(Kind);

struct Meeting {
    explicit Meeting(catalogue::SubjectNo) {}

    std::string label;
    OrganisationRef organisation;
    Kind kind = Kind::regular;
    std::string topic;
    Day held_on;
    std::int64_t present = 0;
    std::int64_t expected = 0;
    std::optional<catalogue::Points> score;
};

void describe(const Meeting& meeting, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Meeting& meeting) { return meeting.organisation; }

catalogue::SubjectType meetings();

inline constexpr const char* subject_type = "meeting";

}  // namespace nennep::meeting
