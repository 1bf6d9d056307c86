// Imports as jobs: taken at once, worked through one after another, looked at while they run, and kept
// with their file and result. A job that the program did not finish is found again as interrupted:
// nothing of it was recorded, and it may be sent again.
#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "accounts/keep.hpp"
#include "accounts/who.hpp"
#include "service/files.hpp"
#include "service/shared_books.hpp"

namespace nennep::http {

struct Job {
    enum class State : std::uint8_t {
        waiting, running, done, refused, stopped, failed, interrupted,
        held        // until a second person has confirmed it
    };
    std::uint64_t id = 0;
    std::uint64_t account = 0;
    std::string by;                 // who sent it
    std::string file_name;          // as the client called it; never a path of ours
    Digest file{};                  // the blob that holds it
    std::size_t bytes = 0;
    bool check_only = false;
    bool keep_good = false;
    State state = State::waiting;
    std::int64_t sent_ms = 0;
    std::int64_t ended_ms = 0;
    std::string stage;              // while it runs: read, fold, write
    std::size_t so_far = 0;
    std::size_t of = 0;
    std::string result;             // JSON, once it has ended
};

std::string_view name_of(Job::State state);

class Jobs {
public:
    // `explain` makes the result of a recording.
    using Explain = std::function<std::string(const service::Receipt&, const service::SourceFiles&)>;
    Jobs(service::SharedBooks& books, journal::Store& blobs, accounts::Keep& keep, const catalogue::Rights& rights,
         service::Surroundings surroundings, Explain explain);
    // Stops what runs: with nothing recorded, or all of it.
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    // How many an account, and all together, may have waiting: a file is worked through in seconds, and
    // a program that sends without end would keep the others from theirs.
    static constexpr std::size_t most_waiting_of_one = 5;
    static constexpr std::size_t most_waiting = 50;

    // Refused where too many wait (`import.too_many_waiting`), the file is none (service/files.hpp), or
    // holds what may not be kept in this zone.
    Result<Job, Refusal> send(const accounts::Who& who, Job job, std::string content);
    std::optional<Job> find(std::uint64_t id) const;
    // Those of an account, or all (0); the newest first.
    std::vector<Job> all(std::uint64_t account) const;
    std::optional<std::string> file(const Job& job) const;
    void stop(std::uint64_t id);
    // Forgets those that ended before; the newest stays, so that numbers go on. What they recorded, and
    // the file that it came from, stay in the journal.
    void forget_ended_before(std::int64_t ms);

private:
    struct Order {
        std::uint64_t id;
        accounts::Who who;
    };
    bool take_a_place(std::uint64_t account);
    Job add(const accounts::Who& who, Job job);
    void work();
    void run(const Order& order);
    void save(const Job& job);
    Job change(std::uint64_t id, const std::function<void(Job&)>& how);

    service::SharedBooks& books_;
    journal::Store& blobs_;
    accounts::Keep& keep_;
    const catalogue::Rights& rights_;
    service::Surroundings surroundings_;
    Explain explain_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, Job> jobs_;
    std::deque<Order> orders_;
    std::map<std::uint64_t, std::size_t> being_sent_;       // by account: files that are looked at
    std::atomic<std::uint64_t> to_stop_{0};
    std::atomic<bool> ends_{false};
    std::thread worker_;
};

}  // namespace nennep::http
