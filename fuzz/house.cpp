#include "house.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace nennep::fuzz {

const catalogue::Catalogue& house() {
    static const catalogue::Catalogue catalogue = build_catalogue();
    return catalogue;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

const std::vector<std::string>& seeds() {
    static const std::vector<std::string> all = [] {
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(NENNEP_SEEDS)) files.push_back(file);
        std::sort(files.begin(), files.end());
        std::vector<std::string> texts;
        for (const auto& file : files) {
            std::ifstream in(file, std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
        return texts;
    }();
    return all;
}

void expect(bool kept, const char* promise) {
    if (kept) return;
    std::cerr << "broken promise: " << promise << std::endl;
    std::abort();
}

}  // namespace nennep::fuzz
