// The history of one subject: everything recorded about it, corrections included.
#pragma once
#include "service/books.hpp"

namespace nennep::service {

struct HistoryLine {
    Seq seq = 0;
    std::string event;
    Day effective_on;
    std::string id;
    catalogue::Authority authority;
    std::string data;               // JSON
    struct Part {
        std::string field;
        std::string json;
        const catalogue::Choices* choices = nullptr;
        std::vector<catalogue::Naming> named = {};      // whom it names, in the world that was asked
    };
    std::vector<Part> parts;        // the same, field by field
    bool is_voided = false;
    // Whether the reader may take it back, as far as that is known before (service/offered_acts.hpp).
    std::optional<bool> may_void;
    std::optional<Seq> voids;       // of a correction
    std::string reason;
    std::int64_t recorded_ms = 0;
    std::string recorded_by;
    std::string confirmed_by;       // where two persons were asked for
    std::vector<std::string> masked;    // fields that this reader does not see (service/visible.hpp)
};

// In the order in which things took effect; on one day in the order of recording. Only what had
// been recorded up to `known_up_to`, if given.
std::vector<HistoryLine> history_of(const Books& books, const World& world, SubjectNo subject,
                                    std::optional<Seq> known_up_to = {});

// One entry as a line of its subject's history.
HistoryLine history_line(const Books& books, const World& world, const journal::StoredEntry& entry);

}  // namespace nennep::service
