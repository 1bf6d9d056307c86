// Import files as lines: what is no line is skipped (blank lines, comments that begin with #), a
// byte order mark and CRLF are taken as what they are.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nennep::service {

struct SourceLine {
    std::size_t file = 0;
    std::size_t number = 0;     // from 1
};

class SourceFiles {
public:
    // `-` is the standard input. Refused: a file that cannot be read, holds nothing, or is no UTF-8 text at all.
    std::optional<Refusal> add(const std::filesystem::path& path);
    // The same for what was sent as a file of this name.
    std::optional<Refusal> add_content(const std::string& name, std::string content);

    const std::vector<std::string_view>& lines() const { return lines_; }
    SourceLine place(std::size_t line) const { return places_[line]; }
    const std::string& name(std::size_t file) const { return names_[file]; }

private:
    std::vector<std::string> names_;
    std::vector<std::unique_ptr<std::string>> contents_;
    std::vector<std::string_view> lines_;
    std::vector<SourceLine> places_;
};

}  // namespace nennep::service
