#include "domain/membership/card.hpp"

namespace nennep::membership {

const Choices& choices_of(CardKind) {
    static const Choices choices{"card_kind", {"first", "reissued", "exchanged"}};
    return choices;
}

Folded apply(Person& person, const CardIssued& event, const Moment&) {
    if (auto violation = must_be_member(person)) return violation;
    if (person.standing != Standing::full) {
        return Violation{"card.not_a_full_member", "subject", {{"name", person.full_name}}};
    }
    // A member may have come without the number of a card, so only a second first one is impossible.
    if (event.kind == CardKind::first && person.has_card) {
        return Violation{"card.already_has_card", "data.kind", {{"name", person.full_name}}};
    }
    person.has_card = true;
    person.card_number = event.number;
    return folded;
}

catalogue::EventType member_card_issued() {
    return catalogue::event<Person, CardIssued>("member.card_issued", subject_type)
        .field("number", &CardIssued::number)
        .shown_in_lists()
        .field("kind", &CardIssued::kind);
}

catalogue::Figure members_cards(CardKind kind) {
    const std::string name(choices_of(kind).codes[static_cast<std::size_t>(kind)]);
    return catalogue::flow<Person, CardIssued>(
        "members.cards." + name, "card", "member.card_issued",
        [kind](const Person& person, const CardIssued& event) -> std::optional<Place> {
            if (event.kind != kind) return std::nullopt;
            return Place{.organisation = person.branch};
        });
}

}  // namespace nennep::membership
