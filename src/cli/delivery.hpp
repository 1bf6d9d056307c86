// Results that may go into a file (-o): whole or not at all, and never over one that is there,
// unless --force.
#pragma once
#include <filesystem>
#include <functional>
#include <string_view>

#include "cli/commands.hpp"

namespace nennep::cli {

// Refuses a name that cannot be written, before long work is done for nothing.
void check_output(const Call& call);

// Writes `content` under the name given by -o, or to the standard output.
void deliver(const Call& call, std::string_view content);

// For what is written by a library into a file of its own: `write` gets the path of an unfinished
// one, which then takes the name given by -o or is copied to the standard output. A terminal is
// refused such bytes.
void deliver_file(const Call& call, const std::function<void(const std::filesystem::path&)>& write);

}  // namespace nennep::cli
