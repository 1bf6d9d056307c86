// A ledger is the list behind a figure: rows, each of which names its subject, its days and the
// entry of the journal that made it so. Rows lie in the organisation that they were made in; the
// tree of a day says for whom they count. Within an organisation they are sorted by day, so that a
// period is a range, and kept with running sums, so that a range is counted and added up without
// being walked:
//
//     from     03/01  19/02  19/05  02/09        rows from 01/02 to 30/06: two, by two searches
//     sum   0     20     50     90    130        their amounts: 90 - 20
//
// What counts on a day has begun and not ended: those that began by then, less those that ended.
#pragma once
#include <cstdint>
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

struct Totals {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    Totals& operator+=(const Totals& more) {
        count += more.count;
        sum += more.sum;
        return *this;
    }
};

class Ledger {
public:
    // Rows that belong to no organisation lie apart (`nowhere`).
    std::span<const Row> rows(OrganisationNo organisation) const;
    // Those that count from one day to another, both included.
    std::span<const Row> rows(OrganisationNo organisation, Day first, Day last) const;
    Totals totals(OrganisationNo organisation, Day first, Day last) const;
    // Of what has begun by a day and has not ended on it.
    Totals totals_on(OrganisationNo organisation, Day day) const;

    OrganisationNo organisations() const {
        return static_cast<OrganisationNo>(by_organisation_.size());
    }
    // The organisations in which something lies, ascending.
    const std::vector<OrganisationNo>& occupied() const { return occupied_; }
    bool is_empty() const { return occupied_.empty() && elsewhere_.rows.empty(); }

    // Adding is cheap and leaves rows unsorted; `settle` puts in order what was touched, and must
    // come before anything is asked.
    void add(OrganisationNo organisation, const Row& row);
    void remove(OrganisationNo organisation, const Row& row);
    void settle();

    void write(ByteWriter& out) const;
    bool read(ByteReader& in);

private:
    struct Shelf {
        std::vector<Row> rows;
        std::vector<std::int64_t> sums;     // of the amounts before each row
        std::vector<std::pair<Day, std::int64_t>> ends;     // by day: amounts that ended so far
        void settle();
    };
    Shelf& at(OrganisationNo organisation);
    const Shelf& shelf(OrganisationNo organisation) const;
    void touch(OrganisationNo organisation);

    std::vector<Shelf> by_organisation_;
    Shelf elsewhere_;
    std::vector<OrganisationNo> occupied_;
    std::vector<OrganisationNo> unsettled_;
};

}  // namespace nennep::world
