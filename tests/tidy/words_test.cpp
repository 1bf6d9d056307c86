// Everything that has a name in code has a text that people read, in both languages; and every
// name in code is one that somebody knows.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "catalogue/fact.hpp"
#include "main/house.hpp"
#include "tree.hpp"

namespace nennep::tidy {
namespace {

const catalogue::Catalogue& house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

void expect_text(const std::string& key) {
    const auto& texts = house().texts();
    ASSERT_TRUE(texts.has(key)) << "no text " << key;
    for (const auto language : {Language::vi, Language::en}) {
        EXPECT_FALSE(texts.get(key, language).empty()) << key;
    }
}

TEST(words, events_fields_and_choices_have_texts) {
    for (const auto& type : house().events()) {
        expect_text("event." + type.name);
        for (const auto& field : type.fields) {
            expect_text("field." + field.name);
            if (field.kind->choices == nullptr) continue;
            for (const auto code : field.kind->choices->codes) {
                expect_text("value." + std::string(field.kind->choices->list) + "." + std::string(code));
            }
        }
    }
}

TEST(words, roles_and_rights_have_texts) {
    const auto rights = build_rights(house());
    for (const auto& role : rights.roles()) {
        expect_text("role." + role);
        expect_text("role_about." + role);
    }
    for (const auto& right : rights.rights()) {
        for (const auto language : {Language::vi, Language::en}) {
            for (const auto& text : {right_label(house(), right, language), right_about(house(), right, language)}) {
                EXPECT_FALSE(text.empty() || house().texts().has(text)) << right;
                EXPECT_FALSE(text.starts_with("right") || text.find('{') != std::string::npos) << right << ": " << text;
            }
        }
    }
}

TEST(words, lists_and_what_they_know_have_texts) {
    for (const auto& list : house().lists()) {
        expect_text("list." + list.name);
        for (const auto& trait : *list.traits) {
            const bool has_its_own = house().texts().has("trait." + trait.name);
            expect_text((has_its_own ? "trait." : "field.") + trait.name);
            if (trait.choices == nullptr) continue;
            for (const auto code : trait.choices->codes) {
                expect_text("value." + std::string(trait.choices->list) + "." + std::string(code));
            }
        }
    }
}

TEST(words, figures_and_their_units_have_texts) {
    for (const auto& figure : house().figures()) {
        expect_text("figure." + figure.name);
        expect_text("unit." + figure.unit);
    }
}

// The words with points between quotation marks in the program: codes, names, keys of texts.
struct Word {
    std::string word;
    std::string place;
};

std::vector<Word> dotted_words() {
    static const std::regex dotted("\"([a-z_]+(?:\\.[a-z0-9_]+)+)\"");
    std::vector<Word> all;
    for (const auto& file : program()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string line(file.lines[i]);
            for (std::sregex_iterator hit(line.begin(), line.end(), dotted), end; hit != end; ++hit) {
                all.push_back({(*hit)[1], file.at(i)});
            }
        }
    }
    return all;
}

bool is_field(std::string_view path) {
    const std::string_view data = "data.", authority = "authority.";
    if (path.starts_with(authority)) return true;
    if (!path.starts_with(data)) return false;
    path.remove_prefix(data.size());
    if (path == "event" || path == "reason") return true;       // of event.voided
    for (const auto& type : house().events()) {
        if (type.field(path) != nullptr) return true;
    }
    return false;
}

bool is_file(std::string_view name) {
    return name.ends_with(".toml") || name.ends_with(".sqlite") || name.ends_with(".bin");
}

// So no refusal, fault or figure is named in code that people could not read.
TEST(words, names_in_code_are_known) {
    const auto& texts = house().texts();
    const auto rights = build_rights(house());
    for (const auto& [word, place] : dotted_words()) {
        const bool is_known = texts.has(word) || texts.has("refusal." + word) || texts.has("fault." + word) ||
                              house().event(word) != nullptr || house().figure(word) != nullptr ||
                              word == catalogue::voiding || word == catalogue::naming_an_actor ||
                              word.starts_with("event.event.") || texts.has("template_field." + word) ||
                              texts.has("api.route." + word) ||
                              texts.has("setting." + word) || is_field(word) || is_file(word) ||
                              rights.right(word) != catalogue::no_right;
        EXPECT_TRUE(is_known) << place << ": nobody knows \"" << word << "\" (its text is missing?)";
    }
}

TEST(words, every_refusal_is_used) {
    std::set<std::string> used;
    for (auto& [word, place] : dotted_words()) used.insert(std::move(word));
    const std::string_view refusal = "refusal.";
    for (const auto& key : house().texts().keys()) {
        if (!key.starts_with(refusal)) continue;
        auto code = key.substr(refusal.size());
        // "… Is this meant?" goes with the code of the same name without it.
        if (code.ends_with("_near") && !used.contains(code)) code.resize(code.size() - 5);
        EXPECT_TRUE(used.contains(code)) << key << ": a text that nobody can get to see";
    }
}

}  // namespace
}  // namespace nennep::tidy
