// Questions about figures, with what a person wants to see beside a row: the record itself.
#pragma once
#include "catalogue/report.hpp"
#include "service/books.hpp"

namespace nennep::service {

// A row with the entry behind it: who recorded it, when, on whose decision.
struct RecordLine {
    std::string subject_type;
    std::string subject;
    std::string label;
    std::string about;              // key of whom it is about, where that is another
    std::string about_label;
    std::string organisation;       // where it was made; empty for the root
    std::string organisation_label;
    Day effective_on;
    std::optional<Day> counts_on;   // where that is another day
    Number amount{1, 0};
    Seq seq = 0;
    std::string event;
    catalogue::Authority authority;
    std::int64_t recorded_ms = 0;
    std::string recorded_by;
    std::string confirmed_by;       // where two persons were asked for
    bool is_hidden = false;         // somebody in it is not seen by this reader (service/visible.hpp)
};

std::vector<RecordLine> open_records(const Books& books, const World& world,
                                     const catalogue::Figure& figure,
                                     const std::vector<catalogue::Record>& records, Language language);

// What lists say of the entries that made their rows.
catalogue::EntryReader entry_reader(const Books& books, const World& world, Language language);

// The name of who recorded or confirmed an entry; empty for nobody.
std::string actor_name(const World& world, journal::SubjectId actor);

}  // namespace nennep::service
