// A table of a TOML text that knows its place, so that what is wrong in it can be named. The
// parser stays behind this header: it is slow to compile.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "sample/draw.hpp"

namespace nennep::sample {

class Table {
public:
    // `name` is what the text is called in messages.
    static Table parse(std::string_view toml, std::string name);

    // A key that is missing or holds something else is a std::runtime_error.
    std::string text(std::string_view key) const;
    int number(std::string_view key) const;
    Day day(std::string_view key) const;
    std::vector<int> numbers(std::string_view key) const;
    std::vector<Day> days(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    Choice choice(std::string_view key) const;  // texts, or pairs [text, weight]
    Table table(std::string_view key) const;
    std::vector<Table> tables(std::string_view key) const;

    bool has(std::string_view key) const;
    std::string text_or(std::string_view key, std::string otherwise) const;
    int number_or(std::string_view key, int otherwise) const;

    [[noreturn]] void wrong(std::string_view key, std::string_view why) const;

private:
    Table(std::shared_ptr<const void> held, const void* table, std::string place);

    std::shared_ptr<const void> held_;  // the whole parsed text
    const void* table_;
    std::string place_;
};

}  // namespace nennep::sample
