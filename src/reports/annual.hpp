// The annual report (báo cáo tổng kết, rules.md §10.3): results of the year by sections, then
// directions and targets of the next one. Its words stand in a file that the office may edit (words.hpp);
// the figures in them are live references and cannot drift.
#pragma once
#include "catalogue/report.hpp"

namespace nennep::reports {

Result<catalogue::Report, Refusals> annual(const catalogue::Catalogue& catalogue,
                                           const world::World& world,
                                           const catalogue::ReportRequest& request);

}  // namespace nennep::reports
