// Small random histories of a committee: mostly possible ones, since the impossible are left out by
// asking the books themselves.
#pragma once
#include <random>
#include <string>
#include <vector>

namespace nennep::test {

struct History {
    // Import lines in the order of their days; no two events of one subject share a day, so that
    // their order in a file means nothing.
    std::vector<std::string> lines;
};

History random_history(std::uint64_t seed);

// Every figure for every organisation over several years, both structures: what two worlds must
// agree in to be the same to everybody who asks.
class TestBooks;
std::string all_figures(TestBooks& books);

}  // namespace nennep::test
