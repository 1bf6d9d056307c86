#include "service/known.hpp"

#include <algorithm>

namespace nennep::service {

using catalogue::Derivation;
using world::Code;
using world::Coding;

std::optional<std::int64_t> full_years(Day from, Day to) {
    if (to < from) return std::nullopt;
    int years = to.year() - from.year();
    if (to < from.plus_months(12 * years)) --years;
    return years;
}

KnownOn::KnownOn(const Catalogue& catalogue, const World& world, const ListType& list, Day on)
    : catalogue_(catalogue), world_(world), list_(list), table_(world.traits[list.table]), on_(on) {}

Value KnownOn::kept(const world::Column& column, Rank rank) const {
    const Code code = column.on(rank, table_.since(rank), on_);
    if (code == world::unknown) return {};
    switch (column.coding()) {
        case Coding::choice: return {true, static_cast<std::int64_t>(code) - 1};
        case Coding::day: return {true, world::day_of(code).number()};
        case Coding::number: return {true, column.number(code)};
        case Coding::subject:
        case Coding::text: return {true, code};
    }
    return {};
}

Value KnownOn::value(TraitNo number, Rank rank) const {
    const auto& trait = (*list_.traits)[number];
    return trait.derivation == Derivation::none ? kept(table_.column(number), rank) : derived(trait, rank);
}

Value KnownOn::derived(const Trait& trait, Rank rank) const {
    if (trait.derivation == Derivation::of_seat || trait.derivation == Derivation::of_seat_or_above) {
        const auto organisation = seat(rank);
        const auto& of_all = of_organisations(trait);
        return organisation < of_all.size() ? of_all[organisation] : Value{};
    }
    const auto source = kept(table_.column(trait.source_no), rank);
    const Day day{static_cast<std::int32_t>(source.number)};
    if (trait.derivation == Derivation::is_past) {
        const bool is_past = source.is_there && day < on_ && !kept(table_.column(trait.unless_no), rank).is_there;
        return {true, is_past ? 1 : 0};
    }
    if (!source.is_there) return {};
    if (trait.derivation == Derivation::year_of) return {true, day.year()};
    const auto years = full_years(day, on_);
    return years ? Value{true, *years} : Value{};
}

const std::vector<Value>& KnownOn::of_organisations(const Trait& trait) const {
    const auto known = std::find_if(from_seats_.begin(), from_seats_.end(),
                                    [&](const auto& entry) { return entry.first == &trait; });
    if (known != from_seats_.end()) return known->second;
    const KnownOn organisations(catalogue_, world_, catalogue_.list_of(catalogue_.organisations()), on_);
    const auto numbering = world_.tree.on(on_);
    std::vector<Value> values(world_.tree.size());
    for (OrganisationNo organisation = 0; organisation < values.size(); ++organisation) {
        // From the one that stands for it on the day upwards; the tree has no circles.
        auto at = numbering->representative(organisation);
        while (at != world::nowhere) {
            values[organisation] = organisations.kept(organisations.column(trait.source_no), at);
            if (values[organisation].is_there || trait.derivation == Derivation::of_seat) break;
            const auto* span = world_.tree[at].on(on_);
            at = span == nullptr ? world::nowhere : numbering->representative(span->parent);
        }
    }
    return from_seats_.emplace_back(&trait, std::move(values)).second;
}

std::string_view KnownOn::text(TraitNo trait, std::int64_t code) const {
    return table_.column(trait).text(static_cast<Code>(code));
}

std::optional<Day> KnownOn::since(TraitNo trait, Rank rank) const {
    std::vector<world::Column::Since> steps;
    table_.column(trait).steps(rank, table_.since(rank), steps);
    std::optional<Day> since;
    for (const auto& step : steps) {
        if (step.day <= on_ && step.code != world::unknown) since = step.day;
        else if (step.day <= on_) since.reset();
    }
    return since;
}

}  // namespace nennep::service
