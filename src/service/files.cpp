#include "service/files.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <system_error>

namespace nennep::service {

namespace {

void take_all(std::istream& in, std::string& content) {
    char block[1 << 16];
    while (in.read(block, sizeof block) || in.gcount() > 0) {
        content.append(block, static_cast<std::size_t>(in.gcount()));
    }
}

}  // namespace

std::optional<Refusal> SourceFiles::add(const std::filesystem::path& path) {
    const std::string name = path.string();
    const auto unreadable = [&](const std::string& reason) {
        return Refusal{"file.unreadable", "", {{"file", name}, {"reason", reason}}};
    };
    auto content = std::make_unique<std::string>();
    if (name == "-") {
        take_all(std::cin, *content);
    } else {
        std::error_code error;
        if (std::filesystem::is_directory(path, error)) {
            return unreadable(std::error_code(EISDIR, std::generic_category()).message());
        }
        std::ifstream in(path, std::ios::binary);
        if (in) {
            if (const auto size = std::filesystem::file_size(path, error); !error) content->reserve(size);
            take_all(in, *content);
        }
        if (!in.is_open() || in.bad()) {
            return unreadable(std::error_code(errno, std::generic_category()).message());
        }
    }
    return add_content(name, std::move(*content));
}

std::optional<Refusal> SourceFiles::add_content(const std::string& name, std::string given) {
    auto content = std::make_unique<std::string>(std::move(given));
    std::string_view rest = *content;
    if (rest.starts_with("\xff\xfe") || rest.starts_with("\xfe\xff")) {
        return Refusal{"line.utf16", "", {{"file", name}}};
    }
    if (rest.starts_with("\xef\xbb\xbf")) rest.remove_prefix(3);
    const std::size_t lines_before = lines_.size();
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const auto first = line.find_first_not_of(" \t");
        if (first == std::string_view::npos || line[first] == '#') continue;
        lines_.push_back(line);
        places_.push_back({names_.size(), number});
    }
    if (lines_.size() == lines_before) return Refusal{"file.empty", "", {{"file", name}}};
    names_.push_back(name);
    contents_.push_back(std::move(content));
    return std::nullopt;
}

}  // namespace nennep::service
