#include "sample/table.hpp"

#include <toml++/toml.h>

#include <limits>
#include <stdexcept>
#include <utility>

namespace nennep::sample {
namespace {

const toml::table& tree(const void* table) { return *static_cast<const toml::table*>(table); }

}  // namespace

Table::Table(std::shared_ptr<const void> held, const void* table, std::string place)
    : held_(std::move(held)), table_(table), place_(std::move(place)) {}

Table Table::parse(std::string_view text, std::string name) {
    try {
        const auto parsed = std::make_shared<const toml::table>(toml::parse(text));
        return {parsed, parsed.get(), std::move(name)};
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(name + ":" + std::to_string(error.source().begin.line) + ": " +
                                 std::string{error.description()});
    }
}

void Table::wrong(std::string_view key, std::string_view why) const {
    const auto line = tree(table_).source().begin.line;
    throw std::runtime_error(place_ + "." + std::string{key} + " (table at line " +
                             std::to_string(line) + "): " + std::string{why});
}

bool Table::has(std::string_view key) const { return tree(table_).contains(key); }

std::string Table::text(std::string_view key) const {
    if (const auto found = tree(table_)[key].value_exact<std::string>()) return *found;
    wrong(key, "a text is wanted");
}

int Table::number(std::string_view key) const {
    const auto found = tree(table_)[key].value_exact<std::int64_t>();
    if (!found || *found < 0 || *found > std::numeric_limits<int>::max())
        wrong(key, "a whole number, not negative, is wanted");
    return static_cast<int>(*found);
}

Day Table::day(std::string_view key) const {
    if (const auto found = tree(table_)[key].value_exact<toml::date>())
        if (const auto day = Day::of(found->year, found->month, found->day)) return *day;
    wrong(key, "a date is wanted, as 2020-02-24");
}

std::vector<int> Table::numbers(std::string_view key) const {
    std::vector<int> all;
    if (const auto* list = tree(table_)[key].as_array())
        for (const auto& node : *list)
            if (const auto number = node.value_exact<std::int64_t>(); number && *number >= 0)
                all.push_back(static_cast<int>(*number));
    if (all.empty() || all.size() != tree(table_)[key].as_array()->size())
        wrong(key, "a list of whole numbers is wanted");
    return all;
}

std::vector<Day> Table::days(std::string_view key) const {
    std::vector<Day> all;
    if (const auto* list = tree(table_)[key].as_array())
        for (const auto& node : *list)
            if (const auto date = node.value_exact<toml::date>())
                if (const auto day = Day::of(date->year, date->month, date->day))
                    all.push_back(*day);
    if (all.empty() || all.size() != tree(table_)[key].as_array()->size())
        wrong(key, "a list of dates is wanted");
    return all;
}

std::vector<std::string> Table::texts(std::string_view key) const { return choice(key).texts; }

Choice Table::choice(std::string_view key) const {
    Choice choice;
    const auto* list = tree(table_)[key].as_array();
    if (!list || list->empty()) wrong(key, "a list of texts is wanted");
    int sum = 0;
    for (const auto& node : *list) {
        const auto* pair = node.as_array();
        const auto text = pair ? pair->get_as<std::string>(0) : node.as_string();
        const auto* weight = pair ? pair->get_as<std::int64_t>(1) : nullptr;
        if (!text || (pair && (!weight || weight->get() < 1 || weight->get() > 1'000'000)))
            wrong(key, "texts, or pairs [text, weight], are wanted");
        choice.texts.push_back(text->get());
        choice.upto.push_back(sum += weight ? static_cast<int>(weight->get()) : 1);
    }
    return choice;
}

Table Table::table(std::string_view key) const {
    const auto* found = tree(table_)[key].as_table();
    if (!found) wrong(key, "a table is wanted");
    return {held_, found, place_ + "." + std::string{key}};
}

std::vector<Table> Table::tables(std::string_view key) const {
    std::vector<Table> all;
    const auto* list = tree(table_)[key].as_array();
    if (!list) wrong(key, "a list of tables is wanted");
    for (const auto& node : *list) {
        if (!node.is_table()) wrong(key, "a list of tables is wanted");
        all.push_back({held_, node.as_table(),
                       place_ + "." + std::string{key} + "[" + std::to_string(all.size()) + "]"});
    }
    return all;
}

std::string Table::text_or(std::string_view key, std::string otherwise) const {
    return has(key) ? text(key) : std::move(otherwise);
}

int Table::number_or(std::string_view key, int otherwise) const {
    return has(key) ? number(key) : otherwise;
}

}  // namespace nennep::sample
