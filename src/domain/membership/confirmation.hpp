// Confirmation (công nhận chính thức): a probationary member becomes a full one (rules.md T13, T14).
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

// Takes effect in the books on the day the decision was signed. `full_from` is the ceremony plus
// 12 months unless given, however late the papers (T14).
struct Confirmed {
    std::optional<Day> full_from;
};

Folded apply(Person& person, const Confirmed& event, const Moment& at);
catalogue::EventType member_confirmed();
catalogue::Figure members_confirmed();

}  // namespace nennep::membership
