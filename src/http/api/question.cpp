#include "http/api/question.hpp"

#include "http/api/routes.hpp"

namespace nennep::http {
namespace {

constexpr int first_year = 1930;
constexpr int last_year = 2200;

Period period_of(const Call& call) {
    const auto year = call.number("year");
    const auto from = call.day("from");
    const auto to = call.day("to");
    if (year.has_value() == (from || to) || from.has_value() != to.has_value())
        bad_request("api.year_or_period", "year");
    if (!year) {
        if (*to < *from) bad_request("api.period_backwards", "to");
        return {*from, *to};
    }
    if (*year < first_year || *year > last_year)
        bad_request("api.bad_year", "year", {{"value", std::to_string(*year)}});
    return Period::of_year(*year);
}

}  // namespace

catalogue::Question question_of(const Call& call, const Desktop& desk, std::string_view right) {
    catalogue::Question question;
    question.period = period_of(call);
    question.organisation = desk.organisation(*call.given("org"), right);
    const auto* structure = call.given("structure");
    if (structure != nullptr && *structure == "event") question.structure = catalogue::Structure::event;
    return question;
}

catalogue::FigureLine figure_line(const catalogue::Catalogue& catalogue, const world::World& world,
                                  const catalogue::Figure& figure, const catalogue::Question& question) {
    catalogue::FigureLine line;
    line.figure = &figure;
    line.value = value_of(catalogue, world, figure, question);
    line.previous = value_of(catalogue, world, figure, catalogue::year_before(world, question).question);
    if (const auto year = question.period.year()) {
        line.target = target_of(catalogue, world, figure, question.organisation, *year);
        if (line.target) line.standing = standing(catalogue, world, figure, question, *line.target);
    }
    return line;
}

Parameter organisation_parameter() {
    return {.name = "org", .kind = Parameter::Kind::organisation, .required = true};
}

Parameter day_parameter(std::string name) { return {.name = std::move(name), .kind = Parameter::Kind::day}; }

std::vector<Parameter> question_parameters() {
    return {organisation_parameter(),
            {.name = "year", .kind = Parameter::Kind::year},
            day_parameter("from"),
            day_parameter("to"),
            {.name = "structure", .kind = Parameter::Kind::choice, .choices = {"period_end", "event"}},
            {.name = "as_known", .kind = Parameter::Kind::moment}};
}

}  // namespace nennep::http
