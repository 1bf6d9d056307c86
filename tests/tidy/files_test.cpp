// How files look: heads, lengths, spelling; no clock, chance or locale below the doors.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "base/text.hpp"
#include "tree.hpp"

namespace nennep::tidy {
namespace {

constexpr std::size_t longest_file = 600;       // lines
constexpr std::size_t longest_line = 120;       // columns

std::size_t columns(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

const std::vector<SourceFile>& sources() {
    static const auto all = files({".cpp", ".hpp"});
    return all;
}

TEST(files, headers_begin_with_their_purpose) {
    for (const auto& file : sources()) {
        if (!file.is_header()) continue;
        ASSERT_FALSE(file.lines.empty()) << file.path;
        EXPECT_TRUE(file.lines.front().starts_with("// ")) << file.path << ": what is it for?";
        const auto code = std::find_if(file.lines.begin(), file.lines.end(), [](std::string_view line) {
            return !line.empty() && !line.starts_with("//");
        });
        EXPECT_TRUE(code != file.lines.end() && *code == "#pragma once") << file.path;
    }
}

TEST(files, are_short) {
    for (const auto& file : sources()) {
        EXPECT_LE(file.lines.size(), longest_file) << file.path << ": which second noun hides in it?";
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            // What stands in a raw string may not be broken.
            if (file.lines[i].find("R\"") != std::string_view::npos) continue;
            EXPECT_LE(columns(file.lines[i]), longest_line) << file.at(i);
        }
    }
}

TEST(files, end_with_a_newline_and_hold_no_tabs_or_trailing_blanks) {
    for (const auto& file : sources()) {
        EXPECT_TRUE(file.text.ends_with('\n')) << file.path;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_EQ(file.lines[i].find('\t'), std::string_view::npos) << file.at(i);
            EXPECT_FALSE(file.lines[i].ends_with(' ')) << file.at(i);
        }
    }
}

TEST(files, take_time_chance_and_locale_only_at_the_doors) {
    const std::regex outside(
        R"(system_clock|random_device|\bs?rand\(|\btime\((NULL|nullptr)|localtime|getenv|setlocale|std::locale)");
    for (const auto& file : program()) {
        if (file.lies_in("src/main") || file.lies_in("src/cli")) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_FALSE(std::regex_search(std::string(file.lines[i]), outside))
                << file.at(i) << ": time, chance and the machine's settings are passed in";
        }
    }
}

// What comes from outside never becomes a command of the machine, or a pattern that is looked for.
TEST(files, start_no_other_program_and_make_no_patterns) {
    const std::regex outside(R"(\b(system|popen|v?fork|exec[lv]p?e?|posix_spawnp?|dlopen)\(|<regex>)");
    for (const auto& file : program()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_FALSE(std::regex_search(std::string(file.lines[i]), outside)) << file.at(i);
        }
    }
}

TEST(files, say_who_will_do_what_is_to_do) {
    // Written so that this file does not find itself.
    const std::regex loose("TO" "DO(?! ?\\(?#[0-9]+)");
    for (const auto& file : files({".cpp", ".hpp", ".txt", ".toml", ".cmake", ".md", ".scenario"})) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_FALSE(std::regex_search(std::string(file.lines[i]), loose)) << file.at(i) << ": which issue?";
        }
    }
}

// One name, one spelling: a search for "Trần" finds every "Trần".
TEST(files, hold_composed_text) {
    for (const auto& file : files({".cpp", ".hpp", ".txt", ".toml", ".md"})) {
        const auto broken = broken_utf8(file.text);
        ASSERT_FALSE(broken) << file.path << ": no UTF-8 at byte " << *broken;
        if (composed(file.text) == file.text) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_EQ(composed(file.lines[i]), file.lines[i]) << file.at(i) << ": not NFC";
        }
    }
}

}  // namespace
}  // namespace nennep::tidy
