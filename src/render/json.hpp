// Reports and figures for programs; the shape is a contract (model.md, "The command line").
#pragma once
#include "catalogue/report.hpp"

namespace nennep::render {

std::string json(const catalogue::Report& report, const catalogue::Catalogue& catalogue,
                 const world::World& world);

// `"name":…,"label":{…},"unit":…,"value":…,"previous":…,"hidden":…,"previous_hidden":…,"target":…`, without braces.
std::string figure_fields(const catalogue::FigureLine& line, const catalogue::Catalogue& catalogue);
// Twelve values, null where there is none or it may not be told.
std::string months_json(const std::array<std::optional<Number>, 12>& months);
std::string value_json(const std::optional<Number>& value);
std::string structure_name(catalogue::Structure structure);

}  // namespace nennep::render
