// The Party card (thẻ đảng viên, rules.md §3.1): only full members hold one (CARD-1). Three
// operations are counted apart: first issue, re-issue for loss, exchange (CARD-2).
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

enum class CardKind : std::uint8_t { first, reissued, exchanged };
const Choices& choices_of(CardKind);

struct CardIssued {
    std::string number;
    CardKind kind = CardKind::first;
};

Folded apply(Person& person, const CardIssued& event, const Moment& at);
catalogue::EventType member_card_issued();
catalogue::Figure members_cards(CardKind kind);

}  // namespace nennep::membership
