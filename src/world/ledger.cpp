#include "world/ledger.hpp"

#include <algorithm>
#include <cstring>

#include "base/result.hpp"

namespace nennep::world {

Ledger::Rows& Ledger::at(OrganisationNo organisation) {
    if (organisation == nowhere) return elsewhere_;
    if (by_organisation_.size() <= organisation) {
        by_organisation_.resize(organisation + std::size_t{1});
    }
    return by_organisation_[organisation];
}

std::span<const Row> Ledger::rows(OrganisationNo organisation) const {
    if (organisation == nowhere) return elsewhere_;
    if (organisation >= by_organisation_.size()) return {};
    return by_organisation_[organisation];
}

bool Ledger::is_empty() const {
    return elsewhere_.empty() && std::all_of(by_organisation_.begin(), by_organisation_.end(),
                                             [](const Rows& rows) { return rows.empty(); });
}

void Ledger::add(OrganisationNo organisation, const Row& row) {
    auto& rows = at(organisation);
    // In order of time is the common case and stays sorted by itself.
    const bool in_order = rows.empty() || rows.back() < row;
    rows.push_back(row);
    if (!in_order && (unsettled_.empty() || unsettled_.back() != organisation)) {
        unsettled_.push_back(organisation);
    }
}

void Ledger::remove(OrganisationNo organisation, const Row& row) {
    settle();
    auto& rows = at(organisation);
    auto found = std::lower_bound(rows.begin(), rows.end(), row);
    while (found != rows.end() && !(*found == row) && !(row < *found)) ++found;
    ensure(found != rows.end() && *found == row, "a row that is removed was added before");
    rows.erase(found);
}

void Ledger::settle() {
    std::sort(unsettled_.begin(), unsettled_.end());
    unsettled_.erase(std::unique(unsettled_.begin(), unsettled_.end()), unsettled_.end());
    for (const auto organisation : unsettled_) {
        auto& rows = at(organisation);
        // A single late row at the end of sorted ones is put in its place without sorting all.
        const auto sorted_until = std::is_sorted_until(rows.begin(), rows.end());
        std::sort(sorted_until, rows.end());
        std::inplace_merge(rows.begin(), sorted_until, rows.end());
    }
    unsettled_.clear();
}

void Ledger::write(ByteWriter& out) const {
    const auto put = [&out](const Rows& rows) {
        out.varint(rows.size());
        out.raw({reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)});
    };
    // What became empty again leaves no trace: equal ledgers have equal bytes.
    const auto last = std::find_if(by_organisation_.rbegin(), by_organisation_.rend(),
                                   [](const Rows& rows) { return !rows.empty(); });
    put(elsewhere_);
    out.varint(static_cast<std::uint64_t>(by_organisation_.rend() - last));
    std::for_each(by_organisation_.begin(), last.base(), put);
}

bool Ledger::read(ByteReader& in) {
    const auto get = [&in](Rows& rows) {
        const auto count = in.varint();
        if (count > in.left() / sizeof(Row)) return in.fail();
        const auto bytes = in.raw(static_cast<std::size_t>(count) * sizeof(Row));
        rows.resize(static_cast<std::size_t>(count));
        if (count > 0) std::memcpy(static_cast<void*>(rows.data()), bytes.data(), bytes.size());
    };
    get(elsewhere_);
    const auto count = in.varint();
    if (count > in.left()) return false;
    by_organisation_.resize(static_cast<std::size_t>(count));
    for (auto& rows : by_organisation_) get(rows);
    return in.ok();
}

}  // namespace nennep::world
