#include "service/checks.hpp"

#include <algorithm>

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

bool is_absorbed_into(const World& world, OrganisationNo organisation, OrganisationNo successor) {
    for (std::size_t steps = 0; organisation != world::nowhere && steps <= world.tree.size(); ++steps) {
        if (organisation == successor) return true;
        organisation = world.tree[organisation].into;
    }
    return false;
}

// The first day on which a child hangs under a superior that has ended, if there is one.
std::optional<Day> orphaned_by(const World& world, OrganisationNo superior, const Timeline& child) {
    for (std::size_t i = 0; i < child.spans.size(); ++i) {
        const auto& span = child.spans[i];
        if (span.parent == world::nowhere || !is_absorbed_into(world, span.parent, superior)) continue;
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

// Whether an organisation, and after an absorption its successor, is of a kind that holds members on
// all days of a stretch on which it lives. After an end without successor there is nobody to hold.
bool holds_members(const World& world, OrganisationNo organisation, Day from, Day to) {
    for (std::size_t steps = 0; organisation != world::nowhere && steps <= world.tree.size(); ++steps) {
        const auto& timeline = world.tree[organisation];
        for (std::size_t i = 0; i < timeline.spans.size(); ++i) {
            const auto& span = timeline.spans[i];
            const Day next = i + 1 < timeline.spans.size() ? timeline.spans[i + 1].from : Day::never();
            const Day end = std::min({next, timeline.ended, to});
            if (!span.holds_members && std::max(span.from, from) < end) return false;
        }
        if (to <= timeline.ended) return true;
        from = std::max(from, timeline.ended);
        organisation = timeline.into;
    }
    return false;
}

// The members that would belong to an organisation where none can: after its end, or while it is
// of another kind than a branch. Those that it absorbed with others are among them.
std::vector<world::Row> homeless(const Catalogue& catalogue, const World& world, OrganisationNo organisation) {
    std::vector<world::Row> found;
    for (const auto& figure : catalogue.figures()) {
        const auto number = catalogue.ledger(figure);
        if (!figure.needs_a_home || number >= world.ledgers.size()) continue;
        const auto& ledger = world.ledgers[number];
        for (const auto home : ledger.occupied()) {
            if (!is_absorbed_into(world, home, organisation)) continue;
            for (const auto& row : ledger.rows(home)) {
                if (!holds_members(world, home, row.from, row.to)) found.push_back(row);
            }
        }
    }
    return found;
}

// What was recorded in an organisation counts under its last parent when it has ended, but nowhere
// if it was never founded.
Refusal has_records(const World& world, const world::Row& row) {
    return {"organisation.has_records", "effective_on",
            {{"day", row.on.vietnamese()}, {"example", world.directory[row.subject].key}}};
}

}  // namespace

std::optional<Refusal> against_naming(const Catalogue& catalogue, const World& world,
                                      const catalogue::NamedIn& named, Day on) {
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
    if (named.field->may_be_gone) return std::nullopt;
    if (!is_organisation) {
        if (subject.until < on) return refusal("reference.no_longer_living", subject.until);
        return std::nullopt;
    }
    const auto& timeline = world.tree[subject.rank];
    if (timeline.ended <= on) {
        if (timeline.into == world::nowhere) return refusal("reference.ended", timeline.ended);
        return refusal("reference.absorbed", timeline.ended);
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
    for (const auto& figure : catalogue.figures()) {
        const auto ledger = catalogue.ledger(figure);
        if (ledger >= world.ledgers.size()) continue;
        for (const auto& row : world.ledgers[ledger].rows(number)) {
            if (row.subject == organisation) continue;
            if (row.on < founded) return has_records(world, row);
        }
    }
    if (const auto members = homeless(catalogue, world, number); !members.empty()) {
        if (is_absorbed) {
            return Refusal{"reference.not_a_branch", "data.into",
                           {{"key", key_of(world, catalogue, timeline.into)}}};
        }
        return Refusal{"organisation.still_holds", "effective_on",
                       {{"count", std::to_string(members.size())},
                        {"example", world.directory[members.front().subject].key}}};
    }
    if (timeline.ended == Day::never() && timeline.exists()) return std::nullopt;
    for (OrganisationNo child = 0; child < world.tree.size(); ++child) {
        if (child == number) continue;
        if (orphaned_by(world, number, world.tree[child])) {
            return Refusal{"organisation.still_has_below", "effective_on",
                           {{"child", key_of(world, catalogue, child)}}};
        }
    }
    return std::nullopt;
}

}  // namespace nennep::service
