// Connections as they come: kept, torn, many, old; handlers that fail.
#include <gtest/gtest.h>

#include "base/result.hpp"
#include "client.hpp"
#include "host.hpp"

namespace nennep::http {
namespace {

TEST(serving, many_requests_on_one_connection) {
    Host host;
    Client client(host.port());
    for (int i = 0; i < 100; ++i) {
        const auto body = std::to_string(100 + i);
        const auto got = client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n" + body);
        ASSERT_EQ(got.body, body);
        EXPECT_FALSE(got.has("connection"));
    }
}

TEST(serving, a_request_in_drops) {
    Host host;
    Client client(host.port());
    for (const char c : get("/query?a=1&a=2&t=%C4%90%E1%BB%97")) ASSERT_TRUE(client.send({&c, 1}));
    const auto got = client.read();
    ASSERT_TRUE(got);
    EXPECT_EQ(got->body, "a=1\na=2\nt=Đỗ\n");
}

TEST(serving, a_body_in_chunks_and_deep_json_as_it_is) {
    Host host;
    Client client(host.port());
    const auto got = client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                "4\r\nNền\r\n0\r\n\r\n");
    EXPECT_EQ(got.status, 400) << "Nền has five bytes";
    Client second(host.port());
    EXPECT_EQ(second.ask("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "5\r\nNền\r\n0\r\n\r\n").body, "Nền");
    const std::string deep = std::string(500'000, '[') + std::string(500'000, ']');
    EXPECT_EQ(second.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + deep).body, deep);
}

TEST(serving, requests_sent_before_their_answers) {
    Host host;
    Client client(host.port());
    std::string all;
    for (int i = 0; i < 500; ++i) all += get("/query?i=" + std::to_string(i));
    host.let_go();
    ASSERT_TRUE(client.send(get("/slow") + all));
    EXPECT_EQ(client.read()->body, "at last");
    for (int i = 0; i < 500; ++i) {
        const auto got = client.read();
        ASSERT_TRUE(got);
        ASSERT_EQ(got->body, "i=" + std::to_string(i) + "\n");
    }
}

// Answers that nobody takes hold back the reading of what follows.
TEST(serving, a_client_that_only_sends_is_not_read_for_ever) {
    Host host;
    Client client(host.port(), 4096);
    const auto requests = get("/huge");
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(client.send(requests));
    EXPECT_TRUE(soon([&] { return host.server().state().in_hand == 1; }));
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    EXPECT_EQ(host.told().size(), 0u);
    EXPECT_EQ(Client(host.port()).ask(get("/hello")).body, "hello");
}

TEST(serving, http_1_0_and_wishes_to_close) {
    Host host;
    Client old(host.port());
    const auto got = old.ask("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(got.body, "hello");
    EXPECT_EQ(got.header("connection"), "close");
    EXPECT_TRUE(old.is_closed());
    Client kept(host.port());
    EXPECT_EQ(kept.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("connection"), "keep-alive");
    EXPECT_EQ(kept.ask(get("/hello", "Connection: close\r\n")).header("connection"), "close");
    EXPECT_TRUE(kept.is_closed());
}

TEST(serving, methods_that_nobody_knows_reach_the_handler) {
    Host host;
    Client client(host.port());
    EXPECT_EQ(client.ask("BREW /method HTTP/1.1\r\nHost: x\r\n\r\n").body, "OTHER");
    EXPECT_EQ(client.ask("OPTIONS /method HTTP/1.1\r\nHost: x\r\n\r\n").body, "OPTIONS");
}

TEST(serving, a_body_is_asked_for_where_the_client_waits) {
    Host host;
    Client client(host.port());
    const std::string start = "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
    const auto on = client.ask(start + "2\r\n\r\n");
    EXPECT_EQ(on.status, 100);
    EXPECT_EQ(client.ask("hi").body, "hi");
    const auto no = client.ask(start + "2000000\r\n\r\n");
    EXPECT_EQ(no.status, 413) << "before it is sent";
}

TEST(serving, names_of_headers_are_small_and_trailers_are_none) {
    Host host;
    const auto got = Client(host.port()).ask("POST /headers HTTP/1.1\r\nHOST: x\r\nX-MiXeD:  a b \r\n"
                                             "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Late: 1\r\n\r\n");
    EXPECT_EQ(got.body, "host=x\nx-mixed=a b\ntransfer-encoding=chunked\n");
}

TEST(serving, a_handler_that_fails_fails_alone) {
    Host host;
    Client client(host.port());
    EXPECT_EQ(client.ask(get("/bug")).body, "api.internal");
    EXPECT_EQ(client.ask(get("/oddity")).status, 500);
    const auto memory = client.ask(get("/memory"));
    EXPECT_EQ(memory.status, 503);
    EXPECT_EQ(memory.body, "api.out_of_memory");
    EXPECT_TRUE(memory.has("retry-after"));
    EXPECT_EQ(client.ask(get("/hello")).body, "hello");
    EXPECT_EQ(host.failures().size(), 3u);
    EXPECT_EQ(host.failures().front(), "a law is broken");
}

TEST(serving, who_asks_behind_a_proxy) {
    const std::string forwarded = "X-Forwarded-For: 6.6.6.6, 192.168.1.9\r\nX-Forwarded-Proto: https\r\n";
    Host trusting([](auto& settings) { settings.trusted_proxies = {"127.0.0.1"}; });
    const auto got = Client(trusting.port()).ask(get("/who", forwarded));
    EXPECT_EQ(got.body, "192.168.1.9 https");
    EXPECT_TRUE(got.has("strict-transport-security"));
    EXPECT_EQ(Client(trusting.port()).ask(get("/who")).body, "127.0.0.1 http");
    Host host;
    EXPECT_EQ(Client(host.port()).ask(get("/who", forwarded)).body, "127.0.0.1 http");
}

TEST(serving, what_is_told_after_each_answer) {
    Host host;
    {
        Client client(host.port());
        client.ask(get("/hello?secret=1"));
        client.ask("nonsense\r\n\r\n");
    }
    ASSERT_TRUE(soon([&] { return host.told().size() == 2; }));
    EXPECT_EQ(host.told()[0].path, "/hello");
    EXPECT_EQ(host.told()[0].status, 200);
    EXPECT_GT(host.told()[0].bytes, 300u);
    EXPECT_EQ(host.told()[1].status, 400);
}

std::string fault_of(const std::function<void(ServerSettings&)>& change) {
    try {
        const Host host(change);
        return "none";
    } catch (const Fault& fault) {
        return fault.code();
    }
}

TEST(serving, a_port_that_is_taken) {
    Host host;
    EXPECT_EQ(fault_of([&](auto& settings) { settings.port = host.port(); }), "serve.address");
    EXPECT_EQ(fault_of([&](auto& settings) { settings.address = "192.0.2.1"; }), "serve.address");
    EXPECT_EQ(fault_of([&](auto& settings) { settings.address = "nonsense"; }), "serve.address");
    EXPECT_EQ(Client(host.port()).ask(get("/hello")).body, "hello");
}

}  // namespace
}  // namespace nennep::http
