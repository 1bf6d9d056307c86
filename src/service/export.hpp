// The whole journal as import lines, and the digest of the facts in it.
#pragma once
#include "service/books.hpp"

namespace nennep::service {

// Each event as one import line, in the order of recording, with an id by which it is known again:
// imported anywhere, the lines state the same facts; imported here, they change nothing.
void export_events(const Books& books, const World& world,
                   const std::function<void(std::string_view line)>& line);

// The head of facts: equal for two journals that state the same facts, whatever their ids, times
// and order of recording.
Digest facts_digest(const Books& books, const World& world);

}  // namespace nennep::service
