#include "journal/shared_store.hpp"

#include <exception>

namespace nennep::journal {

class SharedStore::Lent {
public:
    explicit Lent(SharedStore& from) : from_(from), failures_(std::uncaught_exceptions()) {
        {
            const std::lock_guard lock(from_.pool_mutex_);
            if (!from_.pool_.empty()) {
                store_ = std::move(from_.pool_.back());
                from_.pool_.pop_back();
            }
        }
        if (!store_) store_ = from_.open_reader_();
    }
    ~Lent() {
        if (std::uncaught_exceptions() > failures_) return;
        const std::lock_guard lock(from_.pool_mutex_);
        from_.pool_.push_back(std::move(store_));
    }
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;
    Store* operator->() const { return store_.get(); }

private:
    SharedStore& from_;
    int failures_;
    std::unique_ptr<Store> store_;
};

SharedStore::SharedStore(std::unique_ptr<Store> writer, std::function<std::unique_ptr<Store>()> open_reader)
    : writer_(std::move(writer)), open_reader_(std::move(open_reader)), genesis_(writer_->genesis()) {}

SharedStore::~SharedStore() = default;

std::string SharedStore::genesis() { return genesis_; }

Head SharedStore::head() { return Lent(*this)->head(); }

std::optional<HeadMoved> SharedStore::append(const Head& expected, std::span<const StoredEntry> entries) {
    const std::lock_guard lock(writing_);
    return writer_->append(expected, entries);
}

void SharedStore::read(Seq after, const Take& take) { Lent(*this)->read(after, take); }

void SharedStore::read_each(std::span<const Seq> wanted, const Take& take) { Lent(*this)->read_each(wanted, take); }

void SharedStore::read_stream(SubjectId subject, const Take& take) { Lent(*this)->read_stream(subject, take); }

Digest SharedStore::put_blob(std::string_view bytes) {
    const std::lock_guard lock(writing_);
    return writer_->put_blob(bytes);
}

std::optional<std::string> SharedStore::get_blob(const Digest& digest) { return Lent(*this)->get_blob(digest); }

void SharedStore::put_snapshot(const Snapshot& snapshot) {
    const std::lock_guard lock(writing_);
    writer_->put_snapshot(snapshot);
}

std::optional<Snapshot> SharedStore::get_snapshot() { return Lent(*this)->get_snapshot(); }

void SharedStore::drop_snapshot() {
    const std::lock_guard lock(writing_);
    writer_->drop_snapshot();
}

}  // namespace nennep::journal
