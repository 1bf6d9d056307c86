#include "cli/settings_file.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace nennep::cli {
namespace {

SettingValue value_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return number->get();
    if (const auto* flag = node.as_boolean()) return flag->get();
    const auto* array = node.as_array();
    if (array == nullptr) return {};
    std::vector<std::string> texts;
    for (const auto& part : *array) {
        const auto* text = part.as_string();
        if (text == nullptr) return {};
        texts.push_back(text->get());
    }
    return texts;
}

struct OnLine {
    std::size_t line;
    GivenSetting setting;
};

void take_apart(const toml::table& table, const std::string& path, const std::string& file, std::vector<OnLine>& into) {
    for (const auto& [key, node] : table) {
        const auto name = path + std::string(key.str());
        if (const auto* inner = node.as_table()) {
            take_apart(*inner, name + ".", file, into);
        } else {
            const std::size_t line = key.source().begin.line;
            into.push_back({line, {name, value_of(node), file + ":" + std::to_string(line)}});
        }
    }
}

}  // namespace

Result<std::vector<GivenSetting>> read_settings_file(const std::string& file) {
    std::error_code ignored;
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file, ignored)) return Refusal{"settings.no_file", file, {}};
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    try {
        std::vector<OnLine> found;
        take_apart(toml::parse(text, file), "", file, found);
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
        std::vector<GivenSetting> given;
        for (auto& one : found) given.push_back(std::move(one.setting));
        return given;
    } catch (const toml::parse_error& error) {
        return Refusal{"settings.not_toml", file + ":" + std::to_string(error.source().begin.line),
                       {{"detail", std::string(error.description())}}};
    }
}

}  // namespace nennep::cli
