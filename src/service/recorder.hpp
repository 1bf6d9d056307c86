// Recording: read → judge → append → fold, all or nothing.
//
// A batch is put into the world first and taken out again if anything speaks against it: so every
// check sees what would be, across all lines and files of the batch, in whatever order they stand.
// The rules of procedure (ages, votes, deadlines) are judged where `Recorder::judge` says.
#pragma once
#include <functional>
#include <set>

#include "service/books.hpp"
#include "service/draft.hpp"

namespace nennep::service {

// What the house takes from outside: time and chance.
struct Surroundings {
    std::function<std::int64_t()> now_ms;       // since 1970, UTC
    std::function<std::uint64_t()> random;
};

struct RecordingOptions {
    bool check_only = false;        // judge, record nothing
    bool keep_good = false;         // record what nothing speaks against
    Progress progress;
    // Asked now and then; true ends the recording with nothing recorded.
    std::function<bool()> stop;
};

struct Receipt {
    std::size_t recorded = 0;                   // or, when only checking, what would be
    std::vector<std::size_t> already;           // lines that had been recorded before
    std::vector<std::size_t> already_voided;    // of these, the ones that were taken back since
    std::vector<Objection> objections;
    journal::Head head;
    bool stopped = false;
};

class Recorder {
public:
    Recorder(Books& books, Surroundings surroundings, std::string actor);

    // Each line is the JSON of one event; objections name lines by their index here.
    Receipt record(std::span<const std::string_view> lines, const RecordingOptions& options);

private:
    Books& books_;
    Surroundings surroundings_;
    std::string actor_;
};

}  // namespace nennep::service
