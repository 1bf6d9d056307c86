// What the papers for operators and auditors name is there: files, tests, requirements.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "tree.hpp"

namespace nennep::tidy {
namespace {

bool is_paper(const SourceFile& file) {
    return file.path.starts_with("docs/security") || file.path == "docs/operations.md";
}

TEST(papers, name_files_that_are_there) {
    static const std::regex named("`((?:src|tests|docs|packaging|fuzz|scripts)/[A-Za-z0-9_./-]+)`");
    std::size_t found = 0;
    for (const auto& file : files({".md"})) {
        if (!is_paper(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string line(file.lines[i]);
            for (std::sregex_iterator hit(line.begin(), line.end(), named), end; hit != end; ++hit, ++found) {
                EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(NENNEP_TREE) / (*hit)[1].str()))
                    << file.at(i) << ": " << (*hit)[1];
            }
        }
    }
    EXPECT_GT(found, 100u);
}

// 188 of ASVS 5.0.0 apply; the table at the head says how many stand where.
TEST(papers, have_a_row_for_each_requirement) {
    static const std::regex row(R"(\| V(\d+\.\d+\.\d+) \| [^|]+ \| (test|code|doc|part|open) \| .+ \|)");
    static const std::regex sum(R"(\| (test|code|doc|part|open) \| .+ \| (\d+) \|)");
    std::set<std::string> requirements;
    std::map<std::string, std::size_t> rows, told;
    for (const auto& file : files({".md"})) {
        if (file.path != "docs/security/asvs.md") continue;
        for (const auto line : file.lines) {
            std::cmatch parts;
            if (std::regex_match(line.data(), line.data() + line.size(), parts, row)) {
                EXPECT_TRUE(requirements.insert(parts[1]).second) << parts[1];
                ++rows[parts[2]];
            } else if (std::regex_match(line.data(), line.data() + line.size(), parts, sum)) {
                told[parts[1]] = std::stoul(parts[2]);
            }
        }
    }
    EXPECT_EQ(requirements.size(), 188u);
    EXPECT_EQ(rows, told);
}

}  // namespace
}  // namespace nennep::tidy
