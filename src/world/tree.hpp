// The tree of organisations as of a date.
//
// Each organisation has a timeline: under whom it stood, of which kind it was, from which day. It
// ends by being absorbed into another or by ending. So the tree is a function of a day, and on a
// given day every organisation that was ever founded has a *representative*: itself while it
// lives, later the one that absorbed it, or the last parent of one that ended, and so on upwards.
//
// On one day the living organisations are numbered in pre-order:
//
//        DUK 0                 below(CQ) = positions 1..3
//       /     \                CB-9, absorbed into CB-1 in July, is asked in December:
//    CQ 1     DN 4             its representative is CB-1, so it stands at position 2
//    /   \      \              and all that ever happened in it counts there.
//  CB-1 2 CB-2 3 CB-7 5
//
// so that "below this committee" is a range of positions. A reorganisation recorded late, or
// voided, only changes the answer of a day; no person's record is touched.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.hpp"
#include "base/day.hpp"

namespace nennep::world {

// The rank of an organisation among organisations (Subject::rank).
using OrganisationNo = std::uint32_t;
constexpr OrganisationNo nowhere = 0xffffffff;

struct Span {
    Day from;
    OrganisationNo parent = nowhere;
    std::uint8_t kind = 0;
    bool holds_members = false;
    friend bool operator==(const Span&, const Span&) = default;
};

struct Timeline {
    std::vector<Span> spans;            // by day; the first is the founding
    Day ended = Day::never();           // no longer live on this day
    OrganisationNo into = nowhere;      // the absorbing one, if it was absorbed

    bool exists() const { return !spans.empty(); }
    bool live_on(Day day) const { return exists() && spans.front().from <= day && day < ended; }
    // The span that holds on `day`; the last one after the end.
    const Span* on(Day day) const;
    friend bool operator==(const Timeline&, const Timeline&) = default;
};

// The tree of one day, numbered.
class Numbering {
public:
    using Position = std::uint32_t;
    static constexpr Position unplaced = 0xffffffff;

    // Where what belongs to `organisation` stands on this day; unplaced before its founding.
    Position position(OrganisationNo organisation) const {
        return organisation < position_.size() ? position_[organisation] : unplaced;
    }
    bool is_live(OrganisationNo organisation) const {
        return organisation < last_.size() && last_[organisation] != unplaced;
    }
    bool is_root(OrganisationNo organisation) const;
    bool is_below(OrganisationNo organisation, OrganisationNo top) const;
    // All organisations, living and past, that stand at or below a living one; by position.
    std::span<const OrganisationNo> below(OrganisationNo top) const;
    std::size_t roots() const { return roots_; }
    // The living one for which `organisation` counts on this day, or nowhere.
    OrganisationNo representative(OrganisationNo organisation) const;

private:
    friend class Tree;
    std::vector<Position> position_;        // by organisation
    std::vector<Position> last_;            // by living organisation: its last descendant
    std::vector<OrganisationNo> living_;    // by position
    std::vector<OrganisationNo> members_;   // all organisations by position of representative
    std::vector<std::uint32_t> offset_;     // by position: where members_ of it begin
    std::vector<bool> root_;                // by organisation
    std::size_t roots_ = 0;
};

class Tree {
public:
    const Timeline& operator[](OrganisationNo organisation) const;
    OrganisationNo size() const { return static_cast<OrganisationNo>(timelines_.size()); }
    void put(OrganisationNo organisation, Timeline timeline);
    void shrink_to(OrganisationNo size);

    // The numbering of a day; computed once for all days between two changes.
    std::shared_ptr<const Numbering> on(Day day) const;
    // First day of the stretch without change in which `day` lies.
    Day epoch(Day day) const;

    // An organisation that, from `from` on, would one day stand below itself; with that day.
    struct Cycle {
        OrganisationNo organisation;
        Day day;
    };
    std::optional<Cycle> cycle_from(OrganisationNo organisation, Day from) const;

    void write(ByteWriter& out) const;
    bool read(ByteReader& in);

private:
    OrganisationNo representative(OrganisationNo organisation, Day day) const;
    std::shared_ptr<const Numbering> number(Day day) const;
    void forget_numberings();
    const std::vector<Day>& changes() const;

    std::vector<Timeline> timelines_;
    mutable std::mutex mutex_;
    mutable std::vector<Day> changes_;
    mutable bool changes_known_ = false;
    mutable std::map<Day, std::shared_ptr<const Numbering>> numberings_;
};

}  // namespace nennep::world
