// A congress was held: which one, for which term, with how many delegates (rules.md §1.6).
#pragma once
#include "domain/congress/register.hpp"

namespace nennep::congress {

struct Held {
    OrganisationRef organisation;
    std::int64_t ordinal = 0;       // 1 for the first of a newly formed organisation
    TermEdge term_from;
    TermEdge term_to;
    std::optional<std::int64_t> delegates_called;
    std::optional<std::int64_t> delegates_present;
};

Folded apply(Congress& congress, const Held& event, const Moment& at);
catalogue::EventType congress_held();
catalogue::Figure congresses_held();

}  // namespace nennep::congress
