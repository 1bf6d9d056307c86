// What goes with each answer: headers that guard, versions, packing, pieces.
#include <gtest/gtest.h>
#include <zlib.h>

#include "client.hpp"
#include "host.hpp"
#include "http/answer.hpp"

namespace nennep::http {
namespace {

std::string unpacked(const std::string& bytes) {
    std::string out(1'000'000, '\0');
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

void expect_guarded(const Got& got) {
    EXPECT_EQ(got.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(got.header("content-security-policy"), "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    EXPECT_EQ(got.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(got.header("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(got.header("cross-origin-resource-policy"), "same-origin");
    EXPECT_EQ(got.header("date"), "Mon, 28 Dec 2020 08:00:00 GMT");
    EXPECT_FALSE(got.has("server"));
    EXPECT_FALSE(got.has("strict-transport-security")) << "only over TLS";
}

TEST(answers, are_guarded_whatever_they_are) {
    Host host;
    for (const auto* path : {"/hello", "/none", "/bug", "/oddity", "/memory", "/slow", "/kept"}) {
        host.let_go();
        const auto got = Client(host.port()).ask(get(path));
        expect_guarded(got);
        EXPECT_EQ(got.header("cache-control"), std::string(path) == "/kept" ? "no-cache" : "no-store");
    }
    expect_guarded(Client(host.port()).ask("nonsense\r\n\r\n"));
    expect_guarded(Client(host.port()).ask(get("/a?b=%")));
}

TEST(answers, a_handler_says_itself_what_a_page_may) {
    Host host;
    const auto got = Client(host.port()).ask(get("/page"));
    EXPECT_EQ(got.header("content-security-policy"), "default-src 'self'");
    EXPECT_EQ(got.head.find("default-src 'none'"), std::string::npos);
}

TEST(answers, no_value_begins_a_header_of_its_own) {
    Host host;
    const auto got = Client(host.port()).ask(get("/forged"));
    EXPECT_FALSE(got.has("x-second"));
    EXPECT_EQ(got.header("x-name"), "one  X-Second: two");
}

TEST(answers, are_packed_where_it_is_understood) {
    Host host;
    Client client(host.port());
    const auto plain = client.ask(get("/long"));
    EXPECT_FALSE(plain.has("content-encoding"));
    EXPECT_EQ(plain.header("vary"), "Accept-Encoding");
    const auto packed = client.ask(get("/long", "Accept-Encoding: deflate, gzip, br\r\n"));
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    EXPECT_LT(packed.body.size(), plain.body.size() / 5);
    EXPECT_EQ(unpacked(packed.body), plain.body);
    EXPECT_FALSE(client.ask(get("/long", "Accept-Encoding: gzip;q=0\r\n")).has("content-encoding"));
    EXPECT_FALSE(client.ask(get("/hello", "Accept-Encoding: gzip\r\n")).has("content-encoding")) << "too short";
    EXPECT_FALSE(client.ask(get("/cookie", "Accept-Encoding: gzip\r\n")).has("content-encoding")) << "a secret in it";
    EXPECT_FALSE(client.ask(get("/events", "Accept-Encoding: gzip\r\n")).has("content-encoding"));
}

TEST(answers, a_version_that_is_known_is_not_sent_again) {
    Host host;
    Client client(host.port());
    const auto first = client.ask(get("/kept"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.header("etag"), "W/\"v17\"");
    const auto again = client.ask(get("/kept", "If-None-Match: \"other\", W/\"v17\"\r\n"));
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    EXPECT_FALSE(again.has("content-length"));
    EXPECT_FALSE(again.has("content-type"));
    EXPECT_EQ(again.header("etag"), "W/\"v17\"");
    expect_guarded(again);
    EXPECT_EQ(client.ask(get("/kept", "If-None-Match: W/\"v16\"\r\n")).status, 200);
    EXPECT_EQ(client.ask("POST /kept HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n").status, 200)
        << "only reading is spared";
}

TEST(answers, to_head_have_all_but_the_body) {
    Host host;
    Client client(host.port());
    for (const auto* path : {"/long", "/kept", "/file", "/none", "/events"}) {
        ASSERT_TRUE(client.send("HEAD " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        const auto got = client.read(true);
        ASSERT_TRUE(got) << path;
        EXPECT_EQ(got->status, path == std::string("/none") ? 404 : 200);
    }
    const auto whole = client.ask(get("/long"));
    ASSERT_TRUE(client.send("HEAD /long HTTP/1.1\r\nHost: x\r\n\r\n"));
    EXPECT_EQ(client.read(true)->header("content-length"), std::to_string(whole.body.size()));
    EXPECT_EQ(client.ask(get("/hello")).body, "hello") << "nothing stands between";
}

TEST(answers, a_file_comes_in_pieces_and_is_removed) {
    Host host;
    Client client(host.port());
    const auto got = client.ask(get("/file"));
    EXPECT_GE(got.body.size(), 300'000u);
    EXPECT_EQ(got.header("content-length"), std::to_string(got.body.size()));
    EXPECT_TRUE(got.body.ends_with("28-12-2020\n"));
    EXPECT_TRUE(soon([&] { return !host.file_is_there(); }));
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST(answers, events_come_one_by_one) {
    Host host;
    Client client(host.port());
    const auto got = client.ask(get("/events"));
    EXPECT_EQ(got.header("content-type"), "text/event-stream");
    EXPECT_EQ(got.header("cache-control"), "no-store");
    EXPECT_EQ(got.body, "data: 1\n\ndata: 2\n\ndata: 3\n\n");
    EXPECT_EQ(client.ask(get("/hello")).body, "hello") << "the connection goes on";
    Client old(host.port());
    ASSERT_TRUE(old.send("GET /events HTTP/1.0\r\n\r\n"));
    const auto plain = old.read();
    ASSERT_TRUE(plain);
    EXPECT_FALSE(plain->has("transfer-encoding"));
    EXPECT_EQ(plain->body, "data: 1\n\ndata: 2\n\ndata: 3\n\n");
}

TEST(answers, a_stream_is_dropped_when_its_client_has_gone) {
    Host host;
    {
        Client client(host.port());
        ASSERT_TRUE(client.send(get("/steady")));
        EXPECT_TRUE(soon([&] { return client.has_news(); }));
        EXPECT_EQ(host.streams(), 1);
    }
    EXPECT_TRUE(soon([&] { return host.streams() == 0; }));
    EXPECT_TRUE(soon([&] { return host.server().state().connections == 0; }));
}

TEST(answers, dates) {
    EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(1'709'164'800), "Thu, 29 Feb 2024 00:00:00 GMT");
}

}  // namespace
}  // namespace nennep::http
