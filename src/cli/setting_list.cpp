#include "cli/setting_list.hpp"

#include <algorithm>

namespace nennep::cli {
namespace {

constexpr std::string_view of_two_persons = "two_persons.";

const catalogue::Choices& choices_of(LogLevel) {
    static const catalogue::Choices choices{"log_level", {"error", "warning", "info", "debug"}};
    return choices;
}
using service::choices_of;

// What a setting means where it is kept: seconds, counts, and numbers with a unit of their own.
std::int64_t number_of(std::chrono::seconds time) { return time.count(); }
template <class T>
std::int64_t number_of(T value) {
    return static_cast<std::int64_t>(value);
}
void put(std::chrono::seconds& into, std::int64_t value) { into = std::chrono::seconds(value); }
template <class T>
void put(T& into, std::int64_t value) {
    into = static_cast<T>(value);
}

// `of` is a generic function from settings to the place where the value is kept.
template <class Of>
Setting plain(const char* name, Of of) {
    using Value = std::decay_t<decltype(of(std::declval<Settings&>()))>;
    Setting setting;
    setting.told.name = name;
    setting.like = Value{};
    setting.set = [of](Settings& settings, const SettingValue& value) { of(settings) = std::get<Value>(value); };
    setting.get = [of](const Settings& settings) { return SettingValue(of(settings)); };
    return setting;
}

struct Range {
    std::int64_t least;
    std::int64_t most;
    std::int64_t unit = 1;
};

template <class Of>
Setting number(const char* name, Range range, Of of) {
    Setting setting;
    setting.told = {name, {}, {}, true, range.least, range.most, {}};
    setting.like = std::int64_t{};
    setting.set = [=](Settings& settings, const SettingValue& value) {
        put(of(settings), std::get<std::int64_t>(value) * range.unit);
    };
    setting.get = [=](const Settings& settings) { return SettingValue(number_of(of(settings)) / range.unit); };
    return setting;
}

template <class Of>
Setting choice(const char* name, Of of) {
    using Value = std::decay_t<decltype(of(std::declval<Settings&>()))>;
    const auto& codes = choices_of(Value{}).codes;
    Setting setting;
    setting.told.name = name;
    setting.told.choices = codes;
    setting.like = std::string();
    setting.set = [of, &codes](Settings& settings, const SettingValue& value) {
        const auto found = std::find(codes.begin(), codes.end(), std::get<std::string>(value));
        of(settings) = static_cast<Value>(found - codes.begin());
    };
    setting.get = [of, &codes](const Settings& settings) {
        return SettingValue(std::string(codes[static_cast<std::size_t>(of(settings))]));
    };
    return setting;
}

#define AT(place) [](auto& settings) -> auto& { return settings.place; }

void add_server(std::vector<Setting>& all) {
    all.push_back(plain("server.listen", AT(listen)));
    all.push_back(plain("server.public_address", AT(public_address)));
    all.push_back(plain("server.tls_cert", AT(server.tls_certificate)));
    all.push_back(plain("server.tls_key", AT(server.tls_key)));
    all.push_back(plain("server.trusted_proxies", AT(server.trusted_proxies)));
    all.push_back(number("server.threads", {1, 64}, AT(server.threads)));
    all.push_back(number("server.workers", {1, 256}, AT(server.workers)));
}

void add_limits(std::vector<Setting>& all) {
    constexpr std::int64_t kib = 1024, mib = 1024 * 1024;
    all.push_back(number("limits.head_kib", {4, 64, kib}, AT(server.limits.head_bytes)));
    all.push_back(number("limits.body_kib", {64, 16 * 1024, kib}, AT(server.limits.body_bytes)));
    all.push_back(number("limits.upload_mib", {1, 256, mib}, AT(server.limits.upload_bytes)));
    all.push_back(number("limits.connections", {16, 65'536}, AT(server.limits.connections)));
    all.push_back(number("limits.connections_of_a_peer", {4, 65'536}, AT(server.limits.connections_of_a_peer)));
    all.push_back(number("limits.waiting", {8, 65'536}, AT(server.limits.waiting)));
    all.push_back(number("limits.head_seconds", {1, 120}, AT(server.limits.head_time)));
    all.push_back(number("limits.body_seconds", {5, 3'600}, AT(server.limits.body_time)));
    all.push_back(number("limits.idle_seconds", {5, 600}, AT(server.limits.idle_time)));
    all.push_back(number("limits.send_seconds", {5, 3'600}, AT(server.limits.send_time)));
    all.push_back(number("limits.stop_seconds", {1, 300}, AT(server.limits.stop_time)));
}

void add_accounts(std::vector<Setting>& all) {
    constexpr std::int64_t minute = 60 * 1000;
    // Wider than this would be weaker than what an information system of level 2 must have.
    all.push_back(number("sessions.idle_minutes", {2, 15, minute}, AT(accounts.idle_ms)));
    all.push_back(number("sessions.idle_administrator_minutes", {2, 15, minute}, AT(accounts.idle_administrator_ms)));
    all.push_back(number("sessions.absolute_minutes", {30, 480, minute}, AT(accounts.absolute_ms)));
    all.push_back(number("sessions.confirmation_minutes", {1, 15, minute}, AT(accounts.confirmation_ms)));
    all.push_back(number("accounts.link_hours", {1, 168, 60 * minute}, AT(accounts.link_ms)));
    all.push_back(number("accounts.unused_days", {0, 365}, AT(accounts.unused_days)));
    all.push_back(number("passwords.characters_min", {15, 64}, AT(accounts.password_alone_min)));
    all.push_back(number("passwords.administrators_change_days", {0, 365}, AT(accounts.administrator_password_days)));
    all.push_back(plain("passwords.administrators_need_second_factor", AT(accounts.administrators_need_second_factor)));
}

#undef AT

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

struct AsToml {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(const std::vector<std::string>& texts) const {
        std::string out = "[";
        for (const auto& text : texts) out += (out.size() > 1 ? ", " : "") + quoted(text);
        return out + "]";
    }
};

std::string joined(const std::vector<std::string_view>& words) {
    std::string all;
    for (const auto word : words) all += (all.empty() ? "" : ", ") + std::string(word);
    return all;
}

std::string_view code_for_kind(const SettingValue& like) {
    if (std::holds_alternative<std::string>(like)) return "settings.not_a_text";
    if (std::holds_alternative<std::int64_t>(like)) return "settings.not_a_number";
    if (std::holds_alternative<bool>(like)) return "settings.not_true_or_false";
    return "settings.not_texts";
}

// What speaks against a value for one setting.
std::optional<Refusal> against(const Setting& setting, const SettingValue& value) {
    if (value.index() != setting.like.index()) return Refusal{std::string(code_for_kind(setting.like)), {}, {}};
    const auto& told = setting.told;
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr && (*number < told.least || *number > told.most)) {
        return Refusal{"settings.out_of_range", {},
                       {{"value", std::to_string(*number)}, {"least", std::to_string(told.least)},
                        {"most", std::to_string(told.most)}}};
    }
    const auto* text = std::get_if<std::string>(&value);
    const auto& choices = told.choices;
    if (text != nullptr && !choices.empty() && std::find(choices.begin(), choices.end(), *text) == choices.end()) {
        return Refusal{"settings.not_a_choice", {}, {{"value", *text}, {"choices", joined(choices)}}};
    }
    return std::nullopt;
}

}  // namespace

const std::vector<Setting>& all_settings() {
    static const auto settings = [] {
        std::vector<Setting> all;
        all.push_back(plain("data", [](auto& of) -> auto& { return of.data; }));
        all.push_back(choice("zone", [](auto& of) -> auto& { return of.zone; }));
        add_server(all);
        add_limits(all);
        add_accounts(all);
        all.push_back(plain("log.file", [](auto& of) -> auto& { return of.log_file; }));
        all.push_back(choice("log.level", [](auto& of) -> auto& { return of.log_level; }));
        all.push_back(number("jobs.keep_days", {1, 365}, [](auto& of) -> auto& { return of.keep_jobs_days; }));
        return all;
    }();
    return settings;
}

SettingList::SettingList(Settings& settings, const std::vector<std::string>& event_types)
    : settings_(settings), event_types_(event_types) {}

void SettingList::take(const GivenSetting& given, Refusals& refusals) {
    if (given.name.starts_with(of_two_persons)) return take_two_persons(given, refusals);
    const auto& all = all_settings();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Setting& setting) { return setting.told.name == given.name; });
    const auto field = given.place + ": " + given.name;
    if (found == all.end()) {
        std::vector<std::string> names;
        for (const auto& setting : all) names.push_back(setting.told.name);
        const auto near = nearest(given.name, names);
        return refusals.add({near ? "settings.unknown_near" : "settings.unknown", field,
                             {{"nearest", near.value_or("")}}});
    }
    places_[given.name] = given.place;
    if (auto refusal = against(*found, given.value)) {
        refusal->field = field;
        return refusals.add(std::move(*refusal));
    }
    found->set(settings_, given.value);
}

void SettingList::take_two_persons(const GivenSetting& given, Refusals& refusals) {
    const auto name = given.name.substr(of_two_persons.size());
    const auto field = given.place + ": " + given.name;
    if (std::find(event_types_.begin(), event_types_.end(), name) == event_types_.end()) {
        const auto near = nearest(name, event_types_);
        return refusals.add({near ? "settings.unknown_near" : "settings.unknown", field,
                             {{"nearest", std::string(of_two_persons) + "\"" + near.value_or("") + "\""}}});
    }
    const auto* needed = std::get_if<bool>(&given.value);
    if (needed == nullptr) return refusals.add({"settings.not_true_or_false", field, {}});
    places_[given.name] = given.place;
    settings_.two_persons[name] = *needed;
}

std::string SettingList::place_of(std::string_view name) const {
    const auto found = places_.find(name);
    return (found == places_.end() ? "" : found->second + ": ") + std::string(name);
}

std::vector<SettingShown> SettingList::shown() const {
    std::vector<SettingShown> all;
    const auto place = [&](std::string_view name) {
        const auto found = places_.find(name);
        return found == places_.end() ? std::string() : found->second;
    };
    for (const auto& setting : all_settings()) {
        all.push_back(setting.told);
        all.back().value = std::visit(AsToml{}, setting.get(settings_));
        all.back().place = place(setting.told.name);
    }
    for (const auto& [event, is_needed] : settings_.two_persons) {
        const auto name = std::string(of_two_persons) + event;
        all.push_back({name, is_needed ? "true" : "false", place(name), false, 0, 0, {}});
    }
    return all;
}

}  // namespace nennep::cli
