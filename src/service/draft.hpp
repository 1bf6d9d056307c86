// What somebody asks to be recorded, on its way from a line of text to an entry of the journal.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/fact.hpp"
#include "journal/entry.hpp"

namespace nennep::service {

// A refusal, and the line it is about. `with` names an entry already recorded that the line does
// not go together with.
struct Objection {
    std::size_t line = 0;
    Refusal refusal;
    std::optional<journal::Seq> with;
};

struct Draft;

// What a voiding event asks for: an entry of the journal or another draft of the batch is to be
// taken back. `target` is what was written: an id, or a number of the journal.
struct Voiding {
    catalogue::Fact front;
    std::string reason;
    std::string target;
    journal::Seq target_seq = 0;
    const Draft* target_draft = nullptr;
    std::optional<Day> own_day;
    std::string subject_key;
};

// Small, because there may be a million of them.
struct Draft {
    std::size_t line = 0;
    const catalogue::EventType* type = nullptr;     // null: it voids another event
    catalogue::SubjectNo subject = catalogue::nobody;
    Day on;
    journal::Seq seq = 0;
    // An export says in which order things became known; other lines know all of their file.
    bool has_own_order = false;
    bool is_known = false;                          // recorded before; nothing is to be done
    journal::Seq known_as = 0;                      // the entry that it is then,
    const Draft* twin = nullptr;                    // or the draft before it that says the same
    std::string payload;
    std::string id;                                 // as given; empty if none was
    std::unique_ptr<Voiding> voiding;
};

}  // namespace nennep::service
