// The press for CSV: a list as a file that spreadsheets open.
#pragma once
#include <string>

#include "catalogue/list.hpp"

namespace nennep::render {

std::string csv_of(const catalogue::List& list);

}  // namespace nennep::render
