// The figures of a report, asked once each.
#pragma once
#include <map>

#include "catalogue/report.hpp"

namespace nennep::reports {

class FigureSheet {
public:
    FigureSheet(const catalogue::Catalogue& catalogue, const world::World& world,
                const catalogue::ReportRequest& request);

    // A figure of the year, with the year before and the target.
    const catalogue::FigureLine& line(const catalogue::Figure& figure);
    // What is aimed at in the year after; nothing if no target is set for it.
    std::optional<catalogue::FigureLine> next_year(const catalogue::Figure& figure) const;
    // The figure month by month (catalogue::months_of).
    std::array<std::optional<Number>, 12> by_month(const catalogue::Figure& figure) const;
    const catalogue::Question& question() const { return question_; }
    bool previous_by_this_years_tree() const { return before_is_by_this_tree_; }

private:
    // Nothing, too, where the reader may not be told.
    std::optional<Number> told(const catalogue::Figure& figure, const catalogue::Question& question) const;

    const catalogue::Catalogue& catalogue_;
    const world::World& world_;
    std::function<bool(const catalogue::Figure&, const catalogue::Question&)> may_tell_;
    std::function<bool(const catalogue::Figure&)> may_open_;
    catalogue::Question question_;
    catalogue::Question before_;
    bool before_is_by_this_tree_ = false;
    std::map<const catalogue::Figure*, catalogue::FigureLine> lines_;
};

}  // namespace nennep::reports
