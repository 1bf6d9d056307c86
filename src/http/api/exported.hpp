// A list as a file to keep.
#pragma once
#include "catalogue/list.hpp"
#include "http/api/call.hpp"

namespace nennep::http {

inline constexpr const char* csv_media = "text/csv; charset=utf-8";
inline constexpr const char* xlsx_media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// `name`: of the file, without its ending. The right to take lists out is asked for before.
Response exported(const Call& call, const catalogue::List& sheet, const std::string& name, bool as_workbook);

}  // namespace nennep::http
