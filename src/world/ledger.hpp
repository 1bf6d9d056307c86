// A ledger is the list behind a figure: rows, each of which names its subject, its days and the
// entry of the journal that made it so. Rows lie in the organisation that they were made in; the
// tree of a day says for whom they count. Within an organisation they are sorted by day, so that a
// period is a range.
#pragma once
#include <span>
#include <vector>

#include "base/bytes.hpp"
#include "base/day.hpp"
#include "world/directory.hpp"
#include "world/tree.hpp"

namespace nennep::world {

struct Row {
    Day from;                   // the day on which it counts; of a stock: since when
    Day to;                     // of a stock: no longer on this day
    Day on;                     // the day on which its event took effect
    SubjectNo subject = nobody;
    SubjectNo about = nobody;   // whom it is about, if not the subject: the attendee of a class
    std::uint32_t seq = 0;      // the entry that made it
    std::int64_t amount = 1;

    friend bool operator==(const Row&, const Row&) = default;
    friend bool operator<(const Row& a, const Row& b) {
        if (a.from != b.from) return a.from < b.from;
        if (a.seq != b.seq) return a.seq < b.seq;
        if (a.subject != b.subject) return a.subject < b.subject;
        if (a.about != b.about) return a.about < b.about;
        return a.to != b.to ? a.to < b.to : a.amount < b.amount;
    }
};
static_assert(std::is_trivially_copyable_v<Row> && sizeof(Row) == 32);

class Ledger {
public:
    // Rows that belong to no organisation lie apart (`nowhere`).
    std::span<const Row> rows(OrganisationNo organisation) const;
    OrganisationNo organisations() const {
        return static_cast<OrganisationNo>(by_organisation_.size());
    }

    bool is_empty() const;

    // Adding is cheap and leaves rows unsorted; `settle` sorts what was touched.
    void add(OrganisationNo organisation, const Row& row);
    void remove(OrganisationNo organisation, const Row& row);
    void settle();

    void write(ByteWriter& out) const;
    bool read(ByteReader& in);

private:
    using Rows = std::vector<Row>;
    Rows& at(OrganisationNo organisation);

    std::vector<Rows> by_organisation_;
    Rows elsewhere_;
    std::vector<OrganisationNo> unsettled_;
};

}  // namespace nennep::world
