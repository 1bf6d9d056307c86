// Whether a workbook is on the disk as it was meant.
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

namespace nennep::render::xlsx {

// Reads the whole file: every part has its check sum and its end, and sheet after sheet is longer
// than its rows. A disk that was full for a moment leaves sheets that open, and lack their end.
bool is_whole(const std::filesystem::path& path, const std::vector<std::uintmax_t>& bytes_of_rows);

}  // namespace nennep::render::xlsx
