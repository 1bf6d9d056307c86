// The books of a small town: two committees of one tree and one beside it, in which every kind of
// subject stands everywhere and in its states, with texts that nobody else has: so an answer that
// holds one tells whose it is.
//
//   DUK ─┬─ CQ ─┬─ CB-1   (CB-A was absorbed into it)
//        │      ├─ CB-2
//        │      └─ CB-E   ended
//        └─ DN ─┬─ DN-1   (p-moved came here from CB-1)
//               └─ DN-E   ended
//   KH ──── KH-1
#pragma once
#include <map>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nennep::test {

struct Place {
    std::string key;
    std::string kind;
    std::string parent;
    bool is_live = true;
    std::string into = {};      // the one that absorbed it
};
const std::vector<Place>& places();

// One subject of the books, and where it belongs today; empty: to no organisation.
struct Thing {
    std::string type;
    std::string key;
    std::string seat;
    std::string state = "live";
};
const std::vector<Thing>& things();
// The key of the thing of a kind at a place.
std::string key_at(const std::string& type, const std::string& place);

// A text that stands in one place of the books only, and what it takes to read it.
struct Mark {
    std::string text;
    std::size_t thing;          // its place in things()
    std::string guard;          // right asked for beside seeing the thing; empty: none
};
// All that were written into the lines.
const std::vector<Mark>& marks();
// Those that a text holds.
std::vector<const Mark*> marks_in(const std::string& text);

// The lines that fill the books; each has an id, `<key>/<type>`.
const std::vector<std::string>& lines();

std::string line(const std::string& type, const std::string& subject, const std::string& on,
                 const std::string& data, const std::string& id = {});

}  // namespace nennep::test
