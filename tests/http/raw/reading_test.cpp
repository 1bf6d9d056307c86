// What is a request, and what is none; without a socket.
#include <gtest/gtest.h>

#include <algorithm>

#include "http/header_values.hpp"
#include "http/reader.hpp"
#include "http/server.hpp"

namespace nennep::http {
namespace {

using Step = Reader::Step;

// Gives the reader all bytes, `piece` at a time, until it has a request whole or refuses.
Step read(Reader& reader, std::string_view bytes, std::size_t piece = 4096) {
    for (;;) {
        const auto step = reader.read();
        if (step == Step::whole || step == Step::refused) return step;
        if (step == Step::head) continue;
        if (bytes.empty()) return step;
        const auto room = reader.room();
        const auto count = std::min({piece, room.size(), bytes.size()});
        std::copy_n(bytes.begin(), count, room.begin());
        reader.came(count);
        bytes.remove_prefix(count);
    }
}

std::string refused_as(std::string_view bytes, const Limits& limits = {}) {
    Reader reader(limits);
    if (read(reader, bytes) != Step::refused) return "taken";
    return std::to_string(reader.refusal().status) + " " + std::string(reader.refusal().code);
}

const std::string post = "POST /echo?a=1&b=%C3%A1+b HTTP/1.1\r\nHost: x\r\n";

TEST(reading, a_request_in_pieces_of_any_size) {
    const auto plain = post + "Content-Length: 5\r\n\r\nhello";
    const auto chunked = post + "Transfer-Encoding: chunked\r\n\r\n"
                                "2;x=\"y\"\r\nhe\r\n3\r\nllo\r\n0\r\nX-Late: 1\r\n\r\n";
    for (const auto& bytes : {plain, chunked}) {
        for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
            const Limits limits;
            Reader reader(limits);
            ASSERT_EQ(read(reader, bytes, piece), Step::whole) << piece;
            const auto& request = reader.request();
            EXPECT_EQ(request.method, Method::post);
            EXPECT_EQ(request.path, "/echo");
            EXPECT_EQ(*request.parameter("b"), "á b");
            EXPECT_EQ(request.header("host"), "x");
            EXPECT_EQ(request.header("x-late"), "") << "a trailer is no header";
            EXPECT_EQ(request.body, "hello");
            EXPECT_FALSE(reader.has_unread());
            EXPECT_TRUE(reader.keeps_alive());
        }
    }
}

// Beast by itself stops the program at the first of them, one byte at a time.
TEST(reading, chunks_that_come_byte_by_byte) {
    for (const std::string body : {"0\r\n\r\n", "0;a=b\r\n\r\n", "000\r\nX: y\r\n\r\n", "1\r\nx\r\n0\r\n\r\n"}) {
        const auto bytes = post + "Transfer-Encoding: chunked\r\n\r\n" + body;
        for (std::size_t piece = 1; piece < 8; ++piece) {
            const Limits limits;
            Reader reader(limits);
            ASSERT_EQ(read(reader, bytes, piece), Step::whole) << body << piece;
            EXPECT_EQ(reader.request().body, body[0] == '1' ? "x" : "");
        }
    }
}

TEST(reading, requests_one_behind_the_other) {
    const Limits limits;
    Reader reader(limits);
    const std::string three = "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n" + post + "Content-Length: 2\r\n\r\nhi" +
                              "\r\nGET /3 HTTP/1.1\r\nHost: x\r\n\r\n";
    ASSERT_EQ(read(reader, three), Step::whole);
    EXPECT_EQ(reader.request().path, "/1");
    reader.next();
    ASSERT_EQ(read(reader, ""), Step::whole);
    EXPECT_EQ(reader.request().body, "hi");
    reader.next();
    ASSERT_EQ(read(reader, ""), Step::whole);
    EXPECT_EQ(reader.request().path, "/3");
    reader.next();
    EXPECT_EQ(read(reader, ""), Step::more);
    EXPECT_FALSE(reader.has_begun());
}

TEST(reading, what_two_programs_might_read_as_two_different_requests) {
    const std::string bad = "400 api.bad_request";
    for (const std::string head : {
             "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
             "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
             "Content-Length: 5, 5\r\n", "Content-Length: +5\r\n", "Content-Length: -1\r\n", "Content-Length: 0x5\r\n",
             "Content-Length:\r\n", "Content-Length: 99999999999999999999999\r\n", "Transfer-Encoding: xchunked\r\n",
             "Transfer-Encoding: identity\r\n", "Transfer-Encoding: gzip, chunked\r\n",
             "Transfer-Encoding: chunked, identity\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding : chunked\r\n",
             "X: a\r\n b\r\n", "X: a\r\n\tContent-Length: 5\r\n", "Content-Length : 5\r\n", "Host: y\r\n",
             "X: a\rb\r\n", "X: a\nY: b\r\n", " X: a\r\n", "X\r\n", ": a\r\n"}) {
        EXPECT_EQ(refused_as(post + head + "\r\nhello"), bad) << head;
    }
    EXPECT_EQ(refused_as("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), bad);
    const auto chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(refused_as(chunked + "xyz\r\n"), bad);
    EXPECT_EQ(refused_as(chunked + "2\r\nhello\r\n0\r\n\r\n"), bad);
    EXPECT_EQ(refused_as(chunked + "fffffffffffffffff\r\nhello\r\n0\r\n\r\n"), bad);
}

TEST(reading, what_is_no_request) {
    const std::string bad = "400 api.bad_request";
    EXPECT_EQ(refused_as("GET /\r\n\r\n"), bad);
    EXPECT_EQ(refused_as("GET / HTTP/2.0\r\n\r\n"), bad);
    EXPECT_EQ(refused_as("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), bad);
    EXPECT_EQ(refused_as("GET / HTTP/1.1\r\n\r\n"), bad) << "no Host";
    EXPECT_EQ(refused_as("GET  / HTTP/1.1\r\nHost: x\r\n\r\n"), bad);
    EXPECT_EQ(refused_as("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + std::string(200, '\1')), bad) << "TLS";
    EXPECT_EQ(refused_as("GET / HTTP/1.0\r\n\r\n"), "taken");
}

TEST(reading, addresses) {
    const std::string bad = "400 api.bad_address";
    const auto with = [](const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"; };
    for (const std::string target : {"/a?b=%", "/a?b=%4", "/a?b=%zz", "/a?b=%ff", "/a?%c3=1", "/a?b=%00", "/%", "/%c3",
                                     "/%00", "hello", "*", "/a#b", "ftp://x/", "/a?b=\xc3"}) {
        EXPECT_EQ(refused_as(with(target)), bad) << target;
    }
    const Limits limits;
    Reader absolute(limits);
    ASSERT_EQ(read(absolute, with("HTTP://x:80/a/b?c=d")), Step::whole);
    EXPECT_EQ(absolute.request().path, "/a/b");
    EXPECT_EQ(*absolute.request().parameter("c"), "d");
    Reader bare(limits);
    ASSERT_EQ(read(bare, with("http://x")), Step::whole);
    EXPECT_EQ(bare.request().path, "/");
    Reader all(limits);
    ASSERT_EQ(read(all, "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"), Step::whole);
}

TEST(reading, limits_hold_to_the_byte) {
    Limits limits;
    limits.head_bytes = 200;
    limits.body_bytes = 10;
    const std::string start = "GET / HTTP/1.1\r\nHost: x\r\nX: ";
    const auto filled = [&](std::size_t size) {
        return start + std::string(size - start.size() - 4, 'x') + "\r\n\r\n";
    };
    EXPECT_EQ(refused_as(filled(200), limits), "taken");
    EXPECT_EQ(refused_as(filled(201), limits), "431 api.head_too_large");
    EXPECT_EQ(refused_as(start + std::string(500, 'x'), limits), "431 api.head_too_large") << "before its end";
    EXPECT_EQ(refused_as(std::string(500, '\n'), limits), "431 api.head_too_large");
    EXPECT_EQ(refused_as(post + "Content-Length: 10\r\n\r\n0123456789", limits), "taken");
    EXPECT_EQ(refused_as(post + "Content-Length: 11\r\n\r\n0123456789a", limits), "413 api.too_large");
    const auto chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
    EXPECT_EQ(refused_as(chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n", limits), "taken");
    EXPECT_EQ(refused_as(chunked + "5\r\n01234\r\n6\r\n", limits), "413 api.too_large");
    EXPECT_EQ(refused_as(chunked + "ffffffffffffffff\r\n", limits), "413 api.too_large");
    EXPECT_EQ(refused_as(chunked + "1;" + std::string(70'000, 'x'), limits), "400 api.bad_request");
}

TEST(reading, methods) {
    const Limits limits;
    for (const auto& [word, method] : std::vector<std::pair<std::string, Method>>{
             {"GET", Method::get}, {"DELETE", Method::del}, {"PATCH", Method::patch}, {"BREW", Method::other},
             {"get", Method::other}, {"CONNECT", Method::other}}) {
        Reader reader(limits);
        ASSERT_EQ(read(reader, word + " / HTTP/1.1\r\nHost: x\r\n\r\n"), Step::whole) << word;
        EXPECT_EQ(reader.request().method, method) << word;
    }
}

TEST(reading, cookies) {
    Request request;
    request.headers = {{"cookie", " a=1;b = 2; session=x=y ;c"}, {"cookie", "late=3"}};
    EXPECT_EQ(request.cookie("a"), "1");
    EXPECT_EQ(request.cookie("session"), "x=y");
    EXPECT_EQ(request.cookie("late"), "3");
    EXPECT_EQ(request.cookie("c"), "");
    EXPECT_EQ(request.cookie(""), "");
}

TEST(reading, values_of_headers) {
    EXPECT_TRUE(allows_gzip("gzip"));
    EXPECT_TRUE(allows_gzip("br, GZIP;q=0.5"));
    EXPECT_TRUE(allows_gzip("*"));
    EXPECT_FALSE(allows_gzip(""));
    EXPECT_FALSE(allows_gzip("br, deflate"));
    EXPECT_FALSE(allows_gzip("gzip; q=0.000, *"));
    EXPECT_FALSE(allows_gzip("*;q=0"));
    EXPECT_TRUE(allows_brotli("gzip, deflate, br"));
    EXPECT_TRUE(allows_brotli("Br;q=0.1"));
    EXPECT_FALSE(allows_brotli("br;q=0, gzip"));
    EXPECT_FALSE(allows_brotli("gzip, *"));
    EXPECT_FALSE(allows_brotli(""));
    EXPECT_TRUE(is_known("\"x\", W/\"17\"", "W/\"17\""));
    EXPECT_TRUE(is_known("\"17\"", "W/\"17\""));
    EXPECT_TRUE(is_known(" * ", "W/\"17\""));
    EXPECT_FALSE(is_known("\"170\"", "W/\"17\""));
    EXPECT_FALSE(is_known("", "W/\"17\""));
    const std::vector<std::string> trusted{"10.0.0.1", "10.0.0.2"};
    EXPECT_EQ(forwarded_peer("6.6.6.6, 192.168.1.9, 10.0.0.2", trusted), "192.168.1.9");
    EXPECT_EQ(forwarded_peer("10.0.0.2", trusted), "");
    EXPECT_EQ(forwarded_peer("1.1.1.1, <script>", trusted), "");
    EXPECT_EQ(trace_id("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), "0af7651916cd43dd8448eb211c80319c");
    for (const std::string bad : {"", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                                  "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                  "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                                  "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                                  "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x"}) {
        EXPECT_EQ(trace_id(bad), "") << bad;
    }
}

}  // namespace
}  // namespace nennep::http
