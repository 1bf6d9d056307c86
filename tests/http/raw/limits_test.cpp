// Clients that take too much: of bytes, of time, of connections.
#include <gtest/gtest.h>

#include <list>

#include "client.hpp"
#include "host.hpp"

namespace nennep::http {
namespace {

using std::chrono::seconds;

TEST(limits, heads_and_bodies) {
    Host host;
    const auto head = Client(host.port()).ask(get("/hello", "X: " + std::string(20'000, 'x') + "\r\n"));
    EXPECT_EQ(head.status, 431);
    EXPECT_EQ(head.body, "api.head_too_large");
    EXPECT_EQ(head.header("connection"), "close");
    const auto body = Client(host.port()).ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
    EXPECT_EQ(body.status, 413);
    EXPECT_EQ(body.body, "api.too_large");
    const std::string upload = "POST /echo?upload= HTTP/1.1\r\nHost: x\r\nContent-Length: ";
    const auto large = Client(host.port()).ask(upload + "1048577\r\n\r\n" + std::string(1'048'577, 'x'));
    EXPECT_EQ(large.body.size(), 1'048'577u);
    EXPECT_EQ(Client(host.port()).ask(upload + "20971521\r\n\r\n").status, 413);
}

// It goes on sending, and still reads what was wrong.
TEST(limits, a_refusal_reaches_who_is_still_sending) {
    Host host;
    Client client(host.port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n" + std::string(2'000'000, 'x'));
    const auto got = client.read();
    ASSERT_TRUE(got);
    EXPECT_EQ(got->status, 413);
    EXPECT_TRUE(client.is_closed());
}

TEST(limits, slow_heads_and_bodies) {
    Host host([](auto& settings) {
        settings.limits.head_time = seconds(1);
        settings.limits.body_time = seconds(1);
        settings.limits.idle_time = seconds(1);
    });
    Client head(host.port()), body(host.port()), silent(host.port()), idle(host.port());
    ASSERT_TRUE(head.send("GET /hello HT"));
    ASSERT_TRUE(body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhello"));
    EXPECT_EQ(idle.ask(get("/hello")).body, "hello");
    for (auto* late : {&head, &body}) {
        const auto got = late->read();
        ASSERT_TRUE(got);
        EXPECT_EQ(got->status, 408);
        EXPECT_EQ(got->body, "api.timeout");
        EXPECT_TRUE(late->is_closed());
    }
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(idle.is_closed());
    EXPECT_TRUE(soon([&] { return host.server().state().connections == 0; }));
}

TEST(limits, a_head_drop_by_drop_has_no_more_time) {
    Host host([](auto& settings) { settings.limits.head_time = seconds(1); });
    Client client(host.port());
    ASSERT_TRUE(client.send("GET /hello HTTP/1.1\r\n"));
    // Each drop comes long before the time is over; the server speaks before they end.
    EXPECT_TRUE(soon([&] {
        client.send("X: y\r\n");
        return client.has_news();
    }));
    EXPECT_EQ(client.read()->status, 408);
}

TEST(limits, a_reader_that_does_not_read) {
    Host host([](auto& settings) { settings.limits.send_time = seconds(1); });
    Client client(host.port(), 4096);
    ASSERT_TRUE(client.send(get("/huge")));
    EXPECT_TRUE(soon([&] { return host.server().state().in_hand == 1; }));
    EXPECT_TRUE(soon([&] { return host.server().state().connections == 0; }));
}

TEST(limits, connections_in_all_and_of_one_peer) {
    for (const bool in_all : {true, false}) {
        Host host([in_all](auto& settings) {
            (in_all ? settings.limits.connections : settings.limits.connections_of_a_peer) = 3;
        });
        std::list<Client> clients;
        for (int i = 0; i < 3; ++i) EXPECT_EQ(clients.emplace_back(host.port()).ask(get("/hello")).status, 200);
        const auto got = Client(host.port()).read();
        ASSERT_TRUE(got);
        EXPECT_EQ(got->status, 503);
        EXPECT_TRUE(got->has("retry-after"));
        clients.pop_back();
        EXPECT_TRUE(soon([&] { return Client(host.port()).ask(get("/hello")).status == 200; }));
    }
}

TEST(limits, slow_requests_wait_only_where_there_is_room) {
    Host host([](auto& settings) {
        settings.workers = 2;
        settings.limits.waiting = 3;
    });
    std::list<Client> clients;
    for (int i = 0; i < 5; ++i) {
        clients.emplace_back(host.port()).send(get("/slow"));
        EXPECT_TRUE(soon([&] { return host.server().state().in_hand == static_cast<std::size_t>(i + 1); }));
        EXPECT_TRUE(soon([&] { return host.slow_begun() == std::min(i + 1, 2); }));
    }
    EXPECT_EQ(host.server().state().waiting, 3u);
    Client sixth(host.port());
    const auto busy = sixth.ask(get("/slow"));
    EXPECT_EQ(busy.status, 503);
    EXPECT_EQ(busy.body, "api.busy");
    EXPECT_TRUE(busy.has("retry-after"));
    EXPECT_EQ(sixth.ask(get("/hello")).body, "hello") << "what is quick is answered meanwhile";
    host.let_go();
    for (auto& client : clients) EXPECT_EQ(client.read()->body, "at last");
}

// Half of them in the middle of a head, half in the middle of a body.
TEST(limits, ordinary_requests_are_answered_beside_500_slow_ones) {
    Host host;
    std::list<Client> slow;
    for (int i = 0; i < 500; ++i) {
        auto& client = slow.emplace_back(host.port());
        ASSERT_TRUE(client.send(i % 2 == 0 ? "GET /hello HTTP/1.1\r\nHo"
                                           : "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nslow"));
    }
    EXPECT_TRUE(soon([&] { return host.server().state().connections == 500; }));
    Client client(host.port());
    for (int i = 0; i < 100; ++i) ASSERT_EQ(client.ask(get("/hello")).body, "hello");
    for (int i = 0; i < 20; ++i) ASSERT_EQ(Client(host.port()).ask(get("/hello")).body, "hello");
    for (const auto& one : slow) ASSERT_FALSE(one.has_news()) << "still being waited for";
    int number = 0;
    for (auto& one : slow) {
        ASSERT_TRUE(one.send(number++ % 2 == 0 ? "st: x\r\n\r\n" : " body"));
        ASSERT_EQ(one.read()->status, 200);
    }
}

}  // namespace
}  // namespace nennep::http
