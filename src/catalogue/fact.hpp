// A fact is an event as people state it: type, subject, day, authority, data. Its payload is how
// the journal keeps it; the same description serves both ways.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nennep::catalogue {

// The decision an event rests on. All parts may be missing.
struct Authority {
    std::string number;
    std::optional<Day> date;
    std::string issuer;
    bool empty() const { return number.empty() && !date && issuer.empty(); }
};

struct Fact {
    std::string id;         // as given by whoever recorded it; empty if none was
    std::string key;        // of the subject, with the event that opens it; else empty
    Authority authority;
};

std::string encode(const Fact& fact, const EventType& type, const void* event,
                   const world::Directory& directory);

// Reads a payload into `fact` and, if `event` is not null, into the event made in it. False for
// bytes that are no such payload. Names subjects by the directory's numbers.
bool decode(std::string_view payload, const EventType& type, const world::Directory& directory,
            Fact& fact, Box* event);

// The id that a payload was given, or an empty text. Any bytes may be asked.
std::string_view id_of(std::string_view payload);
// Whether two payloads state the same, whatever id each was given.
bool same_but_for_id(std::string_view a, std::string_view b);

// The subjects named by an event, field by field.
struct NamedIn {
    const Field* field;
    Naming naming;
};
void names_in(const EventType& type, const void* event, std::vector<NamedIn>& into);

// `{"name":"…",…}`: the data of an event, fields in the order of their description.
void write_data(std::string& json, const EventType& type, const void* event,
                const world::Directory& directory);

// The event that takes another one back. It belongs to every kind of subject, and to no room.
inline constexpr std::string_view voiding = "event.voided";
struct Voided {
    journal::Seq target = 0;
    std::string reason;
};
std::string encode(const Fact& fact, const Voided& voided);
bool decode(std::string_view payload, Fact& fact, Voided& voided);

// Who records: an entry of its own, so that headers hold only a random id.
inline constexpr std::string_view naming_an_actor = "actor.named";

}  // namespace nennep::catalogue
