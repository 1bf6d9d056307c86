// The sample year: plays a written scenario and tells it as import lines (docs/reference, events).
// There is no clock and no chance but the scenario's seed: the same texts give the same lines.
#pragma once
#include <functional>
#include <string_view>

namespace nennep::sample {

// Hands over one import line (a JSON object, no newline) after another; lines are not sorted by
// date, but what concerns one subject comes in its order. Throws std::runtime_error, naming the
// place in the TOML, if a text cannot be read or what it asks for cannot be played.
void play(std::string_view scenario_toml, std::string_view names_toml,
          const std::function<void(std::string_view)>& line);

}  // namespace nennep::sample
