// The pages and their files, as a browser gets them: over the wire, from a pack made here.
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "base/bytes.hpp"
#include "client.hpp"
#include "host.hpp"
#include "http/web/addresses.hpp"
#include "http/web/pages.hpp"

namespace nennep::http {
namespace {

constexpr std::string_view shell = "<!doctype html><html lang=\"vi\"><meta property=\"csp-nonce\" nonce=\"__NONCE__\">"
                                   "<style nonce=\"__NONCE__\">p{}</style><script type=\"module\" src=\"/assets/a.js\">"
                                   "</script>";

struct File {
    std::string_view name;
    std::string_view type;
    bool is_immutable = false;
    std::string_view plain;
    std::string_view gzip = {};
    std::string_view brotli = {};
};

std::string pack_of(const std::vector<File>& files) {
    ByteWriter out;
    const auto text = [&out](std::string_view value) {
        out.u32(static_cast<std::uint32_t>(value.size()));
        out.raw(value);
    };
    out.raw(Assets::mark);
    out.u32(static_cast<std::uint32_t>(files.size()));
    for (const auto& file : files) {
        text(file.name);
        text(file.type);
        text("version-of" + std::string(file.name.substr(1)));
        out.u32(file.is_immutable ? 1 : 0);
        for (const auto body : {file.plain, file.gzip, file.brotli}) out.u32(static_cast<std::uint32_t>(body.size()));
    }
    for (const auto& file : files) {
        for (const auto body : {file.plain, file.gzip, file.brotli}) out.raw(body);
    }
    return out.take();
}

const std::string& pack() {
    static const auto all = pack_of({
        {"/index.html", "text/html; charset=utf-8", false, shell},
        {"/assets/a-1234abcd.js", "text/javascript; charset=utf-8", true, "plain script", "by gzip", "by brotli"},
        {"/assets/noto-1234abcd.woff2", "font/woff2", true, "letters"},
        {"/favicon.svg", "image/svg+xml; charset=utf-8", false, "<svg/>", "packed"},
    });
    return all;
}

const Texts& texts() {
    static const auto all = [] {
        Texts made;
        made.add("[web.without_pages]\nvi = \"Không kèm trang.\"\nen = \"Without pages.\"\n", "test");
        return made;
    }();
    return all;
}

// A server of the pages alone.
class Site {
public:
    explicit Site(std::string_view files = pack()) : pages_(Assets(files), texts(), [this] { return chance(); }) {
        ServerSettings settings;
        settings.port = 0;
        Handling handling;
        handling.handle = [this](const Request& request) { return pages_.handle(request); };
        handling.refuse = [](int status, std::string_view) {
            Response response;
            response.status = status;
            return response;
        };
        server_ = std::make_unique<Server>(settings, handling);
        thread_ = std::thread([this] { server_->run(); });
    }
    ~Site() {
        server_->stop();
        thread_.join();
    }

    Got ask(std::string_view bytes) { return Client(server_->port()).ask(bytes); }
    std::uint16_t port() const { return server_->port(); }
    const Pages& pages() const { return pages_; }

private:
    std::uint64_t chance() {
        const std::lock_guard lock(mutex_);
        return random_();
    }

    std::mutex mutex_;
    std::mt19937_64 random_{7};
    Pages pages_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

std::string nonce_in(std::string_view policy) {
    const std::string_view mark = "'nonce-";
    const auto at = policy.find(mark);
    if (at == std::string_view::npos) return {};
    const auto rest = policy.substr(at + mark.size());
    return std::string(rest.substr(0, rest.find('\'')));
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

std::string asking(std::string_view method, std::string_view path) {
    return std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n\r\n";
}

constexpr std::string_view addresses[]{
    "/", "/viec", "/to-chuc", "/to-chuc/DN-04-04", "/dang-vien/HS%201", "/lop/L-1", "/ho-so/3/buoc/2",
    "/sinh-hoat", "/nghi-quyet/NQ-1", "/nghi-quyet/12%2FNQ-%C4%90U", "/nhiem-vu", "/danh-gia/2020", "/kiem-tra/KT-1",
    "/hoat-dong", "/bao-cao/2020?pv=DUK&so=members.admitted", "/chi-tieu/2020", "/thong-ke", "/nhap", "/bieu-mau",
    "/quan-tri/tai-khoan", "/dang-nhap", "/dang-nhap/lan-dau", "/tai-khoan", "/huong-dan/bao-cao",
    "/mau-giao-dien", "/tim?q=khai", "/viec/",
};

constexpr std::string_view no_addresses[]{
    "/khac", "/viec/1", "/to-chuc//", "//viec", "/to-chuc/..", "/to-chuc/%2e%2E", "/to-chuc/.", "/to-chuc/a%5Cb",
    "/to-chuc/1/2/3", "/ho-so/1/2/3/4", "/index.html", "/wp-login.php", "/VIEC",
};

TEST(pages, stand_under_the_address_of_each_place) {
    Site site;
    for (const auto address : addresses) {
        const auto got = site.ask(get(address));
        EXPECT_EQ(got.status, 200) << address;
        EXPECT_EQ(got.header("content-type"), "text/html; charset=utf-8") << address;
        EXPECT_EQ(got.header("cache-control"), "no-store") << address;
        EXPECT_NE(got.body.find("<html lang=\"vi\">"), std::string::npos) << address;
    }
}

TEST(pages, elsewhere_say_that_nothing_is_there) {
    Site site;
    for (const auto address : no_addresses) {
        const auto got = site.ask(get(address));
        EXPECT_EQ(got.status, 404) << address;
        EXPECT_NE(nonce_in(got.header("content-security-policy")), "") << address;
        EXPECT_NE(got.body.find("<html lang=\"vi\">"), std::string::npos) << address;
        EXPECT_EQ(site.pages().name_of({Method::get, "", std::string(address), {}, {}, "", ""}), "") << address;
    }
}

TEST(pages, have_a_nonce_of_their_own_each_time) {
    Site site;
    std::set<std::string> seen;
    for (int i = 0; i < 20; ++i) {
        const auto got = site.ask(get("/viec"));
        const auto nonce = nonce_in(got.header("content-security-policy"));
        EXPECT_EQ(nonce.size(), 32u) << "128 bits";
        EXPECT_TRUE(seen.insert(nonce).second);
        EXPECT_EQ(count_of(got.body, "nonce=\"" + nonce + "\""), 2u);
        EXPECT_EQ(got.body.find(Pages::placeholder), std::string::npos);
    }
}

TEST(pages, let_nothing_in_from_elsewhere) {
    Site site;
    for (const std::string_view address : {"/viec", "/khac"}) {
        const auto got = site.ask(get(address));
        const auto policy = got.header("content-security-policy");
        for (const std::string_view part :
             {"default-src 'none';", "script-src 'self';", "connect-src 'self';", "font-src 'self';",
              "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
              "require-trusted-types-for 'script'"}) {
            EXPECT_NE(policy.find(part), std::string_view::npos) << part;
        }
        EXPECT_EQ(policy.find("unsafe"), std::string_view::npos);
        EXPECT_EQ(policy.find('*'), std::string_view::npos);
        EXPECT_EQ(policy.find("http"), std::string_view::npos);
        EXPECT_EQ(count_of(got.head, "Content-Security-Policy:"), 1u);
        EXPECT_EQ(got.header("referrer-policy"), "same-origin");
        EXPECT_EQ(got.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(got.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_EQ(got.header("cross-origin-resource-policy"), "same-origin");
        EXPECT_NE(got.header("permissions-policy").find("camera=()"), std::string_view::npos);
        EXPECT_FALSE(got.has("strict-transport-security")) << "only over TLS";
        EXPECT_FALSE(got.has("access-control-allow-origin"));
    }
}

TEST(pages, are_only_read) {
    Site site;
    for (const std::string_view address : {"/viec", "/", "/assets/a-1234abcd.js"}) {
        for (const std::string_view method : {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"}) {
            const auto got = site.ask(asking(method, address));
            EXPECT_EQ(got.status, 405) << method << address;
            EXPECT_EQ(got.header("allow"), "GET, HEAD");
            EXPECT_EQ(got.body, "");
        }
    }
    EXPECT_EQ(site.ask(asking("POST", "/khac")).status, 404);
}

TEST(pages, to_head_have_all_but_the_body) {
    Site site;
    for (const std::string_view address : {"/viec", "/assets/a-1234abcd.js"}) {
        Client client(site.port());
        const auto whole = client.ask(get(address));
        ASSERT_TRUE(client.send(asking("HEAD", address)));
        const auto got = client.read(true);
        ASSERT_TRUE(got);
        EXPECT_EQ(got->status, 200);
        EXPECT_EQ(got->header("content-length"), std::to_string(whole.body.size()));
        EXPECT_EQ(client.ask(get("/favicon.svg")).body, "<svg/>") << "nothing stands between";
    }
}

TEST(files_of_pages, are_kept_for_good_where_their_name_changes_with_them) {
    Site site;
    const auto script = site.ask(get("/assets/a-1234abcd.js"));
    EXPECT_EQ(script.header("content-type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(script.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(script.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(script.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_EQ(script.header("content-security-policy"), "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    const auto icon = site.ask(get("/favicon.svg"));
    EXPECT_EQ(icon.header("cache-control"), "public, max-age=3600");
    EXPECT_EQ(icon.header("content-type"), "image/svg+xml; charset=utf-8");
}

TEST(files_of_pages, are_packed_as_it_is_asked_for) {
    Site site;
    const auto with = [&](std::string_view path, std::string_view accepted) {
        return site.ask(get(path, "Accept-Encoding: " + std::string(accepted) + "\r\n"));
    };
    const std::string_view script = "/assets/a-1234abcd.js";
    EXPECT_EQ(with(script, "gzip, deflate, br, zstd").body, "by brotli");
    EXPECT_EQ(with(script, "gzip, deflate, br, zstd").header("content-encoding"), "br");
    EXPECT_EQ(with(script, "gzip, br;q=0").body, "by gzip");
    EXPECT_EQ(with(script, "gzip, deflate").header("content-encoding"), "gzip");
    EXPECT_EQ(with(script, "*").body, "by gzip") << "what is not named may not be understood";
    EXPECT_EQ(with(script, "identity").body, "plain script");
    EXPECT_EQ(with(script, "br").header("vary"), "Accept-Encoding");
    EXPECT_EQ(site.ask(get(script)).body, "plain script");
    EXPECT_FALSE(site.ask(get(script)).has("content-encoding"));
    EXPECT_EQ(with("/favicon.svg", "br").body, "<svg/>") << "not packed so";
    EXPECT_EQ(with("/assets/noto-1234abcd.woff2", "gzip, br").body, "letters");
}

TEST(files_of_pages, are_not_sent_again_to_whom_has_them) {
    Site site;
    const auto first = site.ask(get("/assets/a-1234abcd.js"));
    const auto tag = std::string(first.header("etag"));
    EXPECT_EQ(tag, "W/\"version-ofassets/a-1234abcd.js\"");
    const auto again = site.ask(get("/assets/a-1234abcd.js", "Accept-Encoding: br\r\nIf-None-Match: " + tag + "\r\n"));
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(site.ask(get("/viec", "If-None-Match: *\r\n")).status, 200) << "a page has no version";
}

TEST(files_of_pages, come_whole) {
    Site site;
    const auto got = site.ask(get("/assets/a-1234abcd.js", "Range: bytes=0-2\r\n"));
    EXPECT_EQ(got.status, 200);
    EXPECT_EQ(got.body, "plain script");
    EXPECT_FALSE(got.has("accept-ranges"));
}

TEST(files_of_pages, are_those_of_the_pack_alone) {
    Site site;
    for (const std::string_view path :
         {"/assets/none.js", "/assets/", "/assets/../index.html", "/assets/%2e%2e/index.html",
          "/assets/..%2findex.html", "/assets/%2fetc%2fpasswd", "/assets//a-1234abcd.js",
          "/assets/a%2d1234abcd.js", "/assets/../../etc/passwd"}) {
        const auto got = site.ask(get(path));
        EXPECT_EQ(got.status, 404) << path;
        EXPECT_EQ(got.body, "") << path;
        EXPECT_EQ(got.header("cache-control"), "no-store") << path << ": it may be there tomorrow";
    }
    EXPECT_EQ(site.ask(get("/assets/%00")).status, 400) << "refused before it is looked for";
}

TEST(files_of_pages, are_counted_under_one_name) {
    Site site;
    const auto name = [&](std::string path) {
        return site.pages().name_of({Method::get, "", std::move(path), {}, {}, "", ""});
    };
    EXPECT_EQ(name("/assets/a-1234abcd.js"), "asset");
    EXPECT_EQ(name("/assets/none"), "asset");
    EXPECT_EQ(name("/favicon.svg"), "asset");
    EXPECT_EQ(name("/dang-vien/HS-0901"), "page");
    EXPECT_EQ(name("/HS-0901"), "");
}

TEST(pages, of_a_program_built_without_them_say_so) {
    Site site("");
    const auto got = site.ask(get("/viec"));
    EXPECT_EQ(got.status, 200);
    EXPECT_NE(got.body.find("Không kèm trang."), std::string::npos);
    EXPECT_NE(got.body.find("<p lang=\"en\">Without pages.</p>"), std::string::npos);
    EXPECT_NE(nonce_in(got.header("content-security-policy")), "");
    EXPECT_EQ(site.ask(get("/khac")).status, 404);
    EXPECT_EQ(site.ask(get("/assets/a-1234abcd.js")).status, 404);
}

TEST(files_of_pages, in_a_damaged_pack_are_not_served) {
    for (std::size_t size = 1; size < pack().size(); ++size) {
        EXPECT_ANY_THROW(Assets(std::string_view(pack()).substr(0, size))) << size;
    }
    EXPECT_ANY_THROW(Assets(pack() + "x"));
    EXPECT_EQ(Assets(pack()).all().size(), 4u);
}

}  // namespace
}  // namespace nennep::http
