// Recording: read → judge → stage → commit, all or nothing.
//
// A batch is put into the world first and taken out again if anything speaks against it: so every
// check sees what would be, across all lines and files of the batch, in whatever order they stand.
//
// Many may record at once. Whoever finds nobody at work takes all requests that wait, judges them
// one after another, and commits them with one wait for the disk; then answers them:
//
//     a ──┐ judge a, b, c          ┌── a recorded
//     b ──┤ ───────────── commit ──┤── b refused: nothing of it was staged
//     c ──┘                        └── c recorded        an answer means durable
#pragma once
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <set>

#include "catalogue/rights.hpp"
#include "service/books.hpp"
#include "service/draft.hpp"
#include "service/fair_lock.hpp"
#include "service/zone.hpp"

namespace nennep::service {

// What the house takes from outside: time, chance, and where its machine stands.
struct Surroundings {
    std::function<std::int64_t()> now_ms;       // since 1970, UTC
    std::function<std::uint64_t()> random;
    Zone zone = Zone::alone;
};

// For whom is recorded: what they may not see is unknown to them, and what they may not record is
// refused (`not_allowed`). Left out where somebody works on the machine itself.
struct OnBehalf {
    const catalogue::Rights& rights;
    std::vector<catalogue::Grant> grants;
    std::string person;             // key of the own file, or empty
};

// Who has confirmed what another one sent (service/second_person.hpp).
struct Confirmation {
    std::string actor;
    OnBehalf by;
};

struct RecordingOptions {
    const OnBehalf* on_behalf = nullptr;
    // Without one, what is recorded on somebody's behalf and needs two persons is held back.
    const Confirmation* confirmation = nullptr;
    bool check_only = false;        // judge, record nothing
    bool keep_good = false;         // record what nothing speaks against
    Progress progress;
    // Asked now and then; true ends the recording with nothing recorded.
    std::function<bool()> stop;
};

// What a second person must confirm.
struct ActForTwo {
    std::string event;
    std::string voids;              // of a correction: the type of what it takes back
    std::string subject_type;
    std::string subject;            // key
    std::string label;
    friend bool operator==(const ActForTwo&, const ActForTwo&) = default;
};

struct Receipt {
    std::size_t recorded = 0;                   // or, when only checking or held back, what would be
    std::vector<std::size_t> already;           // lines that had been recorded before
    std::vector<std::size_t> already_voided;    // of these, the ones that were taken back since
    std::vector<Seq> seqs;                      // by line: the entry that it is, or would be; else 0
    std::vector<Objection> objections;
    journal::Head head;
    bool stopped = false;
    std::vector<ActForTwo> for_two;             // what in it needs two persons
    bool is_held_back = false;                  // for that reason nothing was recorded

    bool is_durable(const RecordingOptions& options) const {
        return recorded > 0 && !is_held_back && !options.check_only;
    }
};

class Recorder {
public:
    // `lock`: taken from judging until the store has answered, where others read the books meanwhile.
    Recorder(Books& books, Surroundings surroundings, FairLock* lock = nullptr);

    // Larger ones are judged and committed alone: they are taken back by opening the books anew.
    static constexpr std::size_t largest_shared_batch = 10'000;

    // Each line is the JSON of one event; objections name lines by their index here. May be called
    // from many threads. Throws the Fault of the store, with nothing recorded.
    Receipt record(const std::string& actor, std::span<const std::string_view> lines,
                   const RecordingOptions& options);

private:
    struct Request {
        const std::string& actor;
        std::span<const std::string_view> lines;
        const RecordingOptions& options;
        Receipt receipt;
        std::exception_ptr fault;
        bool is_answered = false;
    };
    void serve(std::span<Request* const> requests);
    void serve_together(std::span<Request* const> requests);
    void serve_alone(std::span<Request* const> requests);
    void judge_and_stage(Request& request);

    Books& books_;
    Surroundings surroundings_;
    FairLock* lock_;
    std::mutex mutex_;
    std::condition_variable answered_;
    std::vector<Request*> waiting_;
    bool is_at_work_ = false;
};

}  // namespace nennep::service
