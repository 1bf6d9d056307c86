// All that the journal amounts to up to its head, in memory: who there is, the tree of
// organisations, what is known of each subject, and the ledgers. Derived from the journal and from nothing else.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/entry.hpp"
#include "world/directory.hpp"
#include "world/ledger.hpp"
#include "world/traits.hpp"
#include "world/tree.hpp"

namespace nennep::world {

using LedgerNo = std::uint16_t;

// What folding one subject yields: its rows, and what the directory, the tree and the traits say of it.
struct Yield {
    struct Entry {
        LedgerNo ledger = 0;
        OrganisationNo organisation = nowhere;
        Row row;
    };
    std::vector<Entry> rows;
    std::string label;
    Day since = Day::never();
    Day until = Day::never();
    Timeline timeline;          // of an organisation
    Knowledge known;            // its traits
    std::vector<KnownPart> parts;
};

// Finds entries by the id that they were given, for those that were given one. Keeps digests of
// ids only: the entry itself says whether it is the one that is looked for.
class IdIndex {
public:
    void add(std::string_view id, journal::Seq seq);
    std::vector<journal::Seq> candidates(std::string_view id) const;
    // As Directory::index.
    void index() const;
    void shrink_to(std::size_t size);
    std::size_t size() const { return entries_.size(); }
    void write(ByteWriter& out) const;
    bool read(ByteReader& in);

private:
    struct Entry {
        std::uint64_t digest;
        std::uint64_t seq;
    };
    std::vector<Entry> entries_;                                    // in order of seq
    mutable std::unordered_multimap<std::uint64_t, journal::Seq> by_digest_;    // when first asked
    mutable std::size_t indexed_ = 0;
};

// Who recorded stands in the directory too, as subjects of this type.
constexpr TypeNo actor_type = 255;

// The trait that every subject has: the organisation where it belongs.
constexpr TraitNo seat_trait = 0;

struct World {
    Directory directory;
    IdIndex ids;
    Tree tree;
    Traits traits;
    std::vector<Ledger> ledgers;
    journal::Head head;

    // Puts the yield of a subject in the place of an earlier one of the same subject (or of an
    // empty one). Only rows that differ are touched.
    void put(SubjectNo subject, const Yield& yield, Yield before, bool is_organisation);
    void settle();
    // Before many threads ask at once: nothing is computed on the way any more.
    void be_ready() const;

    // Where a subject belongs: an organisation itself, a person in their branch, also after leaving;
    // nowhere for what belongs to the root of the tree. As last known, or as of a day.
    OrganisationNo seat(SubjectNo subject) const;
    OrganisationNo seat_on(SubjectNo subject, Day day) const;
    // Who a code in the column of seats names.
    OrganisationNo seat_of(Code code) const {
        return code == unknown ? nowhere : directory[code].rank;
    }
};

std::string encode(const World& world);
// False, and a world that must be thrown away, for bytes that `encode` did not write.
bool decode(std::string_view bytes, World& world);

}  // namespace nennep::world
