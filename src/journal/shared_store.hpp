// One store used by many threads: readers take a store of their own from a pool, which grows to as
// many as read at the same time; appending goes through one, one at a time.
#pragma once
#include <functional>
#include <mutex>
#include <vector>

#include "journal/store.hpp"

namespace nennep::journal {

class SharedStore : public Store {
public:
    // `open_reader` opens the same journal for reading; it must not change it.
    SharedStore(std::unique_ptr<Store> writer, std::function<std::unique_ptr<Store>()> open_reader);
    ~SharedStore() override;

    std::string genesis() override;
    Head head() override;
    std::optional<HeadMoved> append(const Head& expected, std::span<const StoredEntry> entries) override;
    void read(Seq after, const Take& take) override;
    void read_each(std::span<const Seq> wanted, const Take& take) override;
    void read_stream(SubjectId subject, const Take& take) override;
    Digest put_blob(std::string_view bytes) override;
    std::optional<std::string> get_blob(const Digest& digest) override;
    void put_snapshot(const Snapshot& snapshot) override;
    std::optional<Snapshot> get_snapshot() override;
    void drop_snapshot() override;

private:
    // A reader that goes back into the pool, unless it failed.
    class Lent;

    std::unique_ptr<Store> writer_;
    std::mutex writing_;
    std::function<std::unique_ptr<Store>()> open_reader_;
    std::mutex pool_mutex_;
    std::vector<std::unique_ptr<Store>> pool_;
    std::string genesis_;
};

}  // namespace nennep::journal
