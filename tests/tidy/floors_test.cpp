// Who may include whom (style.md, section 1).
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tree.hpp"

namespace nennep::tidy {
namespace {

using Folders = std::vector<std::string>;

const std::map<std::string, Folders> floors{
    {"base", {}},
    {"journal", {"base"}},
    {"store/sqlite", {"base", "journal"}},
    {"world", {"base", "journal"}},
    {"catalogue", {"base", "journal", "world"}},
    {"sample", {"base"}},
    {"service", {"base", "journal", "world", "catalogue"}},
    {"reports", {"base", "journal", "world", "catalogue"}},
    {"render", {"base", "catalogue", "world"}},
    {"render/pdf", {"base", "catalogue", "world", "render"}},
    {"render/xlsx", {"base", "catalogue", "world", "render"}},
    {"render/docx", {"base", "catalogue", "world", "render"}},
    {"accounts", {"base", "catalogue"}},
    {"store/accounts", {"base", "journal", "store/sqlite", "accounts"}},
    {"store/backup", {"base", "store/sqlite", "store/accounts"}},
    {"http", {"base"}},
    {"http/web", {"base", "http"}},
    {"http/api",
     {"base", "journal", "world", "catalogue", "service", "accounts", "render", "render/docx", "render/pdf",
      "render/xlsx", "http"}},
    {"cli",
     {"base", "journal", "world", "catalogue", "service", "render", "render/docx", "render/pdf", "render/xlsx",
      "accounts", "http", "http/api", "http/web"}},
};

// What dear headers cost is paid in few places; one that ends with a slash stands for a folder of them.
const std::map<std::string, Folders> dear_headers{
    {"CLI/CLI.hpp", {"src/cli/options.cpp"}},
    {"toml++/toml.h", {"src/base/texts.cpp", "src/sample/table.cpp", "src/cli/settings_file.cpp"}},
    {"boost/json.hpp", {"src/catalogue/value.cpp", "src/service/line_reader.cpp", "src/http/api/body.cpp"}},
    {"sqlite3.h", {"src/store/sqlite"}},
    {"pugixml.hpp", {"src/render/docx/xml.hpp"}},
    {"openssl/evp.h", {"src/base/sha256.cpp"}},
    {"openssl/rand.h", {"src/main"}},
    {"cairo-pdf.h", {"src/render/pdf/paper.cpp"}},
    {"pango/pangocairo.h", {"src/render/pdf/type.cpp"}},
    {"xlsxwriter.h", {"src/render/xlsx/workbook.cpp"}},
    {"boost/asio.hpp", {}},
    {"boost/asio/",
     {"src/http/transport.hpp", "src/http/transport.cpp", "src/http/connection.cpp", "src/http/server.cpp"}},
    {"boost/beast.hpp", {}},
    {"boost/beast/", {"src/http/reader.cpp"}},
    {"openssl/ssl.h", {"src/http/transport.cpp"}},
    {"zlib.h", {"src/http/gzip.cpp", "src/render/docx"}},
    {"sodium.h", {"src/accounts/secrets.cpp"}},
    {"liboath/oath.h", {"src/accounts/second_factor.cpp"}},
    {"zip.h", {"src/render/docx/package.cpp", "src/render/xlsx/read_back.cpp", "src/store/backup/archive.cpp"}},
};

// organisation is below membership, and both below all other rooms.
Folders below(const std::string& room) {
    Folders may{"base", "journal", "world", "catalogue"};
    if (room != "domain/organisation") may.push_back("domain/organisation");
    if (room != "domain/organisation" && room != "domain/membership") may.push_back("domain/membership");
    return may;
}

// The folder of src in which a path lies: domain/membership, cli.
std::string folder_of(std::string_view path) {
    if (path.starts_with("src/")) path.remove_prefix(4);
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

// What stands between the marks of an #include line, or nothing.
std::string_view included(std::string_view line, char open, char close) {
    if (!line.starts_with("#include ")) return {};
    const auto begin = line.find(open);
    const auto end = line.find(close, begin + 1);
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    return line.substr(begin + 1, end - begin - 1);
}

TEST(floors, each_folder_includes_only_what_lies_below_it) {
    for (const auto& file : program()) {
        const auto own = folder_of(file.path);
        if (own == "main") continue;
        const bool is_room = own.starts_with("domain/");
        const auto floor = floors.find(own);
        ASSERT_TRUE(is_room || floor != floors.end()) << file.path << ": a folder without a floor";
        const auto may = is_room ? below(own) : floor->second;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto path = included(file.lines[i], '"', '"');
            const auto other = folder_of(path);
            if (path.empty() || other == own) continue;
            EXPECT_TRUE(std::find(may.begin(), may.end(), other) != may.end())
                << file.at(i) << ": " << own << " may not include " << path;
        }
    }
}

TEST(floors, dear_headers_stay_where_they_are) {
    for (const auto& file : program()) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto header = included(file.lines[i], '<', '>');
            const auto dear = std::find_if(dear_headers.begin(), dear_headers.end(), [header](const auto& one) {
                return one.first.ends_with('/') ? header.starts_with(one.first) : header == one.first;
            });
            if (dear == dear_headers.end()) continue;
            const auto& places = dear->second;
            EXPECT_TRUE(std::any_of(places.begin(), places.end(),
                                    [&](const auto& place) { return file.lies_in(place); }))
                << file.at(i) << ": <" << header << "> belongs into "
                << (places.empty() ? std::string("no file: it drags in all the others") : places.front());
        }
    }
}

}  // namespace
}  // namespace nennep::tidy
