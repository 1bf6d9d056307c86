// The file of settings, taken apart: names, values and the lines on which they stand.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace nennep::cli {

// The first is a kind of value that no setting has: a date, a number with a point.
using SettingValue =
    std::variant<std::monostate, std::string, std::int64_t, bool, std::vector<std::string>>;

struct GivenSetting {
    std::string name;       // by its tables: limits.body_kib
    SettingValue value;
    std::string place;      // file and line, or the option
};

// settings.no_file, settings.not_toml.
Result<std::vector<GivenSetting>> read_settings_file(const std::string& file);

}  // namespace nennep::cli
