// The settings of the server: one TOML file, and above it the options of the command line. All that
// is wrong with them is said at once, each with its place, before anything starts.
#pragma once
#include <map>
#include <span>

#include "accounts/accounts.hpp"
#include "cli/commands.hpp"
#include "cli/settings_file.hpp"
#include "http/server.hpp"
#include "service/zone.hpp"

namespace nennep::cli {

enum class LogLevel : std::uint8_t { error, warning, info, debug };

struct Settings {
    std::string data = "./nennep-data";
    service::Zone zone = service::Zone::alone;
    std::string listen = "127.0.0.1:8080";      // also read into server.address and server.port
    std::string public_address;                 // https://nennep.example.vn, for links that people are given
    http::ServerSettings server;
    accounts::AccountSettings accounts;
    // By event type: whether a second person must agree; what is not named here is as the rights say.
    std::map<std::string, bool, std::less<>> two_persons;
    std::string log_file;                       // empty: standard error, where systemd's journal takes it
    LogLevel log_level = LogLevel::info;
    std::int64_t keep_jobs_days = 30;
};

// One setting as a list of them tells it: how it is named, what holds, and where that comes from.
struct SettingShown {
    std::string name;                           // limits.body_kib
    std::string value;                          // as TOML writes it
    std::string place;                          // nennep.toml:12, --listen; empty: as it is by itself
    bool has_range = false;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::vector<std::string_view> choices;
};

struct SettingsRead {
    Settings settings;
    Refusals refusals;                          // each names its place and its setting as the field
    std::vector<SettingShown> shown;
};
// Judges what was given; later ones win. `event_types` are those that may need a second person.
SettingsRead read_settings(std::span<const GivenSetting> given, const std::vector<std::string>& event_types);

// What holds for a command: the file, then the options. Throws RefusedAll.
Settings settings_of(const Call& call);
// The store that a command means: --data, NENNEP_DATA, the file's `data`, or ./nennep-data.
std::string data_of(const Call& call);

}  // namespace nennep::cli
