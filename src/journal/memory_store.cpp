#include <deque>
#include <map>
#include <unordered_map>
#include <vector>

#include "journal/store.hpp"

namespace nennep::journal {
namespace {

class MemoryStore final : public Store {
public:
    explicit MemoryStore(const Genesis& genesis)
        : genesis_(encode(genesis)), head_(head_of(genesis_)) {}

    std::string genesis() override { return genesis_; }
    Head head() override { return head_; }

    std::optional<HeadMoved> append(const Head& expected,
                                    std::span<const StoredEntry> entries) override {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            ensure(entries[i].seq == expected.seq + 1 + i, "entries continue the expected head");
        }
        if (expected != head_) return HeadMoved{head_};
        for (const auto& entry : entries) {
            streams_[entry.subject].push_back(entries_.size());
            entries_.push_back(entry);
        }
        if (!entries.empty()) head_ = {entries.back().seq, entries.back().link};
        return std::nullopt;
    }

    void read(Seq after, const Take& take) override {
        for (std::size_t i = after; i < entries_.size(); ++i) {
            if (!take(entries_[i])) return;
        }
    }

    void read_each(std::span<const Seq> wanted, const Take& take) override {
        for (const auto seq : wanted) {
            if (seq == 0 || seq > entries_.size()) continue;
            if (!take(entries_[seq - 1])) return;
        }
    }

    void read_stream(SubjectId subject, const Take& take) override {
        const auto found = streams_.find(subject);
        if (found == streams_.end()) return;
        for (const auto index : found->second) {
            if (!take(entries_[index])) return;
        }
    }

    Digest put_blob(std::string_view bytes) override {
        const Digest digest = sha256(bytes);
        blobs_.emplace(digest, bytes);
        return digest;
    }

    std::optional<std::string> get_blob(const Digest& digest) override {
        const auto found = blobs_.find(digest);
        if (found == blobs_.end()) return std::nullopt;
        return found->second;
    }

    void put_snapshot(const Snapshot& snapshot) override { snapshot_ = snapshot; }

    std::optional<Snapshot> get_snapshot() override {
        if (!snapshot_ || snapshot_->head.seq > head_.seq) return std::nullopt;
        const auto at = snapshot_->head.seq;
        const Digest link = at == 0 ? head_of(genesis_).link : entries_[at - 1].link;
        if (link != snapshot_->head.link) return std::nullopt;
        return snapshot_;
    }

    void drop_snapshot() override { snapshot_.reset(); }

private:
    std::string genesis_;
    Head head_;
    std::deque<StoredEntry> entries_;   // grows without moving what is there
    std::unordered_map<SubjectId, std::vector<std::size_t>> streams_;
    std::map<Digest, std::string> blobs_;
    std::optional<Snapshot> snapshot_;
};

}  // namespace

std::unique_ptr<Store> open_memory_store(const Genesis& genesis) {
    return std::make_unique<MemoryStore>(genesis);
}

}  // namespace nennep::journal
