// A made-up committee of ninety members whose two years hold every kind of thing that a report
// prints: targets met and missed, figures that rise, fall and are nothing, long names, letters with
// two accents, lists of each shape. The sample year is not used for the pictures: each change of it
// would change all of them.
#pragma once
#include <string>
#include <vector>

namespace nennep::paper {

constexpr const char* committee_key = "DUK";
constexpr int committee_year = 2020;
constexpr const char* report_document = "BC-2020";      // the report in the register of documents

// Its events as import lines, in an order in which they can be recorded.
std::vector<std::string> committee_lines();

}  // namespace nennep::paper
