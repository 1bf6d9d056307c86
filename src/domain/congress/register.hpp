// Congresses (đại hội; rules.md §1.6), and the committees (cấp ủy; §1.5) that they elect: who holds
// which seat.
#pragma once
#include <set>
#include <string>
#include <utility>

#include "domain/organisation/register.hpp"

namespace nennep::congress {

using catalogue::Folded;
using catalogue::folded;
using catalogue::Moment;
using catalogue::OrganisationRef;
using catalogue::PersonRef;
using catalogue::Place;
using catalogue::Position;
using catalogue::TermEdge;
using catalogue::Violation;

struct Congress {
    explicit Congress(catalogue::SubjectNo) {}

    std::string label;
    OrganisationRef organisation;
    Day held_on;
    std::int64_t ordinal = 0;
    TermEdge term_from;
    TermEdge term_to;
    std::optional<std::int64_t> delegates_called;
    std::optional<std::int64_t> delegates_present;
};

struct Committee {
    explicit Committee(catalogue::SubjectNo) {}

    std::string label;
    OrganisationRef organisation;
    std::set<std::pair<catalogue::SubjectNo, Position>> seats;
    TermEdge term_from;
    TermEdge term_to;
};

void describe(const Congress& congress, catalogue::Portrait& portrait);
void describe(const Committee& committee, catalogue::Portrait& portrait);
inline OrganisationRef seat_of(const Congress& congress) { return congress.organisation; }
inline OrganisationRef seat_of(const Committee& committee) { return committee.organisation; }

catalogue::SubjectType congresses();
catalogue::SubjectType committees();

inline constexpr const char* congress_type = "congress";
inline constexpr const char* committee_type = "committee";

// A term as people name it: 2020–2025.
std::string term_label(const TermEdge& from, const TermEdge& to);
// A term ends after it begins; of an edge that is given as a year, any day of it may be meant.
Folded must_be_a_term(const TermEdge& from, const TermEdge& to);
// Congresses are counted in Roman numerals: Đại hội lần thứ XIII.
std::string roman(std::int64_t number);

}  // namespace nennep::congress
