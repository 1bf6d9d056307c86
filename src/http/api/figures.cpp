// Figures: the number, and the list behind it.
#include <algorithm>

#include "base/bytes.hpp"
#include "http/api/both.hpp"
#include "http/api/exported.hpp"
#include "http/api/question.hpp"
#include "http/api/routes.hpp"
#include "render/json.hpp"
#include "service/inquiry.hpp"
#include "service/printed.hpp"
#include "service/small_cells.hpp"
#include "service/visible.hpp"

namespace nennep::http {
namespace {

using catalogue::Figure;

constexpr const char* see_figures = "see.figures";
constexpr const char* see_lists = "see.figures.lists";
constexpr int records_at_first = 1'000;
constexpr int most_records = 10'000;

const Figure& figure_of(const Call& call) {
    const auto* figure = call.desk.catalogue.figure(call.path_part("name"));
    if (figure == nullptr) not_found();
    return *figure;
}

// What is missing for a list that is restricted.
std::string restriction_name(const Call& call, const Figure& figure) {
    const auto restriction = service::restriction_of(call.desk.catalogue, call.desk.rights, figure);
    return restriction ? call.desk.rights.rights()[*restriction] : see_lists;
}

std::string head_json(const world::World& world) {
    return "{\"seq\":" + std::to_string(world.head.seq) + ",\"hash\":\"" + hex(bytes_of(world.head.link)) + "\"}";
}

std::string question_json(const Call& call, const world::World& world, const catalogue::Question& question) {
    std::string out = ",\"organisation\":" + json_quoted(world.directory[question.organisation.no].key) +
                      ",\"from\":\"" + question.period.first.iso() + "\",\"to\":\"" + question.period.last.iso() +
                      "\",\"structure\":" + json_quoted(render::structure_name(question.structure)) +
                      ",\"journal\":" + head_json(world);
    if (const auto* known = call.given("as_known")) out += ",\"as_known\":" + json_quoted(*known);
    return out;
}

// A figure of few restricted cases is not told to those for whom it would name somebody.
std::string line_json(const Call& call, const Desktop& desk, const catalogue::FigureLine& line,
                      const catalogue::Question& question) {
    const auto may_tell = [&](const catalogue::Question& asked) {
        return service::may_tell(call.desk.catalogue, desk.world(), desk.may(), *line.figure, asked);
    };
    auto shown = line;
    if (!may_tell(question)) {
        shown.is_hidden = true;
        shown.value.reset();
        shown.target.reset();
    }
    if (!may_tell(catalogue::year_before(desk.world(), question).question)) {
        shown.is_previous_hidden = true;
        shown.previous.reset();
    }
    shown.is_closed = !service::may_open_list(call.desk.catalogue, desk.may(), *line.figure,
                                              desk.today(question.organisation.no));
    auto out = render::figure_fields(shown, call.desk.catalogue);
    if (call.given("by") == nullptr) return out;
    std::array<std::optional<Number>, 12> values;
    const auto months = catalogue::months_of(question);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (may_tell(months[i])) values[i] = value_of(call.desk.catalogue, desk.world(), *line.figure, months[i]);
    }
    return out + ",\"by_month\":" + render::months_json(values);
}

// Months are those of a year.
catalogue::Question of_a_year(const Call& call, const Desktop& desk, const char* right, const char* parameter) {
    const auto question = question_of(call, desk, right);
    if (call.given(parameter) != nullptr && !question.period.year())
        bad_request("api.only_of_a_year", parameter, {{"name", parameter}});
    return question;
}

catalogue::Question asked_by_month(const Call& call, const Desktop& desk) {
    return of_a_year(call, desk, see_figures, "by");
}

// A year or days, or of a year the one month that is asked for.
catalogue::Question asked_for_list(const Call& call, const Desktop& desk) {
    const auto question = of_a_year(call, desk, see_lists, "month");
    const auto* month = call.given("month");
    return month == nullptr ? question : catalogue::months_of(question)[std::stoul(*month) - 1];
}

std::string told(const Call& call, const Desktop& desk, const Figure& figure, const catalogue::Question& question) {
    const auto line = figure_line(call.desk.catalogue, desk.world(), figure, question);
    return "{" + line_json(call, desk, line, question) + question_json(call, desk.world(), question) + "}";
}

// Those that are named, each once; without names all that an organisation has.
std::vector<const Figure*> wanted(const Call& call) {
    const auto& catalogue = call.desk.catalogue;
    std::vector<const Figure*> figures;
    for (const auto& [parameter, name] : call.request.query) {
        if (parameter != "names") continue;
        const auto* figure = catalogue.figure(name);
        if (figure == nullptr) {
            const auto near = nearest(name, catalogue.figure_names());
            bad_request(near ? "value.unknown_figure_near" : "value.unknown_figure", "names",
                        {{"value", name}, {"nearest", near.value_or("")}});
        }
        if (std::find(figures.begin(), figures.end(), figure) == figures.end()) figures.push_back(figure);
    }
    if (!figures.empty()) return figures;
    for (const auto& figure : catalogue.figures()) {
        if (!figure.about_figures) figures.push_back(&figure);
    }
    return figures;
}

// Many at once of one organisation, each as it is told alone.
Response many(const Call& call) {
    const auto figures = wanted(call);
    const Desktop desk(call);
    if (!desk.may().may(see_figures)) forbidden(see_figures);
    const auto question = asked_by_month(call, desk);
    std::string out = "{\"figures\":[";
    for (const auto* figure : figures) {
        out += (out.back() == '[' ? "\n" : ",\n") + told(call, desk, *figure, question);
    }
    auto answer = json_answer(out + "]}\n");
    answer.etag = desk.etag();
    return answer;
}

// What there is to be asked; of an organisation, what it amounts to.
Response all(const Call& call) {
    if (call.given("org") != nullptr) return many(call);
    for (const auto& parameter : call.route.query) {
        if (call.given(parameter.name) != nullptr) bad_request("api.parameter_missing", "org", {{"name", "org"}});
    }
    std::string out = "{\"figures\":[";
    for (const auto& figure : call.desk.catalogue.figures()) {
        out += (out.back() == '[' ? "\n{" : ",\n{") + figure_name_fields(call.desk.catalogue, figure) + "}";
    }
    auto answer = json_answer(out + "]}\n");
    answer.may_be_kept = true;
    answer.etag = hex(bytes_of(sha256(answer.body))).substr(0, 32);
    return answer;
}

Response one(const Call& call) {
    const auto& figure = figure_of(call);
    const Desktop desk(call);
    auto answer = json_answer(told(call, desk, figure, asked_by_month(call, desk)) + "\n");
    answer.etag = desk.etag();
    return answer;
}

// Part of a list, and where the next one begins.
struct Page {
    std::vector<catalogue::Record> records;
    std::size_t total = 0;
    std::optional<std::size_t> next;
};

Page page_of(const Call& call, std::vector<catalogue::Record> records) {
    const auto limit = call.number("limit").value_or(records_at_first);
    const auto from = call.number("cursor").value_or(0);
    if (limit < 1 || limit > most_records) {
        bad_request("api.limit", "limit", {{"value", std::to_string(limit)}, {"most", std::to_string(most_records)}});
    }
    if (from < 0) bad_request("api.bad_cursor", "cursor");
    Page page;
    page.total = records.size();
    const auto begin = std::min(static_cast<std::size_t>(from), records.size());
    const auto end = std::min(begin + static_cast<std::size_t>(limit), records.size());
    page.records.assign(records.begin() + static_cast<std::ptrdiff_t>(begin),
                        records.begin() + static_cast<std::ptrdiff_t>(end));
    if (end < records.size()) page.next = end;
    return page;
}

std::vector<service::RecordLine> opened(const Call& call, const Desktop& desk, const Figure& figure,
                                        const std::vector<catalogue::Record>& records) {
    return service::visible(call.desk.catalogue, desk.may(),
                            service::open_records(desk.books(), desk.world(), figure, records, call.language));
}

// members.admitted-2020, -2020-03, or with both days.
std::string file_name(const Call& call, const Figure& figure, const Period& period) {
    const auto first = period.first.iso();
    if (period.year()) return figure.name + "-" + first.substr(0, 4);
    if (call.given("month") != nullptr) return figure.name + "-" + first.substr(0, 7);
    return figure.name + "-" + first + "-" + period.last.iso();
}

Response records(const Call& call) {
    const auto& catalogue = call.desk.catalogue;
    const auto& figure = figure_of(call);
    Desktop desk(call);
    const auto question = asked_for_list(call, desk);
    if (!service::may_open_list(catalogue, desk.may(), figure, desk.today(question.organisation.no))) {
        forbidden(restriction_name(call, figure));
    }
    const auto answer = ask(catalogue, desk.world(), figure, question);
    const bool is_share = figure.measure == catalogue::Measure::percentage;
    const auto& counted = is_share ? *catalogue.figure(figure.part) : figure;
    const auto* format = call.given("format");
    call.look("list", "", "", desk.world().directory[question.organisation.no].key, figure.name);
    if (format != nullptr && *format != "json") {
        desk.require_export(question.organisation.no);
        desk.go_on_alone();
        const auto lines = opened(call, desk, counted, answer.records);
        const auto title = catalogue.texts().get("figure." + counted.name, call.language);
        return exported(call, service::sheet_of(lines, title, catalogue.texts(), call.language),
                        file_name(call, figure, question.period), *format == "xlsx");
    }
    const auto page = page_of(call, answer.records);
    const auto lines = opened(call, desk, counted, page.records);
    std::string out = "{\"name\":" + json_quoted(figure.name) + ",\"value\":" + render::value_json(answer.value) +
                      question_json(call, desk.world(), question) + ",\"total\":" + std::to_string(page.total) +
                      ",\"next\":" + (page.next ? "\"" + std::to_string(*page.next) + "\"" : "null") +
                      ",\"records\":" + service::to_json(lines);
    if (is_share) {
        const auto whole = page_of(call, answer.whole);
        out += ",\"whole_total\":" + std::to_string(whole.total) + ",\"whole\":" +
               service::to_json(opened(call, desk, *catalogue.figure(figure.whole), whole.records));
    }
    return json_answer(out + "}\n");
}

std::vector<Parameter> by_month() {
    auto parameters = question_parameters();
    parameters.push_back({.name = "by", .kind = Parameter::Kind::choice, .choices = {"month"}});
    return parameters;
}

// The same, where it may also be left out altogether.
std::vector<Parameter> of_many() {
    auto parameters = by_month();
    parameters.front().required = false;
    parameters.push_back({.name = "names", .may_repeat = true});
    return parameters;
}

std::vector<Parameter> paged_question() {
    auto parameters = question_parameters();
    parameters.push_back({.name = "month", .kind = Parameter::Kind::choice,
                          .choices = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}});
    parameters.push_back({.name = "limit", .kind = Parameter::Kind::whole_number});
    parameters.push_back({.name = "cursor", .kind = Parameter::Kind::whole_number});
    parameters.push_back({.name = "format", .kind = Parameter::Kind::choice, .choices = {"json", "csv", "xlsx"}});
    return parameters;
}

}  // namespace

std::vector<Route> figures_routes() {
    return {
        {.pattern = "/figures", .name = "figures.all", .query = of_many(), .is_slow = true,
         .answer = "figures", .handle = all},
        {.pattern = "/figures/{name}", .name = "figures.one", .query = by_month(),
         .right = see_figures, .answer = "figure", .handle = one},
        {.pattern = "/figures/{name}/records", .name = "figures.records", .query = paged_question(),
         .right = see_lists, .is_slow = true, .answer = "records",
         .forms = {"application/json", "text/csv", xlsx_media}, .handle = records},
    };
}

}  // namespace nennep::http
