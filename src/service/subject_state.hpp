// One subject as of a day, as a page of its record shows it: what was known of it then and since when,
// where it belonged, and its file field by field, each with the entry that said so.
#pragma once
#include "service/books.hpp"
#include "service/known.hpp"
#include "service/offered_acts.hpp"

namespace nennep::service {

struct KnownTrait {
    TraitNo trait = 0;
    Value value;
    std::optional<Day> since;           // of a trait that is kept
};

struct FiledField {
    std::string name;
    std::string json;                   // empty where it may not be seen
    const catalogue::Choices* choices = nullptr;
    bool is_masked = false;             // it is there, and not for this reader
    bool is_list = false;
    std::vector<SubjectNo> named = {};  // those named by it whose names this reader may know
    Day on;                             // when what says so took effect
    Seq seq = 0;                        // the entry that says so
    std::string event;
};

struct SubjectState {
    SubjectNo subject = world::nobody;
    Day on;
    OrganisationNo seat = world::nowhere;
    std::vector<KnownTrait> traits;     // those that are there
    std::vector<FiledField> fields;     // of its file, in the order of their description
    // What the reader may record about it now, whichever day is shown; of who was not asked about, nothing.
    std::optional<std::vector<OfferedAct>> acts;
};

struct StateQuestion {
    SubjectNo subject = world::nobody;
    Day on;
    std::optional<Seq> known_up_to;     // entries after this one were not known yet
    // Whether a field may be shown; without it every one may. Asked by the name of the field.
    std::function<bool(std::string_view field)> may_see_field = {};
    // Whether it may be told by which name somebody is known; without it everybody's is.
    std::function<bool(SubjectNo named)> may_name = {};
};

// Nothing where the subject did not exist on the day.
std::optional<SubjectState> subject_state(const Books& books, const World& world, const StateQuestion& asked);

}  // namespace nennep::service
