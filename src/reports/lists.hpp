// The lists behind the figures of a report: its annex.
//
// Many figures look at the same records from different sides: meetings held, thematic ones, their
// attendance, their score. Their lists are one list, with a column for each further figure; what
// counts in it has its cell filled. And where a figure adds up many entries of one subject (twelve
// payments of each member), a list on paper gives each subject one line; a list in full does not.
#pragma once
#include "catalogue/report.hpp"

namespace nennep::reports {

class Lists {
public:
    Lists(const catalogue::Catalogue& catalogue, const world::World& world,
          const catalogue::ReportRequest& request, const catalogue::Question& question);

    // The lists of these figures, numbered from 1 by their first mention. What a percentage counts
    // and what it is set against are opened for it.
    std::vector<catalogue::List> annex(const std::vector<const catalogue::Figure*>& mentioned) const;
    // The list of one figure alone, in full. It must not be a percentage.
    catalogue::List list_of(const catalogue::Figure& figure) const;

private:
    bool may_open(const catalogue::Figure& figure) const;

    const catalogue::Catalogue& catalogue_;
    const world::World& world_;
    catalogue::ReportRequest request_;
    catalogue::Question question_;
};

}  // namespace nennep::reports
