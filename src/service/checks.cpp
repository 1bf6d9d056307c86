#include "service/checks.hpp"

namespace nennep::service {
namespace {

using catalogue::Names;
using world::OrganisationNo;
using world::Timeline;

std::string key_of(const World& world, const Catalogue& catalogue, OrganisationNo organisation) {
    for (SubjectNo number = 1; number < world.directory.size(); ++number) {
        const auto& subject = world.directory[number];
        if (subject.type == catalogue.organisations() && subject.rank == organisation) return subject.key;
    }
    return "?";
}

// The organisation under which another one hangs from a day on, over absorptions, though it has
// ended: nobody is there to hang under.
bool hangs_under_ended(const World& world, OrganisationNo parent, Day day) {
    for (std::size_t steps = 0; parent != world::nowhere && steps <= world.tree.size(); ++steps) {
        const auto& timeline = world.tree[parent];
        if (day < timeline.ended) return !timeline.live_on(day);
        if (timeline.into == world::nowhere) return true;
        parent = timeline.into;
    }
    return false;
}

// The first day of a child's span on which its superior has ended, if there is one.
std::optional<Day> orphaned_from(const World& world, const Timeline& child) {
    for (std::size_t i = 0; i < child.spans.size(); ++i) {
        const auto& span = child.spans[i];
        if (span.parent == world::nowhere) continue;
        const Day end = i + 1 < child.spans.size() ? child.spans[i + 1].from : child.ended;
        // Superiors end only on days of their own; those are the days to look at.
        std::vector<Day> days{span.from};
        OrganisationNo above = span.parent;
        for (std::size_t steps = 0; above != world::nowhere && steps <= world.tree.size(); ++steps) {
            days.push_back(world.tree[above].ended);
            above = world.tree[above].into;
        }
        for (const Day day : days) {
            if (day < span.from || day >= end || day == Day::never()) continue;
            if (hangs_under_ended(world, span.parent, day)) return day;
        }
    }
    return std::nullopt;
}

Refusal has_later_records(const World& world, const world::Row& row) {
    return {"organisation.has_later_records", "effective_on",
            {{"day", row.on.vietnamese()}, {"example", world.directory[row.subject].key}}};
}

}  // namespace

std::optional<Refusal> against_naming(const Catalogue& catalogue, const World& world,
                                      const catalogue::NamedIn& named, Day on, Seq knew_up_to) {
    const auto& subject = world.directory[named.naming.no];
    const std::string field = "data." + named.field->name;
    const auto refusal = [&](const char* code, Day day) {
        return Refusal{code, field, {{"key", subject.key}, {"day", day.vietnamese()}}};
    };
    const bool is_organisation = subject.type == catalogue.organisations();
    if (subject.since == Day::never() || on < subject.since) {
        return subject.since == Day::never()
                   ? Refusal{"reference.never_opened", field, {{"key", subject.key}}}
                   : refusal(is_organisation ? "reference.not_yet_founded"
                                             : "reference.not_yet_registered", subject.since);
    }
    if (!is_organisation) {
        if (subject.until < on) return refusal("reference.no_longer_living", subject.until);
        return std::nullopt;
    }
    const auto& timeline = world.tree[subject.rank];
    if (timeline.ended <= on) {
        if (timeline.into == world::nowhere) return refusal("reference.ended", timeline.ended);
        if (timeline.end_known_at <= knew_up_to) return refusal("reference.absorbed", timeline.ended);
        return std::nullopt;
    }
    if (named.naming.as == Names::branch && !timeline.on(on)->holds_members) {
        return Refusal{"reference.not_a_branch", field, {{"key", subject.key}}};
    }
    return std::nullopt;
}

std::optional<Refusal> against_row(const World& world, const Laid& laid) {
    if (laid.organisation == world::nowhere) {
        // Without an organisation it belongs to the root of the tree; which one must be plain.
        if (world.tree.on(laid.row.on)->roots() == 1) return std::nullopt;
        return Refusal{"place.ambiguous", "data.organisation", {}};
    }
    const auto& timeline = world.tree[laid.organisation];
    if (!laid.needs_a_home || timeline.into != world::nowhere || laid.row.to <= timeline.ended) {
        return std::nullopt;
    }
    return Refusal{"organisation.gone", "effective_on", {{"day", timeline.ended.vietnamese()}}};
}

std::optional<Refusal> against_timeline(const Catalogue& catalogue, const World& world,
                                        SubjectNo organisation) {
    const auto number = world.directory[organisation].rank;
    const auto& timeline = world.tree[number];
    const bool is_absorbed = timeline.into != world::nowhere;
    const Day founded = timeline.exists() ? timeline.spans.front().from : Day::never();
    if (timeline.exists()) {
        if (const auto cycle = world.tree.cycle_from(number, founded)) {
            return Refusal{"organisation.cycle", "data", {{"day", cycle->day.vietnamese()}}};
        }
    }
    std::size_t held = 0;
    std::string example;
    for (const auto& figure : catalogue.figures()) {
        if (figure.measure == catalogue::Measure::percentage) continue;
        const auto ledger = catalogue.ledger(figure);
        if (ledger >= world.ledgers.size()) continue;
        for (const auto& row : world.ledgers[ledger].rows(number)) {
            if (row.subject == organisation) continue;
            if (row.on < founded) return has_later_records(world, row);
            if (is_absorbed) continue;
            if (figure.needs_a_home && row.to > timeline.ended) {
                ++held;
                if (example.empty()) example = world.directory[row.subject].key;
            } else if (!figure.is_stock && row.on >= timeline.ended) {
                return has_later_records(world, row);
            }
        }
    }
    if (held > 0) {
        return Refusal{"organisation.still_holds", "effective_on",
                       {{"count", std::to_string(held)}, {"example", example}}};
    }
    if (timeline.ended == Day::never() && timeline.exists()) return std::nullopt;
    for (OrganisationNo child = 0; child < world.tree.size(); ++child) {
        if (child == number) continue;
        if (orphaned_from(world, world.tree[child])) {
            return Refusal{"organisation.still_has_below", "effective_on",
                           {{"child", key_of(world, catalogue, child)}}};
        }
    }
    return std::nullopt;
}

}  // namespace nennep::service
