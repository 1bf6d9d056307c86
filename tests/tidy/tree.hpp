// The files of the tree as they lie on the disk.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace nennep::tidy {

struct SourceFile {
    std::string path;                   // src/cli/run.cpp
    std::string text;
    std::vector<std::string_view> lines;

    std::string folder() const { return path.substr(0, path.rfind('/')); }
    bool is_header() const { return path.ends_with(".hpp"); }
    bool lies_in(std::string_view place) const {
        return path == place || path.starts_with(std::string(place) + "/");
    }
    // "src/cli/run.cpp:17", as editors and compilers say it; lines count from 0 here.
    std::string at(std::size_t line) const { return path + ":" + std::to_string(line + 1); }
};

// All files of the folders src, tests, fuzz, scripts, sample and docs with one of these endings.
std::vector<SourceFile> files(const std::vector<std::string_view>& endings);

// C++ sources and headers of src.
const std::vector<SourceFile>& program();

}  // namespace nennep::tidy
