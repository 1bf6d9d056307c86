// The web application as it was built into this program: what pack.mjs wrote is what Pages reads, and
// the page asks for nothing that its policy forbids.
#include <gtest/gtest.h>
#include <zlib.h>

#include <fstream>
#include <iterator>
#include <regex>

#include "http/web/addresses.hpp"
#include "http/web/pages.hpp"

namespace nennep::embedded {
extern const std::string_view web_assets;
}  // namespace nennep::embedded

namespace nennep::http {
namespace {

std::string unpacked(std::string_view bytes, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    inflateInit2(&stream, MAX_WBITS + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

TEST(built_pages, hold_each_text_packed) {
    const Assets assets(embedded::web_assets);
    ASSERT_FALSE(assets.empty());
    for (const auto& [name, asset] : assets.all()) {
        EXPECT_TRUE(name.starts_with('/'));
        EXPECT_EQ(asset.is_immutable, name.starts_with("/assets/")) << name << ": a digest in each name, only there";
        EXPECT_EQ(asset.version.size(), 22u) << name;
        EXPECT_FALSE(asset.media_type.empty()) << name;
        if (!asset.gzip.empty()) {
            EXPECT_EQ(unpacked(asset.gzip, asset.plain.size()), asset.plain) << name;
            // Of a few lines (an icon) neither makes less than the other.
            if (asset.plain.size() > 1024) {
                EXPECT_LT(asset.brotli.size(), asset.gzip.size()) << name;
            }
        }
    }
}

TEST(built_pages, fit_their_policy) {
    const Assets assets(embedded::web_assets);
    const auto* page = assets.find("/index.html");
    ASSERT_NE(page, nullptr);
    const std::string html(page->plain);
    // No script and no style in it, but for styles with the nonce; nothing from another host.
    EXPECT_FALSE(std::regex_search(html, std::regex(R"(<script(?![^>]*\bsrc="/assets/))"))) << html;
    EXPECT_FALSE(std::regex_search(html, std::regex(R"(<style(?![^>]*\bnonce="__NONCE__"))"))) << html;
    EXPECT_FALSE(std::regex_search(html, std::regex(R"(\s(on[a-z]+|style)=)"))) << html;
    EXPECT_FALSE(std::regex_search(html, std::regex(R"((src|href)="(?!/[^/]))"))) << html;
    EXPECT_NE(html.find("<html lang=\"vi\""), std::string::npos);
    // Whatever it names is there.
    const std::regex named(R"re((?:src|href)="([^"]+)")re");
    std::size_t count = 0;
    for (std::sregex_iterator hit(html.begin(), html.end(), named), end; hit != end; ++hit, ++count) {
        EXPECT_NE(assets.find((*hit)[1].str()), nullptr) << (*hit)[1];
    }
    EXPECT_GT(count, 1u);
}

// What the application's own table of addresses names, the server sends the page for.
TEST(built_pages, stand_under_each_address_that_they_know) {
    std::ifstream in(NENNEP_TREE "/web/src/app/routes.tsx");
    const std::string routes{std::istreambuf_iterator<char>(in), {}};
    const std::regex named(R"re((?:screen\(|path:)\s*"/?([^"*/][^"*]*)")re");
    const std::regex open_part("(/?):[a-z]+[?]?");
    std::size_t count = 0;
    for (std::sregex_iterator hit(routes.begin(), routes.end(), named), end; hit != end; ++hit, ++count) {
        const auto path = "/" + std::regex_replace((*hit)[1].str(), open_part, "$011");
        EXPECT_TRUE(is_page(path)) << path;
    }
    EXPECT_GT(count, 20u);
}

}  // namespace
}  // namespace nennep::http
