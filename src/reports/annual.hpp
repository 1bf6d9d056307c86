// The annual report (báo cáo tổng kết, rules.md §10.3): results of the year by sections, then
// directions and targets of the next one. The words stand in a template that the office may edit;
// the figures in it are live references and cannot drift.
#pragma once
#include "catalogue/report.hpp"

namespace nennep::reports {

Result<catalogue::Report, Refusals> annual(const catalogue::Catalogue& catalogue,
                                           const world::World& world,
                                           const catalogue::ReportRequest& request);

}  // namespace nennep::reports
