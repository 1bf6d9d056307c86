// What is guarded comes masked, also to who may see it, until they ask for it by name (`reveal=`);
// asking leaves a line of its own in the records of looking. Nobody has to ask for what is their own.
#pragma once
#include "http/api/subjects.hpp"

namespace nennep::http {

// The parameter `reveal`, with the guards that may be named.
Parameter reveal_parameter(std::vector<std::string> guards);
// The guards that the request names, each once and each one that the user may see past.
std::vector<std::string> revealed(const Call& call, const Desktop& desk, world::SubjectNo subject);
// One line in the records of looking for each of them.
void look_at_revealed(const Call& call, const Desktop& desk, world::SubjectNo subject,
                      const std::vector<std::string>& guards);

}  // namespace nennep::http
