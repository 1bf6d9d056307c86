// The books in use by many at once: readers side by side, one writer at a time.
//
// A reader holds the books for as long as a question takes (microseconds); what takes long (a PDF,
// an export) goes on alone, with a copy of the world. A writer waits for the readers that are in, new
// readers wait for a waiting writer. What is judged but not durable yet is never seen: the writer
// keeps the lock until the store has answered (docs/adr/0013-readers-and-the-writer.md). A large
// import is judged in a world of its own, which then takes the place of this one.
#pragma once
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "service/fair_lock.hpp"
#include "service/recorder.hpp"
#include "service/verification.hpp"

namespace nennep::service {

class SharedBooks {
public:
    // `books` is used through this alone from now on. Its store may be read by many threads.
    SharedBooks(Books& books, Surroundings surroundings);
    // Leaves a snapshot, so that the next start is quick.
    ~SharedBooks();
    SharedBooks(const SharedBooks&) = delete;
    SharedBooks& operator=(const SharedBooks&) = delete;

    // The books as they are, held as long as this lives; or, as known at a moment, a world of then.
    class Reading {
    public:
        const Books& books() const { return *books_; }
        const World& world() const { return then_ ? *then_ : books_->world(); }
        // The last entry that was known, where the past was asked for.
        std::optional<Seq> known_up_to() const { return known_up_to_; }
        // Of a world of its own: nothing is held.
        bool is_apart() const { return then_ != nullptr; }
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

    // As Recorder::record.
    Receipt record(const std::string& actor, std::span<const std::string_view> lines,
                   const RecordingOptions& options);
    struct Verified {
        Soundness found;
        std::int64_t at_ms = 0;
    };
    // Examines the whole journal, its chain and what follows from it, while everybody goes on. That takes
    // all of a processor for seconds: within a minute what was found is told again.
    Verified verify();
    // Follows what other programs have recorded; true if there was something.
    bool follow();
    // Told after each recording, with no lock held: the last entry.
    void when_recorded(std::function<void(Seq head)> hear);

private:
    std::shared_ptr<const World> known(Seq entries);
    Receipt record_apart(const std::string& actor, std::span<const std::string_view> lines,
                         const RecordingOptions& options);
    void tell(Seq head);

    Books& books_;
    Surroundings surroundings_;
    FairLock lock_;
    Recorder recorder_;
    std::shared_mutex recording_;                               // shared by small batches, alone for a large one
    std::mutex copy_mutex_;
    std::shared_ptr<const World> copy_;                         // of the version asked for last
    std::mutex pasts_mutex_;
    std::list<std::pair<Seq, std::shared_ptr<const World>>> pasts_;     // the ones used last
    std::mutex verifying_;
    std::optional<Verified> verified_;                          // the last time
    std::mutex hearers_mutex_;
    std::vector<std::function<void(Seq)>> hearers_;
};

}  // namespace nennep::service
