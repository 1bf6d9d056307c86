#include "service/statistics.hpp"

#include <algorithm>
#include <unordered_map>

namespace nennep::service {
namespace {

using catalogue::TraitKind;

constexpr std::size_t most_headings = 1'000;
constexpr std::size_t most_cells = 10'000;

struct Asked {
    TraitNo trait = 0;
    std::vector<std::int64_t> bands;
};

Refusal no_bands(const std::string& text, const std::string& field) {
    return {"statistics.bad_bands", field, {{"value", text}}};
}

Result<Asked> read_axis(const ListType& list, const std::string& text, const std::string& field) {
    const auto colon = text.find(':');
    const auto name = text.substr(0, colon);
    const auto trait = find_trait(list, name, field);
    if (!trait) return trait.error();
    const auto& described = (*list.traits)[*trait];
    if (!described.crosses) {
        std::string choices;
        for (const auto& other : *list.traits) {
            if (other.crosses) choices += (choices.empty() ? "" : ", ") + other.name;
        }
        return Refusal{"statistics.does_not_cross", field, {{"value", name}, {"choices", choices}}};
    }
    Asked asked{*trait, described.bands};
    if (colon == std::string::npos) return asked;
    if (described.kind != TraitKind::number) return no_bands(text, field);
    asked.bands.clear();
    for (std::size_t at = colon + 1; at <= text.size();) {
        const auto end = std::min(text.find(',', at), text.size());
        const auto band = parse_decimal(text.substr(at, end - at), 0);
        if (!band || (!asked.bands.empty() && *band <= asked.bands.back())) return no_bands(text, field);
        asked.bands.push_back(*band);
        at = end + 1;
    }
    return asked;
}

// The headings of one axis, and under which of them each row of the list counts.
class Sorting {
public:
    Sorting(const Selection& selection, const World& world, const Asked& asked) : selection_(selection) {
        axis_.trait = asked.trait;
        of_rank_.reserve(selection.ranks().size());
        if (asked.bands.empty()) by_values(world);
        else by_bands(asked.bands);
    }
    Axis axis() && { return std::move(axis_); }
    // By the place of a row in the selection.
    const std::vector<std::uint32_t>& headings() const { return of_rank_; }

private:
    void by_values(const World& world) {
        const auto& known = selection_.known();
        std::unordered_map<std::int64_t, std::uint32_t> places;
        std::uint32_t missing = none;
        for (const auto rank : selection_.ranks()) {
            const auto value = known.value(axis_.trait, rank);
            auto& place = value.is_there ? places.try_emplace(value.number, none).first->second : missing;
            if (place == none) {
                place = static_cast<std::uint32_t>(axis_.headings.size());
                axis_.headings.push_back({written(known, world, axis_.trait, value), value, {}, {}, 0});
            }
            ++axis_.headings[place].count;
            of_rank_.push_back(place);
        }
        const ValueOrder order(known, world, axis_.trait, selection_.ranks());
        std::vector<std::uint32_t> sorted(axis_.headings.size());
        for (std::uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
        std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
            return order.place(axis_.headings[a].value) < order.place(axis_.headings[b].value);
        });
        std::vector<std::uint32_t> new_place(sorted.size());
        std::vector<Heading> headings;
        for (std::uint32_t i = 0; i < sorted.size(); ++i) {
            new_place[sorted[i]] = i;
            headings.push_back(std::move(axis_.headings[sorted[i]]));
        }
        axis_.headings = std::move(headings);
        for (auto& place : of_rank_) place = new_place[place];
    }

    // ≤ 30, 31–35, …, the last one open; then those of whom it is not known, if there are any.
    void by_bands(const std::vector<std::int64_t>& bands) {
        const auto& known = selection_.known();
        for (std::size_t i = 0; i <= bands.size(); ++i) {
            Heading heading;
            if (i > 0) heading.from = bands[i - 1] + 1;
            if (i < bands.size()) heading.to = bands[i];
            heading.code = (heading.from ? std::to_string(*heading.from) : "") + "-" +
                           (heading.to ? std::to_string(*heading.to) : "");
            axis_.headings.push_back(std::move(heading));
        }
        for (const auto rank : selection_.ranks()) {
            const auto value = known.value(axis_.trait, rank);
            auto place = static_cast<std::size_t>(
                std::lower_bound(bands.begin(), bands.end(), value.number) - bands.begin());
            if (!value.is_there) place = bands.size() + 1;
            if (place == axis_.headings.size()) axis_.headings.push_back({});
            ++axis_.headings[place].count;
            of_rank_.push_back(static_cast<std::uint32_t>(place));
        }
    }

    static constexpr std::uint32_t none = 0xffffffff;
    const Selection& selection_;
    Axis axis_;
    std::vector<std::uint32_t> of_rank_;
};

}  // namespace

std::int64_t CrossTable::cell(std::size_t row, std::size_t column, std::size_t layer) const {
    const auto columns = axes.size() > 1 ? axes[1].headings.size() : 1;
    const auto rows = axes.front().headings.size();
    return cells[(layer * rows + row) * columns + column];
}

std::vector<Filter> CrossTable::filters(std::optional<std::size_t> row, std::optional<std::size_t> column,
                                        std::optional<std::size_t> layer) const {
    auto all = selection.filters();
    const auto narrow = [&](std::size_t axis_number, std::optional<std::size_t> place) {
        if (!place || axis_number >= axes.size()) return;
        const auto& axis = axes[axis_number];
        const auto& heading = axis.headings[*place];
        const auto& name = (*selection.list().traits)[axis.trait].name;
        if (heading.is_band()) {
            if (heading.from) all.push_back({name, Filter::How::from, {std::to_string(*heading.from)}});
            if (heading.to) all.push_back({name, Filter::How::to, {std::to_string(*heading.to)}});
            return;
        }
        // One value of several that were asked for: the several would let in the others.
        std::erase_if(all, [&](const Filter& filter) {
            return filter.trait == name && filter.how == Filter::How::any_of;
        });
        if (heading.value.is_there) all.push_back({name, Filter::How::any_of, {heading.code}});
        else all.push_back({name, Filter::How::is_missing, {}});
    };
    narrow(0, row);
    narrow(1, column);
    narrow(2, layer);
    return all;
}

Result<CrossTable> cross(const Lists& lists, const World& world, const CrossQuery& query, const Sight& sight) {
    auto selected = Selection::of(lists.catalogue(), world, lists.rosters(), query, sight);
    if (!selected) return selected.error();
    CrossTable table{std::move(selected.value()), {}, {}, 0};
    const auto& selection = table.selection;
    std::vector<std::vector<std::uint32_t>> places;
    std::vector<TraitNo> crossed;
    const std::pair<const std::string*, const char*> asked[] = {
        {&query.rows, "rows"}, {&query.columns, "columns"}, {&query.layers, "layers"}};
    for (const auto& [text, field] : asked) {
        if (text->empty()) {
            if (text == &query.rows) return Refusal{"statistics.no_rows", field, {}};
            continue;
        }
        if (text == &query.layers && query.columns.empty())
            return Refusal{"statistics.layers_without_columns", field, {}};
        const auto axis = read_axis(selection.list(), *text, field);
        if (!axis) return axis.error();
        if (std::find(crossed.begin(), crossed.end(), axis->trait) != crossed.end()) {
            return Refusal{"statistics.crossed_twice", field, {{"value", *text}}};
        }
        crossed.push_back(axis->trait);
        Sorting sorting(selection, world, *axis);
        places.push_back(sorting.headings());
        table.axes.push_back(std::move(sorting).axis());
        if (table.axes.back().headings.size() > most_headings) {
            return Refusal{"statistics.too_many_values", field, {{"value", *text}}};
        }
    }
    std::size_t size = 1;
    for (const auto& axis : table.axes) size *= std::max<std::size_t>(axis.headings.size(), 1);
    if (size > most_cells) return Refusal{"statistics.too_many_values", "rows", {{"value", query.rows}}};
    table.cells.resize(size);
    const auto rows = table.axes[0].headings.size();
    const auto columns = table.axes.size() > 1 ? table.axes[1].headings.size() : 1;
    for (std::size_t i = 0; i < selection.ranks().size(); ++i) {
        const std::size_t layer = places.size() > 2 ? places[2][i] : 0;
        const std::size_t column = places.size() > 1 ? places[1][i] : 0;
        ++table.cells[(layer * rows + places[0][i]) * columns + column];
    }
    table.total = static_cast<std::int64_t>(selection.ranks().size());
    return table;
}

void hide_small(CrossTable& table) {
    constexpr std::int64_t smallest_told = 5;
    const auto hide = [](std::int64_t& count) {
        if (count > 0 && count < smallest_told) count = CrossTable::hidden;
    };
    const auto rows = table.axes.front().headings.size();
    const auto columns = table.axes.size() > 1 ? table.axes[1].headings.size() : 1;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        hide(table.cells[i]);
        if (table.cells[i] != CrossTable::hidden) continue;
        const std::size_t place[] = {i / columns % rows, i % columns, i / columns / rows};
        for (std::size_t axis = 0; axis < table.axes.size(); ++axis) {
            table.axes[axis].headings[place[axis]].count = CrossTable::hidden;
        }
        table.total = CrossTable::hidden;
    }
    hide(table.total);
}

}  // namespace nennep::service
