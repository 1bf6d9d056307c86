// What figures and reports are asked: an organisation, a year or days, by which tree, as known when.
#pragma once
#include "catalogue/report.hpp"
#include "http/api/subjects.hpp"

namespace nennep::http {

// 404 where the organisation is none for which the user holds `right`; 400 where year and days do not
// make a period.
catalogue::Question question_of(const Call& call, const Desktop& desk, std::string_view right);

// The figure with last year's value and the target.
catalogue::FigureLine figure_line(const catalogue::Catalogue& catalogue, const world::World& world,
                                  const catalogue::Figure& figure, const catalogue::Question& question);

}  // namespace nennep::http
