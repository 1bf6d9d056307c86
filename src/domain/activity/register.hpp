// The wider work of an organisation (rules.md §12): mass mobilisation, internal affairs, grassroots
// democracy, welfare … and the mass organisations that it leads. All activities fit one record
// (MASS-1): ten rooms for ten fields would say the same ten times.
#pragma once
#include <optional>
#include <set>
#include <string>

#include "domain/organisation/register.hpp"

namespace nennep::activity {

using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::Violation;

enum class Field : std::uint8_t {
    mass_mobilisation,      // dân vận
    internal_affairs,       // nội chính
    anti_corruption,
    mass_organisations,     // đoàn thể
    grassroots_democracy,
    emulation,              // thi đua
    social_welfare,         // tình nghĩa, an sinh xã hội
    epidemic_control,
    administrative_reform,
    digital_government
};
const Choices& choices_of(Field);

struct Activity {
    explicit Activity(catalogue::SubjectNo) {}

    std::string name;
    OrganisationRef organisation;
    Field field = Field::mass_mobilisation;
    std::optional<std::int64_t> participants;
    std::optional<catalogue::Money> amount_vnd;
    Day date;
};

enum class MassKind : std::uint8_t { trade_union, youth_union, veterans, women };
const Choices& choices_of(MassKind);

struct MassOrganisation {
    explicit MassOrganisation(catalogue::SubjectNo) {}

    std::string name;
    OrganisationRef organisation;           // which leads it
    std::optional<std::int64_t> members;    // as last reported
    std::set<std::int64_t> evaluated_years;
    MassKind kind = MassKind::trade_union;
    std::string own_name;
    std::optional<organisation::Rating> rating;     // of the latest year that was rated
};

void describe(const Activity& activity, catalogue::Portrait& portrait);
void describe(const MassOrganisation& mass, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Activity& activity) { return activity.organisation; }
inline OrganisationRef seat_of(const MassOrganisation& mass) { return mass.organisation; }

catalogue::SubjectType activities();
catalogue::SubjectType mass_organisations();

inline constexpr const char* activity_type = "activity";
inline constexpr const char* mass_organisation_type = "mass_organisation";

}  // namespace nennep::activity
