// What the fuzz targets share: the catalogue, and the readable lines of corpus/fuzz_lines.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "main/house.hpp"

namespace nennep::fuzz {

const catalogue::Catalogue& house();

// The lines of a text; blank ones too.
std::vector<std::string_view> lines_of(std::string_view text);

// All seed files, one text each.
const std::vector<std::string>& seeds();

// A promise that was broken: says so and ends the program, which libFuzzer takes as a find.
void expect(bool kept, const char* promise);

}  // namespace nennep::fuzz
