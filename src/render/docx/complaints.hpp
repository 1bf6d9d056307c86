// What is wrong with a template, gathered over its parts: everything once, and not without end.
#pragma once
#include <set>

#include "base/result.hpp"

namespace nennep::render {

class Complaints {
public:
    explicit Complaints(const std::string& file) : file_(file) {}

    // `part` is a word of texts.toml under [part]: body, header …
    void add(std::string_view code, const std::string& part, Arguments shown) {
        shown.insert(shown.begin(), {"part", part});
        shown.emplace_back("file", file_);
        std::string what(code);
        for (const auto& [name, value] : shown) what += '\n' + value;
        // A text box stands in the file twice, for old and new programs.
        if (refusals_.all().size() < most && said_.insert(what).second) {
            refusals_.add({std::string(code), file_, std::move(shown)});
        }
    }
    explicit operator bool() const { return static_cast<bool>(refusals_); }
    const Refusals& refusals() const { return refusals_; }

private:
    static constexpr std::size_t most = 100;

    const std::string& file_;
    Refusals refusals_;
    std::set<std::string> said_;
};

}  // namespace nennep::render
