// The books in use by many at once: readers side by side, one writer at a time.
//
// A reader holds the books for as long as a question takes (microseconds); what takes long (a PDF,
// an export) works on a copy of the world of its own. A writer waits for the readers that are in,
// new readers wait for a waiting writer, so neither starves. What is judged but not durable yet is
// never seen: the lock is held until the store has answered (docs/adr/0013).
#pragma once
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "service/recorder.hpp"

namespace nennep::service {

// Lets nobody in while a writer waits.
class FairLock {
public:
    void lock();
    void unlock() { inside_.unlock(); }
    void lock_shared();
    void unlock_shared() { inside_.unlock_shared(); }

private:
    std::mutex door_;
    std::shared_mutex inside_;
};

class SharedBooks {
public:
    // `books` is used through this alone from now on. Its store may be read by many threads.
    SharedBooks(Books& books, Surroundings surroundings);

    // The books as they are, held as long as this lives; or, as known at a moment, a world of then.
    class Reading {
    public:
        const Books& books() const { return *books_; }
        const World& world() const { return then_ ? *then_ : books_->world(); }
        // The last entry that was known, where the past was asked for.
        std::optional<Seq> known_up_to() const { return known_up_to_; }
        // Changes with every entry: what was read under the same version is the same.
        Seq version() const { return world().head.seq; }
        // Lets writers go on while long work is done: afterwards `world` is a copy that nobody changes.
        void go_on_alone();

    private:
        friend class SharedBooks;
        SharedBooks* shared_ = nullptr;
        const Books* books_ = nullptr;
        std::shared_lock<FairLock> lock_;
        std::shared_ptr<const World> then_;
        std::optional<Seq> known_up_to_;
    };
    Reading read();
    // `utc_ms`: as everything was known then. Takes as long as folding the journal, unless it is kept.
    Reading read_as_known(std::int64_t utc_ms);

    Receipt record(const std::string& actor, const std::string& second_actor,
                   std::span<const std::string_view> lines, const RecordingOptions& options);
    // Told with the lock let go, after each recording: the first and last new entry.
    void when_recorded(std::function<void(Seq first, Seq last)> hear);

private:
    std::shared_ptr<const World> copy_of_now();
    std::shared_ptr<const World> known(Seq entries);

    Books& books_;
    Recorder recorder_;
    FairLock lock_;
    std::mutex copies_mutex_;
    std::shared_ptr<const World> copy_;                         // of the latest version asked for
    std::list<std::pair<Seq, std::shared_ptr<const World>>> pasts_;     // the ones used last
    std::vector<std::function<void(Seq, Seq)>> hearers_;
};

}  // namespace nennep::service
