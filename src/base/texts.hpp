// Every text that a person reads, in Vietnamese and English side by side, by key. A text is a TOML
// table with `vi` and `en`; its key is the path of the table: [refusal."card.already_has_card"].
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace nennep {

class Texts {
public:
    // Adds the texts of one file; a key that stands there twice, or lacks a language, is a Bug.
    void add(std::string_view toml, std::string_view file);
    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
    // The text, or the key itself where there is none: a missing text never stops the work.
    std::string get(std::string_view key, Language language, const Arguments& shown = {}) const;
    // The text of a refusal: what is wrong and what to do.
    std::string explain(const Refusal& refusal, Language language) const;
    std::vector<std::string> keys() const;

private:
    struct Pair {
        std::string vi;
        std::string en;
    };
    std::map<std::string, Pair, std::less<>> texts_;
};

}  // namespace nennep
