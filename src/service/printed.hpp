// Lines of histories and records as programs and spreadsheets get them, alike from the command line
// and from the server.
#pragma once
#include "catalogue/list.hpp"
#include "service/history.hpp"
#include "service/inquiry.hpp"

namespace nennep::service {

std::string to_json(const HistoryLine& line);
std::string to_json(const RecordLine& line);
std::string to_json(const std::vector<RecordLine>& lines);
// As a sheet, which reads the lines wherever it is drawn up: they have to stay.
catalogue::List sheet_of(const std::vector<RecordLine>& lines, std::string title, const Texts& texts,
                         Language language);

}  // namespace nennep::service
