#include "tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace nennep::tidy {
namespace {

namespace fs = std::filesystem;

SourceFile read(const fs::path& root, const fs::path& path) {
    SourceFile file;
    file.path = fs::relative(path, root).generic_string();
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    file.text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    return file;
}

void cut_lines(SourceFile& file) {
    std::string_view rest = file.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        file.lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
}

}  // namespace

std::vector<SourceFile> files(const std::vector<std::string_view>& endings) {
    const fs::path root = NENNEP_TREE;
    std::vector<SourceFile> all;
    for (const auto* top : {"src", "tests", "fuzz", "scripts", "sample", "docs"}) {
        if (!fs::exists(root / top)) continue;
        for (auto at = fs::recursive_directory_iterator(root / top); at != fs::recursive_directory_iterator(); ++at) {
            const auto& entry = *at;
            const auto name = entry.path().filename().string();
            if (name == "node_modules") at.disable_recursion_pending();      // others' files
            const bool is_asked = std::any_of(endings.begin(), endings.end(),
                                              [&](auto ending) { return name.ends_with(ending); });
            if (entry.is_regular_file() && is_asked) all.push_back(read(root, entry.path()));
        }
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    // Views into the texts: only now do these stay where they are.
    for (auto& file : all) cut_lines(file);
    if (all.empty()) throw std::runtime_error("no files in " + root.string());
    return all;
}

const std::vector<SourceFile>& program() {
    static const std::vector<SourceFile> all = [] {
        auto found = files({".cpp", ".hpp"});
        std::erase_if(found, [](const auto& file) { return !file.lies_in("src"); });
        for (auto& file : found) {
            file.lines.clear();
            cut_lines(file);
        }
        return found;
    }();
    return all;
}

}  // namespace nennep::tidy
