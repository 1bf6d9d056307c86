// Transfer of activity (chuyển sinh hoạt đảng, rules.md §4). A member in transit between two
// branches of this system belongs to the sending one until received (TRF-10). One who is
// officially introduced to an outside organisation is gone from that day. Temporary activity and
// activity abroad change no belonging.
#pragma once
#include "domain/membership/register.hpp"

namespace nennep::membership {

enum class TransferKind : std::uint8_t { official, temporary, abroad };
const Choices& choices_of(TransferKind);

struct TransferIntroduced {
    std::optional<BranchRef> to_branch;
    std::optional<std::string> to_external;
    TransferKind kind = TransferKind::official;
};
struct TransferReceived {
    BranchRef branch;
    std::optional<std::string> from_external;
    // Of a member who comes from outside; with neither date a full member is meant.
    std::optional<Day> admitted_on;
    std::optional<Day> confirmed_on;
    std::optional<std::string> card_number;
};

Folded apply(Person& person, const TransferIntroduced& event, const Moment& at);
Folded apply(Person& person, const TransferReceived& event, const Moment& at);

catalogue::EventType member_transfer_introduced();
catalogue::EventType member_transfer_received();

// Turns (lượt), not persons (TRF-9).
catalogue::Figure members_transfers_introduced();
catalogue::Figure members_transfers_received();

}  // namespace nennep::membership
