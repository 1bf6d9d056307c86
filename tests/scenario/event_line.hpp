// The short way in which scenarios write events, as lines for import:
//
//   2020-05-19  member.admitted  a1  branch=CB-01  introducers=p7,p9  authority=112-QĐ/ĐUK@2020-05-12
//
// Day, type, subject; then what is given. `authority` (number@date@issuer) and `id` stand beside
// the data, everything else in it. `-` for the day, or no subject, leaves it out.
#pragma once
#include <string>

namespace nennep::scenario {

// Throws std::runtime_error for what is no event.
std::string event_json(const std::string& line);

// The bytes of a line in a `file` or `lines` block: ⟨EF BB BF⟩ stands for bytes, ⟨200 × [⟩ for a
// text many times over.
std::string unfolded(const std::string& line);

}  // namespace nennep::scenario
