// The whole journal checked: every byte by the chain, every event by the fold, every law.
#pragma once
#include "service/books.hpp"

namespace nennep::service {

struct Soundness {
    Seq entries = 0;
    std::size_t subjects = 0;
    Digest facts{};
    // The first fault: at which entry (0: at none in particular), and what. Empty if all is sound.
    Seq at = 0;
    std::string fault;              // a text under `verify.`
    std::string detail;
    bool is_sound() const { return fault.empty(); }
};

// Works on the store alone, so that a damaged one that cannot be opened is examined too. What is recorded
// meanwhile is left for the next time.
Soundness verify_chain(journal::Store& store, const Progress& progress = {});
// The rest: folds everything anew, compares with the snapshot, asks each law.
Soundness verify_facts(const Books& books, const Progress& progress = {});

}  // namespace nennep::service
