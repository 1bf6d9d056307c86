// Compares what was printed with what a scenario expects. A line `…` stands for any lines,
// `… × 5` for five of them, `…` within a line for any text; {name=} takes a word and keeps it under a
// name, {name} is that word.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace nennep::scenario {

using Names = std::map<std::string, std::string>;

std::vector<std::string> lines_of(const std::string& text);
// `text` with {name} replaced wherever the name is known.
std::string filled(const std::string& text, const Names& names);
bool matches(const std::vector<std::string>& expected, const std::vector<std::string>& printed,
             Names& names);
// Whether `part` stands somewhere in `text`.
bool occurs(const std::string& part, const std::string& text, Names& names);

}  // namespace nennep::scenario
