// The snapshot beside the journal: its bytes as they are. What proves them, a digest over head,
// layout and bytes, stands in the journal's own file.
#pragma once
#include <filesystem>

#include "journal/store.hpp"

namespace nennep::store {

// The digest of what was written.
Digest write_snapshot_file(const std::filesystem::path& file, const journal::Snapshot& snapshot);

// What the journal remembers of the file.
struct SnapshotMark {
    std::uint64_t size = 0;
    Digest digest{};
};

// Fills `snapshot.bytes` from the file; false if that, with head and layout, is not what was
// marked.
bool read_snapshot_file(const std::filesystem::path& file, const SnapshotMark& mark,
                        journal::Snapshot& snapshot);

}  // namespace nennep::store
