#include "reports/figures.hpp"

namespace nennep::reports {

using catalogue::Figure;
using catalogue::FigureLine;

FigureSheet::FigureSheet(const catalogue::Catalogue& catalogue, const world::World& world,
                         const catalogue::ReportRequest& request)
    : catalogue_(catalogue),
      world_(world),
      may_tell_(request.may_tell),
      may_open_(request.may_open),
      question_{request.organisation, Period::of_year(request.year), request.structure, {}} {
    const auto before = catalogue::year_before(world, question_);
    before_ = before.question;
    before_is_by_this_tree_ = before.by_this_years_tree;
}

std::optional<Number> FigureSheet::told(const Figure& figure, const catalogue::Question& question) const {
    if (may_tell_ && !may_tell_(figure, question)) return std::nullopt;
    return value_of(catalogue_, world_, figure, question);
}

const FigureLine& FigureSheet::line(const Figure& figure) {
    const auto [found, is_new] = lines_.try_emplace(&figure);
    auto& line = found->second;
    if (is_new) {
        line.figure = &figure;
        line.is_closed = may_open_ && !may_open_(figure);
        line.is_hidden = may_tell_ && !may_tell_(figure, question_);
        line.value = told(figure, question_);
        line.previous = told(figure, before_);
        line.is_previous_hidden = may_tell_ && !may_tell_(figure, before_);
        line.target = target_of(catalogue_, world_, figure, question_.organisation,
                                question_.period.first.year());
        if (line.target && !line.is_hidden)
            line.standing = standing(catalogue_, world_, figure, question_, *line.target);
    }
    return line;
}

std::optional<FigureLine> FigureSheet::next_year(const Figure& figure) const {
    FigureLine line;
    line.figure = &figure;
    line.target = target_of(catalogue_, world_, figure, question_.organisation,
                            question_.period.first.year() + 1);
    if (!line.target) return std::nullopt;
    line.is_closed = may_open_ && !may_open_(figure);
    line.previous = told(figure, question_);
    line.is_previous_hidden = may_tell_ && !may_tell_(figure, question_);
    return line;
}

std::array<std::optional<Number>, 12> FigureSheet::by_month(const Figure& figure) const {
    std::array<std::optional<Number>, 12> values;
    const auto months = catalogue::months_of(question_);
    for (std::size_t i = 0; i < months.size(); ++i) values[i] = told(figure, months[i]);
    return values;
}

}  // namespace nennep::reports
