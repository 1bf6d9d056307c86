#include "service/entitlement.hpp"

namespace nennep::service {

Entitlement::Entitlement(const catalogue::Catalogue& catalogue, const OnBehalf& by, const World& before, Day today)
    : catalogue_(catalogue),
      by_(by),
      today_(today),
      before_(catalogue, by.rights, before, by.grants, by.person, today) {}

Permission Entitlement::after(const World& staged) const {
    return {catalogue_, by_.rights, staged, by_.grants, by_.person, today_};
}

// What is taken back altogether belongs nowhere any more, and with an organisation that ends its offices
// end: then only where it belonged is asked.
bool Entitlement::is_gone(const Permission& after, const Act& act) const {
    if (act.is_new) return false;
    const auto& subject = after.world().directory[act.subject];
    if (subject.type != catalogue_.organisations()) {
        return act.event == catalogue::voiding && subject.since == Day::never();
    }
    const auto& timeline = after.world().tree[subject.rank];
    return !timeline.exists() || (timeline.ended <= today_ && timeline.into == world::nowhere);
}

bool Entitlement::allows(const Permission& after, const Act& act) const {
    const auto* type = catalogue_.event(act.event);
    const auto seat = after.seat(act.subject);
    const bool asks_before = !act.is_new && (type == nullptr || !type->by_receiver);
    const auto old_seat = act.before == world::nowhere ? before_.root() : act.before;
    const auto may = [&](std::string_view event) {
        const auto right = by_.rights.recording(event);
        return right != catalogue::no_right && (is_gone(after, act) || after.may(right, seat)) &&
               (!asks_before || before_.may(right, old_seat)) &&
               (act.place == world::nowhere || after.may(right, act.place));
    };
    return may(act.event) && (act.event != catalogue::voiding || may(act.voids));
}

}  // namespace nennep::service
