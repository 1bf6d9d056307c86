// Organisations (tổ chức đảng): who they are, of which kind, under whom, from when until when.
// An organisation is a permanent identity; everything else about it is dated (rules.md RE-1).
#pragma once
#include <optional>
#include <set>
#include <string>

#include "catalogue/catalogue.hpp"

namespace nennep::organisation {

using catalogue::BranchRef;
using catalogue::Choices;
using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::Place;
using catalogue::Violation;

// Levels (rules.md §1.1). Grassroots organisations are grassroots_party and grassroots_branch.
enum class Kind : std::uint8_t { province, upper, grassroots_party, grassroots_branch, sectional, branch };
const Choices& choices_of(Kind);

enum class Existence : std::uint8_t { live, merged, ended };
const Choices& choices_of(Existence);

// Kinds of unit (rules.md §1.3).
enum class Sector : std::uint8_t {
    commune, ward, township, party_agency, state_agency, public_service, non_public_service, army,
    police, state_enterprise, joint_stock, private_enterprise, limited_company, partnership,
    foreign_invested, cooperative, abroad, other
};
const Choices& choices_of(Sector);

// Levels of the yearly evaluation, of organisations and of members (rules.md §8.1).
enum class Rating : std::uint8_t { excellent, good, completed, not_completed };
const Choices& choices_of(Rating);
inline bool good_or_better(Rating rating) { return rating <= Rating::good; }

// Kinds of commendation (rules.md §6.2).
enum class Commendation : std::uint8_t {
    certificate_of_commendation, certificate_of_merit, emulation_flag, other
};
const Choices& choices_of(Commendation);

bool is_grassroots(Kind kind);
bool holds_members(Kind kind);
// Units outside the State sector (rules.md ORG-11). Non-public service units are left out.
bool is_private(Sector sector);

// The day on which the yearly evaluation counts, whenever it was decided: the last of its year.
Day evaluation_day(std::int64_t year);
// A year that a record may speak of; a four-digit slip is refused.
inline bool is_sensible_year(std::int64_t year) { return year >= 1930 && year <= 2200; }

// The state of one organisation.
struct Organisation {
    explicit Organisation(catalogue::SubjectNo number) : self{number} {}

    OrganisationRef self;
    std::string name;
    std::string short_name;
    Kind kind = Kind::branch;
    std::optional<Sector> sector;
    world::Timeline timeline;       // parents and successor as subject numbers
    std::set<std::int64_t> evaluated_years;
    std::optional<Rating> rating;   // of the latest year that was rated

    bool is_live() const { return timeline.exists() && timeline.ended == Day::never(); }
    OrganisationRef parent() const { return {timeline.spans.back().parent}; }
    // From this day it stands under `parent` as a `kind`.
    void place(Day on, OrganisationRef parent, Kind kind_then);
};

void describe(const Organisation& organisation, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Organisation& organisation) { return organisation.self; }

inline constexpr const char* subject_type = "organisation";

catalogue::SubjectType organisations();

catalogue::Figure organisations_total();
catalogue::Figure organisations_grassroots();
catalogue::Figure organisations_branches();

}  // namespace nennep::organisation
