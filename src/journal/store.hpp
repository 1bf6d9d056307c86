// The port to whatever keeps the journal. It knows entries, not events: sequence, subject, bytes.
// Every store passes the one suite in tests/store_contract.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"
#include "journal/entry.hpp"

namespace nennep::journal {

// Derived from the journal up to `head`; may be thrown away at any time. `layout` names the
// program's way of laying it out: a snapshot of another layout is as good as none.
struct Snapshot {
    Head head;
    Digest layout{};
    std::string bytes;
};

// Somebody else appended in the meantime; nothing of this batch was stored.
struct HeadMoved {
    Head now;
};

// All failures of the world outside are Faults: store.full, store.read_only, store.damaged,
// store.newer, store.busy, store.unreachable.
class Store {
public:
    virtual ~Store() = default;

    virtual std::string genesis() = 0;  // the encoded bytes
    virtual Head head() = 0;

    // Stores all entries after `expected` or none of them. When it returns without HeadMoved they
    // are durable. `entries` continue `expected`: seq by seq, link by link.
    virtual std::optional<HeadMoved> append(const Head& expected,
                                            std::span<const StoredEntry> entries) = 0;

    // Entries after `after`, in order, until `take` answers false.
    using Take = std::function<bool(const StoredEntry&)>;
    virtual void read(Seq after, const Take& take) = 0;
    // The entries with these numbers, which ascend, until `take` answers false; numbers that are in
    // no entry are passed over.
    virtual void read_each(std::span<const Seq> wanted, const Take& take) = 0;
    // The entries of one subject, in order.
    virtual void read_stream(SubjectId subject, const Take& take) = 0;

    // Blobs are kept by the digest of their bytes; putting one twice is putting it once.
    virtual Digest put_blob(std::string_view bytes) = 0;
    virtual std::optional<std::string> get_blob(const Digest& digest) = 0;

    virtual void put_snapshot(const Snapshot& snapshot) = 0;
    // Only a snapshot that is whole and belongs to this journal's own past; else nothing.
    virtual std::optional<Snapshot> get_snapshot() = 0;
    virtual void drop_snapshot() = 0;
};

// Keeps everything in memory; for tests and for trying things out.
std::unique_ptr<Store> open_memory_store(const Genesis& genesis);

}  // namespace nennep::journal
