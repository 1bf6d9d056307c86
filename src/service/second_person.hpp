// Acts of two persons (S18): what one has sent waits until another, who may record the same, has
// confirmed it. Only then is it judged by the books of that moment, by the rights of both, and
// recorded with both names. A false entry so takes two; what two agree on falsely still carries both
// names, and cannot be prevented.
//
// What waits is kept outside the journal: it has not happened. Whoever keeps it knows bytes only.
#pragma once
#include "service/entitlement.hpp"

namespace nennep::service {

struct WaitingAct {
    static constexpr std::int64_t waits_ms = std::int64_t{14} * 24 * 60 * 60 * 1000;

    std::string id;
    std::string sent_by;            // name of the account, under which it will be recorded
    std::string sender;             // key of the sender's own file, or empty
    std::int64_t sent_ms = 0;
    std::int64_t until_ms = 0;      // not confirmed from then on
    std::string source;             // name of the file, of an import; else empty
    std::vector<std::string> lines;
    std::vector<ActForTwo> what;    // of the lines, what asks for two
    std::size_t size = 0;           // how many entries it will be
    std::string refused_by;         // not empty: somebody has refused
    std::string reason;
    std::int64_t refused_ms = 0;

    friend bool operator==(const WaitingAct&, const WaitingAct&) = default;
};

// `receipt` says why it waits.
WaitingAct waiting_act(std::string id, std::string sent_by, std::string sender, std::int64_t now_ms,
                       std::span<const std::string_view> lines, const Receipt& receipt, std::string source = {});

std::string encode(const WaitingAct& act);
// Nothing for bytes that `encode` did not write.
std::optional<WaitingAct> decode_waiting(std::string_view id, std::string_view bytes);

// Whether somebody may be offered it: they hold the right to record each of the acts, where those
// that exist already belong. What decides is asked when they confirm.
bool may_confirm(const catalogue::Catalogue& catalogue, const Permission& permission, const WaitingAct& act);

// What speaks against a confirmation whatever the books say: the same person twice (by account or by
// own file), too late, refused before.
std::optional<Refusal> against_confirming(const WaitingAct& act, std::string_view account, std::string_view person,
                                          std::int64_t now_ms);

}  // namespace nennep::service
