#include "store/sqlite/snapshot_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "base/bytes.hpp"
#include "store/sqlite/folder.hpp"

namespace nennep::store {
namespace {

// Pieces that stay in the processor's cache between reading, hashing and keeping.
constexpr std::size_t piece_bytes = 256 * 1024;

void add_what_it_belongs_to(Sha256& hasher, const journal::Snapshot& snapshot) {
    ByteWriter words;
    words.raw(std::string_view("nen-nep/snapshot/1\0", 19));
    words.u64(snapshot.head.seq);
    words.raw(bytes_of(snapshot.head.link));
    words.raw(bytes_of(snapshot.layout));
    hasher.add(words.bytes());
}

}  // namespace

Digest write_snapshot_file(const std::filesystem::path& file, const journal::Snapshot& snapshot) {
    replace_file(file, {snapshot.bytes});
    Sha256 hasher;
    add_what_it_belongs_to(hasher, snapshot);
    return hasher.add(snapshot.bytes).finish();
}

bool read_snapshot_file(const std::filesystem::path& file, const SnapshotMark& mark,
                        journal::Snapshot& snapshot) {
    const File in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct ::stat about {};
    if (!in || ::fstat(in.descriptor(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
    // Checked before room is made for it: a foreign file may be of any size.
    if (static_cast<std::uint64_t>(about.st_size) != mark.size) return false;
    snapshot.bytes.reserve(mark.size);
    std::vector<char> piece(piece_bytes);
    Sha256 hasher;
    add_what_it_belongs_to(hasher, snapshot);
    for (;;) {
        const auto size = ::read(in.descriptor(), piece.data(), piece.size());
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return false;
        if (size == 0) return hasher.finish() == mark.digest;
        const std::string_view part(piece.data(), static_cast<std::size_t>(size));
        hasher.add(part);
        snapshot.bytes.append(part);
    }
}

}  // namespace nennep::store
