#include "base/texts.hpp"

#include <toml++/toml.h>

namespace nennep {
namespace {

template <class Found>
void each_text(const toml::table& table, const std::string& path, Found&& found) {
    const auto vi = table["vi"].value<std::string>();
    const auto en = table["en"].value<std::string>();
    if (vi && en) found(path, *vi, *en);
    ensure(vi.has_value() == en.has_value(), "a text stands in both languages");
    for (const auto& [key, node] : table) {
        if (const auto* inner = node.as_table()) {
            const std::string name(key.str());
            each_text(*inner, path.empty() ? name : path + "." + name, found);
        }
    }
}

}  // namespace

void Texts::add(std::string_view toml_text, std::string_view file) {
    const auto table = toml::parse(toml_text, file);
    each_text(table, "", [&](const std::string& key, const std::string& vi, const std::string& en) {
        const bool is_new = texts_.emplace(key, Pair{vi, en}).second;
        if (!is_new) throw Bug("text stands twice: " + key);
    });
}

std::string Texts::get(std::string_view key, Language language, const Arguments& shown) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) return std::string(key);
    return filled(language == Language::vi ? found->second.vi : found->second.en, shown);
}

std::string Texts::explain(const Refusal& refusal, Language language) const {
    // What a text shows may be the name of a thing with labels of its own.
    auto shown = refusal.arguments;
    for (auto& [name, value] : shown) {
        if (name == "kind" && has("subject." + value)) value = get("subject." + value, language);
        if (name == "event" && has("event." + value)) value = get("event." + value, language);
        if (name == "part" && has("part." + value)) value = get("part." + value, language);
    }
    // What differs by language stands there twice, with the language behind its name.
    const std::string_view own = language == Language::vi ? ".vi" : ".en";
    for (auto& [name, value] : shown) {
        if (name.ends_with(own)) name.resize(name.size() - own.size());
    }
    return get("refusal." + refusal.code, language, shown);
}

std::vector<std::string> Texts::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, pair] : texts_) all.push_back(key);
    return all;
}

}  // namespace nennep
