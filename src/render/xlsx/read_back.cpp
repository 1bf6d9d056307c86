#include "render/xlsx/read_back.hpp"

#include <zip.h>

#include <algorithm>
#include <memory>
#include <string>

namespace nennep::render::xlsx {
namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

struct Content {
    std::uintmax_t bytes = 0;
    std::string end;            // its last bytes
};

// Nothing where the part cannot be read, or its check sum is wrong.
bool read(zip_t* archive, zip_uint64_t index, Content& content) {
    const Part part(zip_fopen_index(archive, index, 0), zip_fclose);
    if (!part) return false;
    std::vector<char> block(1 << 18);
    constexpr std::size_t enough = 16;
    for (;;) {
        const auto got = zip_fread(part.get(), block.data(), block.size());
        if (got < 0) return false;
        if (got == 0) return true;
        content.bytes += static_cast<std::uintmax_t>(got);
        const auto size = static_cast<std::size_t>(got);
        const auto last = std::min(size, enough);
        content.end.append(block.data() + size - last, last);
        if (content.end.size() > enough) content.end.erase(0, content.end.size() - enough);
    }
}

// All parts are XML; the theme ends with a line break.
bool has_its_end(std::string_view end) {
    if (end.ends_with('\n')) end.remove_suffix(1);
    return end.ends_with('>');
}

std::string name_of_sheet(std::size_t number) {
    return "xl/worksheets/sheet" + std::to_string(number) + ".xml";
}

}  // namespace

bool is_whole(const std::filesystem::path& path, const std::vector<std::uintmax_t>& bytes_of_rows) {
    int error = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &error), zip_discard);
    if (!archive) return false;
    const auto parts = zip_get_num_entries(archive.get(), 0);
    std::size_t sheets = 0;
    for (zip_int64_t i = 0; i < parts; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        Content content;
        if (!read(archive.get(), index, content) || !has_its_end(content.end)) return false;
        if (sheets == bytes_of_rows.size()) continue;
        if (zip_get_name(archive.get(), index, 0) != name_of_sheet(sheets + 1)) continue;
        if (!content.end.ends_with("</worksheet>") || content.bytes < bytes_of_rows[sheets]) return false;
        ++sheets;
    }
    return sheets == bytes_of_rows.size();
}

}  // namespace nennep::render::xlsx
