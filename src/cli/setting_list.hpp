// The list of all settings: how each is named, what it may be, and where it goes. What reads a file,
// checks it, prints it and tells of it works from this list.
#pragma once
#include <functional>
#include <map>

#include "cli/settings.hpp"

namespace nennep::cli {

struct Setting {
    SettingShown told;
    SettingValue like;              // a value of the kind that it wants
    std::function<void(Settings&, const SettingValue&)> set;
    std::function<SettingValue(const Settings&)> get;
};

class SettingList {
public:
    SettingList(Settings& settings, const std::vector<std::string>& event_types);

    // Puts a value where it belongs, or says why it cannot be.
    void take(const GivenSetting& given, Refusals& refusals);
    bool was_given(std::string_view name) const { return places_.contains(name); }
    // File and line, if it was given, and its name: what a refusal shows first.
    std::string place_of(std::string_view name) const;
    // All that stand in the program, and those for single events that were given.
    std::vector<SettingShown> shown() const;

private:
    void take_two_persons(const GivenSetting& given, Refusals& refusals);

    Settings& settings_;
    const std::vector<std::string>& event_types_;
    std::map<std::string, std::string, std::less<>> places_;
};

// Every setting but those of single events, in the order of pages.
const std::vector<Setting>& all_settings();

// What holds, in the form of a file, each with where it comes from.
void print_settings(const std::vector<SettingShown>& settings, const Call& call);
// A file to begin with: each setting as it is by itself, behind a #, with what it is for.
void print_settings_file(const std::vector<SettingShown>& settings, const Call& call);
// The page of the reference.
void print_settings_page(const std::vector<SettingShown>& settings, const Call& call);

}  // namespace nennep::cli
