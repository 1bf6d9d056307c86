#include "domain/membership/room.hpp"

#include "domain/membership/admission.hpp"
#include "domain/membership/card.hpp"
#include "domain/membership/confirmation.hpp"
#include "domain/membership/honours.hpp"
#include "domain/membership/laws.hpp"
#include "domain/membership/leaving.hpp"
#include "domain/membership/person.hpp"
#include "domain/membership/standing.hpp"
#include "domain/membership/transfer.hpp"

namespace nennep::embedded {
extern const std::string_view membership_texts;
}

namespace nennep::membership {

catalogue::Room room() {
    return catalogue::Room("membership")
        .keeps(people())
        .tells(person_registered(), person_details_changed(), person_became_prospect())
        .tells(member_admitted(), member_confirmed(), member_registered(), member_readmitted())
        .tells(member_transfer_introduced(), member_transfer_received(), member_card_issued())
        .tells(member_exempted(), member_resumed(), member_evaluated(), member_fee_paid())
        .tells(member_badge_awarded(), member_disciplined(), member_discipline_lifted(),
               member_commended())
        .tells(member_name_removed(), member_left(), member_expelled(), member_died())
        .answers(members_total(), members_probationary(), members_full(), members_prospects())
        .answers(members_admitted(), members_readmitted(), members_confirmed())
        .answers(members_transfers_introduced(), members_transfers_received())
        .answers(members_cards(CardKind::first), members_cards(CardKind::reissued),
                 members_cards(CardKind::exchanged))
        .answers(members_name_removed(), members_left(), members_expelled(), members_died())
        .answers(members_badges(), members_exempted(), members_disciplined(), members_commended())
        .answers(members_evaluated(), members_good_or_better(), members_good_or_better_pct())
        .answers(fees_collected())
        .obeys(each_member_belongs_to_one_branch())
        .obeys(each_member_is_probationary_or_full())
        .says(embedded::membership_texts);
}

}  // namespace nennep::membership
