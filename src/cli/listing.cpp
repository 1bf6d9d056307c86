// Lists and cross-tables on the command line: the same questions as the API answers.
#include <iostream>

#include "cli/commands.hpp"
#include "render/csv.hpp"
#include "service/listing_forms.hpp"

namespace nennep::cli {
namespace {

using service::CrossTable;
using service::ListPage;

template <class Query>
Query asked(const Call& call) {
    const auto& options = call.options;
    Query query;
    query.list = options.name.empty() ? "people" : options.name;
    query.organisation = options.organisation;
    query.words = options.query;
    query.on = Day::in_viet_nam(call.house.surroundings.now_ms());
    if (!options.on.empty()) {
        const auto day = Day::parse(options.on);
        if (!day) throw Misuse{call.terminal.say("refusal.value.not_a_date", {{"value", options.on}})};
        query.on = *day;
    }
    for (const auto& text : options.filters) {
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            throw Misuse{call.terminal.say("cli.filter_without_value", {{"value", text}})};
        }
        service::add_filter(query.filters, text.substr(0, equals), text.substr(equals + 1));
    }
    return query;
}

template <class Answer>
Answer answer(Result<Answer> result) {
    if (!result) throw Refused{result.error()};
    return std::move(result.value());
}

// A row in words: its key, its name, and what was asked to be shown.
std::string text_of(const Call& call, const world::World& world, const ListPage& page) {
    const auto& known = page.selection.known();
    const auto& list = page.selection.list();
    std::vector<service::TraitNo> shown;
    for (const auto* name : {"full_name", "name", "title", "topic", "task", "figure"}) {
        const auto trait = list.trait(name);
        if (trait && shown.empty()) shown.push_back(*trait);
    }
    for (const auto& name : call.options.shown) {
        const auto trait = service::find_trait(list, name, "--show");
        if (!trait) throw Refused{trait.error()};
        shown.push_back(*trait);
    }
    std::string out;
    for (const auto rank : page.rows) {
        out += world.directory[page.selection.subject(rank)].key;
        for (const auto trait : shown) {
            out += "  " + service::label_of(known, world, trait, known.value(trait, rank), call.options.language);
        }
        out += "\n";
    }
    for (const auto& counts : page.selection.counts()) {
        out += call.house.catalogue.trait_label((*list.traits)[counts.trait], call.options.language) + ":\n";
        for (const auto& [value, count] : counts.of_values) {
            out += "  " + service::label_of(known, world, counts.trait, value, call.options.language) + "  " +
                   printed({count, 0}, call.options.language) + "\n";
        }
    }
    const auto total = printed({static_cast<std::int64_t>(page.total), 0}, call.options.language);
    return out + call.terminal.say("list.total", {{"count", total}}) + "\n";
}

// A table in words: one line a row, the cells parted by bars.
std::string text_of(const world::World& world, const CrossTable& table, Language language) {
    const auto sheet = service::sheet_of(world, table, language);
    std::string out;
    for (const auto& column : sheet.columns) out += (&column == &sheet.columns.front() ? "" : " | ") + column.title;
    out += "\n";
    sheet.each([&](std::span<const catalogue::Cell> cells) {
        for (const auto& cell : cells) {
            if (&cell != &cells.front()) out += " | ";
            if (cell.kind == catalogue::Cell::Kind::number) out += printed(cell.number, language);
            else out += cell.text;
        }
        out += "\n";
    });
    return out;
}

}  // namespace

Status list(const Call& call) {
    const auto& options = call.options;
    auto query = asked<service::ListQuery>(call);
    query.sort = options.sort;
    query.cursor = options.cursor;
    query.facets = options.facets;
    if (options.most > 0) query.limit = options.most;
    query.is_whole = options.format == "csv";
    OpenBooks open(call, Access::read);
    const auto& world = open.world();
    const service::Lists lists(call.house.catalogue);
    const auto page = answer(lists.page(world, query));
    call.terminal.clear_line();
    if (options.format == "json") {
        call.out << service::json_of(world, query, page, options.language);
    } else if (options.format == "csv") {
        call.out << render::csv_of(service::sheet_of(world, page, options.language));
    } else {
        call.out << text_of(call, world, page);
        if (!page.next.empty()) call.terminal.note(call.terminal.say("list.next", {{"cursor", page.next}}));
    }
    return done;
}

Status statistics(const Call& call) {
    const auto& options = call.options;
    auto query = asked<service::CrossQuery>(call);
    query.rows = options.rows;
    query.columns = options.columns;
    query.layers = options.layers;
    OpenBooks open(call, Access::read);
    const auto& world = open.world();
    const service::Lists lists(call.house.catalogue);
    const auto table = answer(service::cross(lists, world, query));
    call.terminal.clear_line();
    if (options.format == "json") {
        call.out << service::json_of(world, query, table, options.language);
    } else if (options.format == "csv") {
        call.out << render::csv_of(service::sheet_of(world, table, options.language));
    } else {
        call.out << text_of(world, table, options.language);
    }
    return done;
}

}  // namespace nennep::cli
