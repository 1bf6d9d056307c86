#include "service/second_person.hpp"

#include <algorithm>

#include "base/bytes.hpp"

namespace nennep::service {
namespace {

constexpr std::uint8_t form = 1;

}  // namespace

WaitingAct waiting_act(std::string id, std::string sent_by, std::string sender, std::int64_t now_ms,
                       std::span<const std::string_view> lines, const Receipt& receipt, std::string source) {
    WaitingAct act;
    act.id = std::move(id);
    act.sent_by = std::move(sent_by);
    act.sender = std::move(sender);
    act.sent_ms = now_ms;
    act.until_ms = now_ms + WaitingAct::waits_ms;
    act.source = std::move(source);
    act.lines.assign(lines.begin(), lines.end());
    act.what = receipt.for_two;
    act.size = receipt.recorded;
    return act;
}

std::string encode(const WaitingAct& act) {
    ByteWriter out;
    out.u8(form);
    out.text(act.sent_by);
    out.text(act.sender);
    out.i64(act.sent_ms);
    out.i64(act.until_ms);
    out.text(act.source);
    out.varint(act.lines.size());
    for (const auto& line : act.lines) out.text(line);
    out.varint(act.what.size());
    for (const auto& each : act.what) {
        for (const auto* part : {&each.event, &each.voids, &each.subject_type, &each.subject, &each.label}) {
            out.text(*part);
        }
    }
    out.varint(act.size);
    out.text(act.refused_by);
    out.text(act.reason);
    out.i64(act.refused_ms);
    return out.take();
}

std::optional<WaitingAct> decode_waiting(std::string_view id, std::string_view bytes) {
    ByteReader in(bytes);
    WaitingAct act;
    act.id = id;
    if (in.u8() != form) return std::nullopt;
    act.sent_by = in.text();
    act.sender = in.text();
    act.sent_ms = in.i64();
    act.until_ms = in.i64();
    act.source = in.text();
    for (auto left = in.varint(); left > 0 && in.ok(); --left) act.lines.emplace_back(in.text());
    for (auto left = in.varint(); left > 0 && in.ok(); --left) {
        ActForTwo each;
        for (auto* part : {&each.event, &each.voids, &each.subject_type, &each.subject, &each.label}) {
            *part = in.text();
        }
        act.what.push_back(std::move(each));
    }
    act.size = static_cast<std::size_t>(in.varint());
    act.refused_by = in.text();
    act.reason = in.text();
    act.refused_ms = in.i64();
    if (!in.done()) return std::nullopt;
    return act;
}

bool may_confirm(const catalogue::Catalogue& catalogue, const Permission& permission, const WaitingAct& act) {
    return !act.what.empty() && std::all_of(act.what.begin(), act.what.end(), [&](const ActForTwo& each) {
        const auto type = catalogue.subject_type(each.subject_type);
        if (!type) return false;
        const auto subject = permission.world().directory.find(*type, each.subject);
        const auto may = [&](std::string_view event) {
            return subject ? permission.may_record(*subject, event)
                           : permission.may(permission.rights().recording(event));
        };
        return may(each.event) && (each.voids.empty() || may(each.voids));
    });
}

std::optional<Refusal> against_confirming(const WaitingAct& act, std::string_view account, std::string_view person,
                                          std::int64_t now_ms) {
    const bool is_same = account == act.sent_by || (!person.empty() && person == act.sender);
    if (is_same) return Refusal{"second_person.same", "", {}};
    if (!act.refused_by.empty()) {
        return Refusal{"second_person.refused", "", {{"by", act.refused_by}, {"reason", act.reason}}};
    }
    if (now_ms >= act.until_ms) {
        return Refusal{"second_person.expired", "", {{"day", Day::in_viet_nam(act.until_ms).vietnamese()}}};
    }
    return std::nullopt;
}

}  // namespace nennep::service
