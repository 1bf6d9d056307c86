#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "base/bytes.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/text.hpp"
#include "service/inquiry.hpp"
#include "service/printed.hpp"

namespace nennep::cli {
namespace {

using catalogue::Figure;
using service::RecordLine;

const Figure& named_figure(const Call& call) {
    const auto& catalogue = call.house.catalogue;
    if (const auto* figure = catalogue.figure(call.options.name)) return *figure;
    const auto near = nearest(call.options.name, catalogue.figure_names());
    throw Refused{{near ? "value.unknown_figure_near" : "value.unknown_figure", "",
                   {{"value", call.options.name}, {"nearest", near.value_or("")}}}};
}

Day day_of(const Call& call, const std::string& text) {
    const auto day = Day::parse(text);
    if (!day) throw Misuse{call.terminal.say("refusal.value.not_a_date", {{"value", text}})};
    return *day;
}

Period period_of(const Call& call) {
    const auto& options = call.options;
    const bool has_days = !options.from.empty() || !options.to.empty();
    if (options.year.has_value() == has_days || options.from.empty() != options.to.empty()) {
        throw Misuse{call.terminal.say("cli.year_or_period")};
    }
    if (options.year) return Period::of_year(*options.year);
    const Period period{day_of(call, options.from), day_of(call, options.to)};
    if (period.last < period.first) throw Misuse{call.terminal.say("cli.period_backwards")};
    return period;
}

std::string records_text(const Call& call, const std::vector<RecordLine>& lines) {
    std::string out;
    for (const auto& line : lines) {
        out += "  " + line.effective_on.vietnamese() + "  " + line.subject + "  " + line.label;
        if (!line.about.empty()) out += "  " + line.about + " " + line.about_label;
        out += "  " + (line.organisation.empty() ? "–" : line.organisation);
        if (line.amount != Number{1, 0}) out += "  " + printed(line.amount, call.options.language);
        if (!line.authority.number.empty()) out += "  " + line.authority.number;
        out += "  #" + std::to_string(line.seq) + " " + line.recorded_by + "\n";
    }
    return out;
}

}  // namespace

Status figure(const Call& call) {
    const auto& options = call.options;
    const auto& catalogue = call.house.catalogue;
    const auto& asked = named_figure(call);
    const auto period = period_of(call);
    OpenBooks open(call, Access::read);
    const auto& world = open.world();
    catalogue::Question question{open.organisation(options.organisation), period, structure_of(options), {}};
    note_absence(call, world, question.organisation, question.period.last);

    catalogue::FigureLine line;
    line.figure = &asked;
    const auto answer = ask(catalogue, world, asked, question);
    line.value = answer.value;
    const auto before = catalogue::year_before(world, question);
    line.previous = value_of(catalogue, world, asked, before.question);
    if (const auto year = period.year()) {
        line.target = target_of(catalogue, world, asked, question.organisation, *year);
        if (line.target) line.standing = standing(catalogue, world, asked, question, *line.target);
    }

    std::vector<RecordLine> records;
    std::vector<RecordLine> whole;
    const bool is_share = asked.measure == catalogue::Measure::percentage;
    if (options.records) {
        const auto& counted = is_share ? *catalogue.figure(asked.part) : asked;
        records = service::open_records(open.books(), world, counted, answer.records, options.language);
        if (is_share) {
            const auto& set_against = *catalogue.figure(asked.whole);
            whole = service::open_records(open.books(), world, set_against, answer.whole, options.language);
        }
    }
    call.terminal.clear_line();
    if (options.format == "json") {
        std::string out = "{" + render::figure_fields(line, catalogue) +
                          ",\"organisation\":" + json_quoted(options.organisation) + ",\"from\":\"" +
                          period.first.iso() + "\",\"to\":\"" + period.last.iso() + "\",\"structure\":" +
                          json_quoted(render::structure_name(question.structure)) +
                          ",\"journal\":{\"seq\":" + std::to_string(world.head.seq) + ",\"hash\":\"" +
                          hex(bytes_of(world.head.link)) + "\"}";
        if (!options.as_known.empty()) out += ",\"as_known\":" + json_quoted(options.as_known);
        if (options.records) {
            out += ",\"records\":" + service::to_json(records);
            if (is_share) out += ",\"whole\":" + service::to_json(whole);
        }
        call.out << out << "}\n";
    } else if (options.format == "csv") {
        if (options.records) {
            call.out << render::csv_of(service::sheet_of(records, asked.name, catalogue.texts(), options.language));
        } else {
            call.out << asked.name << "," << render::value_json(line.value) << "\r\n";
        }
    } else {
        call.out << (line.value ? plain(*line.value) : "-") << "\n";
        if (options.records) call.out << records_text(call, records);
        if (options.records && is_share) {
            call.out << call.terminal.say("cli.of_these", {{"count", std::to_string(whole.size())}}) << "\n"
                     << records_text(call, whole);
        }
    }
    return done;
}

}  // namespace nennep::cli
