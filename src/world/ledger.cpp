#include "world/ledger.hpp"

#include <algorithm>
#include <cstring>

#include "base/result.hpp"

namespace nennep::world {
namespace {

std::size_t begun_before(std::span<const Row> rows, Day day) {
    return static_cast<std::size_t>(
        std::partition_point(rows.begin(), rows.end(), [&](const Row& row) { return row.from < day; }) -
        rows.begin());
}

}  // namespace

Ledger::Shelf& Ledger::at(OrganisationNo organisation) {
    if (organisation == nowhere) return elsewhere_;
    if (by_organisation_.size() <= organisation) {
        by_organisation_.resize(organisation + std::size_t{1});
    }
    return by_organisation_[organisation];
}

const Ledger::Shelf& Ledger::shelf(OrganisationNo organisation) const {
    static const Shelf empty;
    if (organisation == nowhere) return elsewhere_;
    return organisation < by_organisation_.size() ? by_organisation_[organisation] : empty;
}

std::span<const Row> Ledger::rows(OrganisationNo organisation) const { return shelf(organisation).rows; }

std::span<const Row> Ledger::rows(OrganisationNo organisation, Day first, Day last) const {
    const std::span<const Row> all = shelf(organisation).rows;
    const auto begin = begun_before(all, first);
    return all.subspan(begin, begun_before(all.subspan(begin), last.plus_days(1)));
}

Totals Ledger::totals(OrganisationNo organisation, Day first, Day last) const {
    const auto& on = shelf(organisation);
    if (on.rows.empty()) return {};
    const auto begin = begun_before(on.rows, first);
    const auto end = begun_before(on.rows, last.plus_days(1));
    return {static_cast<std::int64_t>(end - begin), on.sums[end] - on.sums[begin]};
}

Totals Ledger::totals_on(OrganisationNo organisation, Day day) const {
    const auto& on = shelf(organisation);
    if (on.rows.empty()) return {};
    const auto begun = begun_before(on.rows, day.plus_days(1));
    const auto ended = std::partition_point(on.ends.begin(), on.ends.end(),
                                            [&](const auto& end) { return end.first <= day; });
    const auto ended_sum = ended == on.ends.begin() ? 0 : (ended - 1)->second;
    return {static_cast<std::int64_t>(begun) - (ended - on.ends.begin()), on.sums[begun] - ended_sum};
}

void Ledger::touch(OrganisationNo organisation) {
    if (unsettled_.empty() || unsettled_.back() != organisation) unsettled_.push_back(organisation);
}

void Ledger::add(OrganisationNo organisation, const Row& row) {
    at(organisation).rows.push_back(row);
    touch(organisation);
}

void Ledger::remove(OrganisationNo organisation, const Row& row) {
    auto& rows = at(organisation).rows;
    const auto found = std::find(rows.begin(), rows.end(), row);
    ensure(found != rows.end(), "a row that is removed was added before");
    rows.erase(found);
    touch(organisation);
}

namespace {

// Amounts of a damaged snapshot may be anything, and are added up before it is seen to be none: they
// go round instead of over.
std::int64_t added(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

}  // namespace

void Ledger::Shelf::settle() {
    // In order of time is the common case; a single late row is put in its place without sorting all.
    const auto sorted_until = std::is_sorted_until(rows.begin(), rows.end());
    std::sort(sorted_until, rows.end());
    std::inplace_merge(rows.begin(), sorted_until, rows.end());
    sums.assign(1, 0);
    sums.reserve(rows.size() + 1);
    ends.clear();
    for (const auto& row : rows) {
        sums.push_back(added(sums.back(), row.amount));
        if (row.to != Day::never() && row.to != row.from) ends.emplace_back(row.to, row.amount);
    }
    std::sort(ends.begin(), ends.end());
    std::int64_t sum = 0;
    for (auto& end : ends) end.second = sum = added(sum, end.second);
}

void Ledger::settle() {
    std::sort(unsettled_.begin(), unsettled_.end());
    unsettled_.erase(std::unique(unsettled_.begin(), unsettled_.end()), unsettled_.end());
    for (const auto organisation : unsettled_) {
        at(organisation).settle();
        if (organisation == nowhere) continue;
        const auto place = std::lower_bound(occupied_.begin(), occupied_.end(), organisation);
        const bool was_there = place != occupied_.end() && *place == organisation;
        const bool is_there = !at(organisation).rows.empty();
        if (is_there && !was_there) occupied_.insert(place, organisation);
        if (!is_there && was_there) occupied_.erase(place);
    }
    unsettled_.clear();
}

void Ledger::write(ByteWriter& out) const {
    const auto put = [&out](const Shelf& shelf) {
        out.varint(shelf.rows.size());
        out.raw({reinterpret_cast<const char*>(shelf.rows.data()), shelf.rows.size() * sizeof(Row)});
    };
    put(elsewhere_);
    // Only what is occupied: equal ledgers have equal bytes, whatever became empty again.
    out.varint(occupied_.size());
    for (const auto organisation : occupied_) {
        out.u32(organisation);
        put(by_organisation_[organisation]);
    }
}

bool Ledger::read(ByteReader& in) {
    const auto get = [&](OrganisationNo organisation) {
        const auto count = in.varint();
        if (count > in.left() / sizeof(Row)) return in.fail();
        const auto bytes = in.raw(static_cast<std::size_t>(count) * sizeof(Row));
        auto& rows = at(organisation).rows;
        rows.resize(static_cast<std::size_t>(count));
        if (count > 0) std::memcpy(static_cast<void*>(rows.data()), bytes.data(), bytes.size());
        touch(organisation);
    };
    get(nowhere);
    const auto count = in.varint();
    constexpr OrganisationNo most = 10'000'000;
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        const auto organisation = in.u32();
        if (organisation > most) return false;
        get(organisation);
    }
    settle();
    return in.ok();
}

}  // namespace nennep::world
