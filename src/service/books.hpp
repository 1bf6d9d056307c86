// The books of a committee: its journal in a store, and the world that it amounts to.
//
// Opening takes a snapshot of the world, if the store has one that is whole, belongs to this
// journal and was laid out by this very program; then it folds what was recorded since. Without a
// snapshot everything is folded. Either way the world is the same.
#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "catalogue/folding.hpp"
#include "journal/store.hpp"

namespace nennep::service {

using catalogue::Catalogue;
using catalogue::StreamEvent;
using journal::Seq;
using world::SubjectNo;
using world::World;

// Told how far long work has come; `total` is 0 where nobody can know.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t total)>;

// The stream of one subject as the store has it.
struct Stream {
    std::vector<journal::StoredEntry> entries;
    std::vector<StreamEvent> events;    // views into `entries`, not arranged
};

class Books {
public:
    // `program` names this build of the program: a snapshot of another build is not believed.
    Books(journal::Store& store, const Catalogue& catalogue, const Digest& program);

    // The same books once more, with a world of its own.
    explicit Books(const Books& other);
    // What the other one has recorded becomes the state of this one.
    void take_over(Books&& other);

    const Catalogue& catalogue() const { return catalogue_; }
    journal::Store& store() const { return store_; }
    const World& world() const { return *world_; }
    World& edit_world() { return *world_; }

    // Follows what others have recorded since.
    void catch_up();
    // Throws away what was put into the world but not recorded.
    void reload();

    // Entries that stand in the world but not in the store yet: several batches are staged one
    // after another and committed together, so that they share the wait for the disk.
    void stage(std::vector<journal::StoredEntry> entries);
    bool has_staged() const { return !staged_.empty(); }
    // Durable when it returns nothing. HeadMoved: somebody else was first, nothing was stored, and
    // the staged entries are for the caller to make anew after `reload`.
    std::optional<journal::HeadMoved> commit();
    // Saves a snapshot when enough was recorded since the last one to be worth it; more, where others wait for
    // these books meanwhile.
    void save_snapshot();
    void others_wait(bool they_do) { others_wait_ = they_do; }

    // The world of the first `entries` entries, from the journal alone.
    std::unique_ptr<World> world_at(Seq entries, const Progress& progress = {}) const;
    // How many entries had been recorded by a moment.
    Seq known_by(std::int64_t utc_ms) const;
    // Digest of the world: equal worlds have equal digests.
    static Digest digest_of(const World& world);

    Stream stream_of(journal::SubjectId subject) const;
    std::optional<journal::StoredEntry> entry(Seq seq) const;
    // Those with these numbers, which ascend; many at once are read much faster than one by one.
    void entries(std::span<const Seq> wanted, const journal::Store::Take& take) const;
    // The event that was given this id; or that, or has this number in the journal: "17".
    struct Found {
        Seq seq;
        SubjectNo subject;
    };
    std::optional<Found> find_id(std::string_view id) const;
    std::optional<Found> find_event(std::string_view id_or_number) const;
    // The id under which an export speaks of an entry that was given none.
    std::string export_id(Seq seq) const;
    const catalogue::EventType* type_of(const journal::Header& header) const;
    const Digest& layout() const { return layout_; }

private:
    bool load_snapshot();
    void follow(World& world) const;

    journal::Store& store_;
    const Catalogue& catalogue_;
    std::string journal_;               // the name of the journal, in hex
    Digest layout_;
    std::unique_ptr<World> world_;
    // What is read by entry is read beside a writer too (shared_books.hpp, going on alone).
    mutable std::mutex staged_mutex_;
    journal::Head stored_;
    std::vector<journal::StoredEntry> staged_;
    Seq snapshot_at_ = 0;
    bool others_wait_ = false;
};

// The header of a stored entry; throws Fault store.damaged if it is none.
journal::Header header_of(const journal::StoredEntry& entry);

}  // namespace nennep::service
