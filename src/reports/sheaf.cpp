#include "reports/sheaf.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace nennep::reports {
namespace {

using catalogue::Figure;
using catalogue::Measure;
using catalogue::Record;
using world::Row;
using world::SubjectNo;

// What makes two rows, of two figures, the same record: for events their entry, for what stands in
// a register (a member, and the same member as a full one) its subject; and whom it is about.
struct Identity {
    std::uint64_t what;
    SubjectNo about;
    friend bool operator==(const Identity&, const Identity&) = default;
};
struct IdentityHash {
    std::size_t operator()(const Identity& identity) const {
        return static_cast<std::size_t>((identity.what << 32 ^ identity.about) * 0x9e3779b97f4a7c15u);
    }
};
Identity identity_of(const Figure& figure, const Row& row) {
    return {figure.is_stock ? row.subject : row.seq, row.about};
}

using ByIdentity = std::unordered_map<Identity, const Row*, IdentityHash>;

// Nothing if two records of the figure are the same by identity: then they cannot be matched.
std::optional<ByIdentity> index_of(const Figure& figure, const std::vector<Record>& records) {
    ByIdentity index;
    index.reserve(records.size());
    for (const auto& record : records) {
        if (!index.emplace(identity_of(figure, record.row), &record.row).second) return std::nullopt;
    }
    return index;
}

bool look_at_the_same(const Figure& a, const Figure& b) {
    return a.is_stock == b.is_stock && a.event_type == b.event_type && a.subject_type == b.subject_type;
}

// Puts `guest` beside `host` if each of its records is one of the host's.
bool joined(Sheaf& host, Sheaf& guest) {
    if (!look_at_the_same(*host.figure, *guest.figure) || guest.records.empty()) return false;
    if (guest.records.size() > host.records.size() || !guest.sides.empty()) return false;
    const auto index = index_of(*guest.figure, guest.records);
    if (!index || !index_of(*host.figure, host.records)) return false;
    Sheaf::Side side{guest.figure, {}, {}};
    std::size_t found = 0;
    for (const auto& record : host.records) {
        const auto same = index->find(identity_of(*host.figure, record.row));
        side.rows.push_back(same == index->end() ? nullptr : same->second);
        found += same != index->end();
    }
    if (found != guest.records.size()) return false;
    side.records = std::move(guest.records);        // the rows point into it
    host.sides.push_back(std::move(side));
    return true;
}

// Where this many entries, and this many for each subject, add up, paper gives a subject one line.
constexpr std::size_t many_entries = 1000;
constexpr std::size_t many_for_each = 3;

}  // namespace

std::vector<Sheaf> joined_where_the_same(std::vector<Sheaf> sheaves) {
    // The larger takes in the smaller; of equals the one mentioned first.
    std::vector<std::size_t> by_size(sheaves.size());
    std::iota(by_size.begin(), by_size.end(), std::size_t{0});
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t a, std::size_t b) {
        return sheaves[a].records.size() > sheaves[b].records.size();
    });
    std::vector<bool> gone(sheaves.size(), false);
    for (std::size_t i = 0; i < by_size.size(); ++i) {
        if (gone[by_size[i]]) continue;
        for (std::size_t j = i + 1; j < by_size.size(); ++j) {
            if (!gone[by_size[j]]) gone[by_size[j]] = joined(sheaves[by_size[i]], sheaves[by_size[j]]);
        }
    }
    std::vector<Sheaf> left;
    for (std::size_t i = 0; i < sheaves.size(); ++i) {
        if (!gone[i]) left.push_back(std::move(sheaves[i]));
    }
    return left;
}

std::vector<Sum> sums_of(const std::vector<Record>& records) {
    std::vector<Sum> sums;
    std::unordered_map<std::uint64_t, std::size_t> places;
    for (const auto& record : records) {
        const auto key = static_cast<std::uint64_t>(record.organisation) << 32 | record.row.subject;
        const auto [place, is_new] = places.try_emplace(key, sums.size());
        if (is_new) sums.push_back({.subject = record.row.subject, .organisation = record.organisation});
        auto& sum = sums[place->second];
        ++sum.entries;
        sum.amount += record.row.amount;
        sum.first = std::min(sum.first, record.row.on);
        sum.last = std::max(sum.last, record.row.on);
    }
    return sums;
}

bool is_long_enough_to_sum(const Sheaf& sheaf) {
    if (sheaf.figure->measure != Measure::sum || !sheaf.sides.empty()) return false;
    return sheaf.records.size() >= many_entries &&
           sheaf.records.size() >= many_for_each * sums_of(sheaf.records).size();
}

}  // namespace nennep::reports
