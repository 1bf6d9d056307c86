#include "render/docx/names.hpp"

#include <algorithm>

namespace nennep::render {
namespace {

using catalogue::Block;
using catalogue::Figure;
using catalogue::Wording;

constexpr std::string_view figures_prefix = "figures.";
constexpr std::string_view lists_prefix = "lists.";
constexpr std::string_view say_prefix = "say.";
constexpr std::string_view sayable = "report.";

struct Named {
    std::string_view name;
    What what;
};

constexpr Named report_names[]{
    {"year", What::year},
    {"previous_year", What::previous_year},
    {"next_year", What::next_year},
    {"organisation", What::organisation},
    {"organisation.key", What::organisation_key},
    {"superior", What::superior},
    {"issuer", What::issuer},
    {"number_and_symbol", What::number_and_symbol},
    {"number", What::number},
    {"symbol", What::symbol},
    {"place", What::place},
    {"date", What::date},
    {"kind", What::kind},
    {"title", What::title},
    {"authority", What::authority},
    {"post", What::post},
    {"signer", What::signer},
    {"journal.seq", What::journal_seq},
    {"journal.hash", What::journal_hash},
    {"language", What::language},
    {"printed_at", What::printed_at},
};

struct LevelName {
    Sort sort;
    std::string_view name;
    What what;
};

constexpr LevelName level_names[]{
    {Sort::words, "text", What::text},
    {Sort::line, "name", What::line_name},
    {Sort::block, "kind_name", What::kind_name},
    {Sort::block, "text", What::block_text},
    {Sort::block, "has_targets", What::block_has_targets},
    {Sort::block, "has_annex", What::block_has_annex},
    {Sort::span, "text", What::span_text},
    {Sort::span, "annex", What::span_annex},
    {Sort::list, "number", What::list_number},
    {Sort::list, "title", What::list_title},
    {Sort::list, "note", What::list_note},
    {Sort::list, "rows", What::list_rows},
    {Sort::list, "rows_text", What::list_rows_text},
    {Sort::list, "is_wide", What::list_is_wide},
    {Sort::list, "turns", What::list_turns},
    {Sort::column, "title", What::column_title},
    {Sort::column, "code", What::column_code},
    {Sort::column, "is_number", What::is_number},
    {Sort::column, "is_day", What::is_day},
    {Sort::column, "is_mark", What::is_mark},
    {Sort::cell, "text", What::cell_text},
    {Sort::cell, "is_number", What::is_number},
    {Sort::cell, "is_day", What::is_day},
    {Sort::cell, "is_mark", What::is_mark},
    {Sort::month, "text", What::month_text},
    {Sort::month_value, "text", What::month_text},
};

// Of every level.
constexpr Named common_names[]{
    {"no", What::no},
    {"is_first", What::is_first},
    {"is_last", What::is_last},
};

struct BlockFlag {
    std::string_view name;
    Block::Kind kind;
};

constexpr BlockFlag block_flags[]{
    {"heading", Block::Kind::heading},     {"subheading", Block::Kind::subheading},
    {"paragraph", Block::Kind::paragraph}, {"figures", Block::Kind::figures},
    {"targets", Block::Kind::targets},     {"months", Block::Kind::months},
};

struct SourceName {
    Sort in;
    std::string_view name;
    Source::Of of;
    Sort each;
};

constexpr SourceName source_names[]{
    {Sort::report, "recipients", Source::Of::recipients, Sort::words},
    {Sort::report, "remarks", Source::Of::remarks, Sort::words},
    {Sort::report, "figures", Source::Of::figures, Sort::line},
    {Sort::report, "targets", Source::Of::targets, Sort::line},
    {Sort::report, "blocks", Source::Of::blocks, Sort::block},
    {Sort::report, "annexes", Source::Of::annexes, Sort::list},
    {Sort::block, "spans", Source::Of::spans, Sort::span},
    {Sort::block, "lines", Source::Of::lines, Sort::line},
    {Sort::block, "months", Source::Of::block_months, Sort::month},
    {Sort::line, "months", Source::Of::line_months, Sort::month_value},
    {Sort::list, "columns", Source::Of::columns, Sort::column},
    {Sort::list, "rows", Source::Of::rows, Sort::row},
    {Sort::row, "cells", Source::Of::cells, Sort::cell},
};

bool is_one_of(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
    return out;
}

constexpr std::size_t few = 12;  // so many are shown

// A name that is not known, with the one that was probably meant.
Misnomer unknown(const std::string& code, const std::string& name,
                 const std::vector<std::string>& names) {
    const auto near = nearest(name, names);
    return {near ? code + "_near" : code,
            {{"name", name},
             {"nearest", near.value_or("")},
             {"choices", names.size() <= few ? joined(names) : ""}}};
}

}  // namespace

Names::Names(const catalogue::Catalogue& catalogue) : catalogue_(catalogue) {
    for (const auto& one : catalogue.figures()) {
        if (!one.about_figures) figure_names_.push_back(one.name);
    }
}

std::vector<std::string> Names::of_report() {
    std::vector<std::string> names;
    for (const auto& [name, what] : report_names) names.emplace_back(name);
    return names;
}

const Figure* Names::figure(std::string_view name) const {
    if (name.starts_with(figures_prefix)) name.remove_prefix(figures_prefix.size());
    const auto* found = catalogue_.figure(name);
    return found == nullptr || found->about_figures ? nullptr : found;
}

// Which columns a list has depends on what is in it: one that is missing this year is empty.
bool Names::is_column(const std::string& name) const {
    return catalogue_.texts().has("list." + name) || catalogue_.texts().has("column." + name) ||
           figure(name) != nullptr;
}

std::optional<Access> Names::in_level(Sort sort, const std::string& name) const {
    for (const auto& [known_name, what] : common_names) {
        if (sort != Sort::report && known_name == name) return Access{what};
    }
    for (const auto& [in, known_name, what] : level_names) {
        if (in == sort && known_name == name) return Access{what};
    }
    if (sort == Sort::line) {
        if (name == "value") return Access{What::line_part};
        if (is_one_of(Wording::parts(), name)) return Access{.what = What::line_part, .key = name};
        if (is_one_of(catalogue::conditions(), name))
            return Access{.what = What::line_holds, .key = name};
    }
    if (sort == Sort::block) {
        for (const auto& [flag, kind] : block_flags) {
            if (flag == name) return Access{.what = What::block_is, .block = kind};
        }
    }
    if (sort == Sort::row && is_column(name)) return Access{.what = What::column, .key = name};
    return std::nullopt;
}

std::optional<Access> Names::find_field(const std::string& name, const Levels& levels) const {
    for (std::size_t level = levels.size(); level-- > 1;) {
        if (auto access = in_level(levels[level], name)) {
            access->level = static_cast<std::uint8_t>(level);
            return access;
        }
    }
    for (const auto& [known_name, what] : report_names) {
        if (known_name == name) return Access{what};
    }
    if (name.starts_with(say_prefix)) {
        const auto key = name.substr(say_prefix.size());
        if (!key.starts_with(sayable) || !catalogue_.texts().has(key)) return std::nullopt;
        return Access{.what = What::say, .key = key};
    }
    const auto colon = std::min(name.find(':'), name.size());
    const auto part = colon == name.size() ? std::string() : name.substr(colon + 1);
    if (const auto* found = figure(name.substr(0, colon))) {
        return Access{.what = What::figure, .figure = found, .key = part};
    }
    return std::nullopt;
}

Meant<Access> Names::field(const std::string& name, const Levels& levels) const {
    const auto access = find_field(name, levels);
    if (access && access->is_flag()) return Misnomer{"docx.flag_as_field", {{"name", name}}};
    if (access && access->what == What::figure && !access->key.empty() &&
        !is_one_of(Wording::parts(), access->key)) {
        return unknown("docx.unknown_part", access->key, Wording::parts());
    }
    if (access) return *access;
    // The part after a colon is judged when its figure is found.
    return unknown("docx.unknown_field", name.substr(0, name.find(':')), known(levels, false));
}

std::optional<Source> Names::find_source(const std::string& name, const Levels& levels) const {
    for (std::size_t level = levels.size(); level-- > 0;) {
        for (const auto& [in, known_name, of, each] : source_names) {
            if (in == levels[level] && known_name == name) {
                return Source{of, static_cast<std::uint8_t>(level), each};
            }
        }
    }
    if (name.starts_with(lists_prefix)) {
        const auto* found = figure(name.substr(lists_prefix.size()));
        if (found != nullptr) return Source{Source::Of::list_of, 0, Sort::row, found};
    }
    return std::nullopt;
}

Meant<Source> Names::source(const std::string& name, const Levels& levels) const {
    const auto found = find_source(name, levels);
    if (found && found->of == Source::Of::list_of &&
        found->figure->measure == catalogue::Measure::percentage) {
        return Misnomer{"docx.list_of_percentage",
                        {{"name", found->figure->name}, {"counted", found->figure->part}}};
    }
    if (found) return *found;
    return unknown("docx.unknown_repeat", name, known(levels, true));
}

Meant<Condition> Names::condition(const std::string& word, const std::string& name,
                                  const Levels& levels) const {
    Condition condition;
    if (!word.empty() && !is_one_of(catalogue::conditions(), word)) {
        return unknown("docx.unknown_condition", word, catalogue::conditions());
    }
    if (!word.empty()) condition.word = word;
    condition.access = find_field(name, levels);
    // `{{if annexes}}`: are there any? The level decides between a field and a source of one name.
    const auto found = find_source(name, levels);
    if (found && (!condition.access || found->level > condition.access->level)) {
        condition.access.reset();
        condition.source = found;
    }
    if (condition.source) {
        if (auto judged = source(name, levels); !judged) return judged.error();
    } else if (!condition.access || !condition.access->is_flag()) {
        if (auto judged = field(name, levels); !judged) return judged.error();
    }
    // Only a figure has a year before and a target.
    const bool is_figure = condition.access && (condition.access->what == What::figure ||
                                                condition.access->what == What::line_part);
    if (!is_figure && condition.word != "some" && condition.word != "none") {
        return Misnomer{"docx.condition_needs_figure", {{"name", name}, {"condition", word}}};
    }
    return condition;
}

std::vector<std::string> Names::known(const Levels& levels, bool sources) const {
    std::vector<std::string> names;
    for (std::size_t level = levels.size(); level-- > 0;) {
        const auto sort = levels[level];
        for (const auto& one : source_names) {
            if (sources && one.in == sort) names.emplace_back(one.name);
        }
        if (sources || sort == Sort::report) continue;
        for (const auto& one : common_names) names.emplace_back(one.name);
        for (const auto& one : level_names) {
            if (one.sort == sort) names.emplace_back(one.name);
        }
        for (const auto& one : block_flags) {
            if (sort == Sort::block) names.emplace_back(one.name);
        }
        if (sort == Sort::line) {
            names.emplace_back("value");
            names.insert(names.end(), Wording::parts().begin(), Wording::parts().end());
        }
        if (sort == Sort::row) {
            for (const auto& key : catalogue_.texts().keys()) {
                if (key.starts_with("list.") && is_column(key.substr(5)))
                    names.push_back(key.substr(5));
            }
        }
    }
    if (sources) {
        for (const auto& name : figure_names_) names.push_back(std::string(lists_prefix) + name);
        return names;
    }
    for (auto& name : of_report()) names.push_back(std::move(name));
    for (const auto& key : catalogue_.texts().keys()) {
        if (key.starts_with(sayable)) names.push_back(std::string(say_prefix) + key);
    }
    for (const auto& name : figure_names_) {
        names.push_back(name);
        names.push_back(std::string(figures_prefix) + name);
    }
    return names;
}

}  // namespace nennep::render
