// Settings as they are printed: what holds, a file to begin with, the page of the reference.
#include <ostream>

#include "cli/setting_list.hpp"

namespace nennep::cli {
namespace {

// limits.body_kib stands as body_kib in the table limits; an event's name has points of its own.
struct Name {
    std::string table;
    std::string key;
};

Name split(const std::string& name) {
    const auto point = name.find('.');
    if (point == std::string::npos) return {{}, name};
    Name parts{name.substr(0, point), name.substr(point + 1)};
    if (parts.key.find('.') != std::string::npos) parts.key = "\"" + parts.key + "\"";
    return parts;
}

// Calls `print` for each, and writes the head of a table where one begins.
template <class Print>
void by_tables(const std::vector<SettingShown>& settings, std::ostream& out, Print&& print) {
    std::string table;
    for (const auto& setting : settings) {
        const auto name = split(setting.name);
        if (name.table != table) out << "\n[" << name.table << "]\n";
        table = name.table;
        print(setting, name.key);
    }
}

std::string allowed(const SettingShown& setting) {
    if (setting.has_range) return std::to_string(setting.least) + " … " + std::to_string(setting.most);
    std::string all;
    for (const auto choice : setting.choices) all += (all.empty() ? "" : ", ") + std::string(choice);
    return all;
}

}  // namespace

void print_settings(const std::vector<SettingShown>& settings, const Call& call) {
    by_tables(settings, call.out, [&](const SettingShown& setting, const std::string& key) {
        call.out << key << " = " << setting.value << "    # "
                 << (setting.place.empty() ? call.terminal.say("settings.by_itself") : setting.place) << "\n";
    });
}

void print_settings_file(const std::vector<SettingShown>& settings, const Call& call) {
    const auto& texts = call.house.catalogue.texts();
    for (const auto language : {Language::vi, Language::en}) {
        call.out << "# " << texts.get("settings.head", language) << "\n";
    }
    by_tables(settings, call.out, [&](const SettingShown& setting, const std::string& key) {
        call.out << "\n";
        for (const auto language : {Language::vi, Language::en}) {
            call.out << "# " << texts.get("setting." + setting.name, language) << "\n";
        }
        if (const auto range = allowed(setting); !range.empty()) call.out << "# (" << range << ")\n";
        // What was asked for stands as it is; what is so by itself waits behind a mark.
        call.out << (setting.place.empty() ? "#" : "") << key << " = " << setting.value << "\n";
    });
    call.out << "\n[two_persons]\n\n";
    for (const auto language : {Language::vi, Language::en}) {
        call.out << "# " << texts.get("setting.two_persons", language) << "\n";
    }
    for (const auto& type : call.house.rights.two_persons()) call.out << "#\"" << type << "\" = true\n";
}

void print_settings_page(const std::vector<SettingShown>& settings, const Call& call) {
    const auto& texts = call.house.catalogue.texts();
    call.out << "# Settings\n\nPrinted by `nennep reference settings`. They stand in one TOML file; see\n"
             << "[operations.md](../operations.md).\n\n| setting | | by itself | may be |\n| --- | --- | --- | --- |\n";
    const auto row = [&](const std::string& name, const std::string& value, const std::string& may_be) {
        call.out << "| `" << name << "` | " << texts.get("setting." + name, Language::vi) << " / "
                 << texts.get("setting." + name, Language::en) << " | " << value << " | " << may_be << " |\n";
    };
    for (const auto& setting : settings) row(setting.name, "`" + setting.value + "`", allowed(setting));
    row("two_persons", "", "true, false");
}

}  // namespace nennep::cli
