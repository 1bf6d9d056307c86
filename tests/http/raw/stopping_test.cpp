// A graceful stop: nothing new, the idle go, what is in hand is done.
#include <gtest/gtest.h>

#include <stdexcept>

#include "client.hpp"
#include "host.hpp"

namespace nennep::http {
namespace {

using std::chrono::seconds;

bool lets_in(std::uint16_t port) {
    try {
        const Client client(port);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

TEST(stopping, a_request_in_hand_is_answered) {
    Host host;
    Client slow(host.port()), idle(host.port()), half(host.port());
    EXPECT_EQ(idle.ask(get("/hello")).body, "hello");
    ASSERT_TRUE(half.send("GET /hello HT"));
    ASSERT_TRUE(slow.send(get("/slow")));
    ASSERT_TRUE(soon([&] { return host.slow_begun() == 1; }));
    host.stop();
    EXPECT_TRUE(idle.is_closed());
    EXPECT_EQ(half.read_some(), "");
    EXPECT_FALSE(host.has_ended());
    // Each loop closes its own door.
    EXPECT_TRUE(soon([&] { return !lets_in(host.port()); }));
    host.let_go();
    const auto got = slow.read();
    ASSERT_TRUE(got);
    EXPECT_EQ(got->body, "at last");
    EXPECT_EQ(got->header("connection"), "close");
    EXPECT_TRUE(slow.is_closed());
    host.wait();
    EXPECT_TRUE(host.has_ended());
}

TEST(stopping, a_body_on_its_way_is_waited_for) {
    Host host;
    Client client(host.port());
    ASSERT_TRUE(client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nhalf"));
    ASSERT_TRUE(soon([&] { return host.server().state().in_hand == 1; }));
    host.stop();
    EXPECT_EQ(client.ask(" 2").body, "half 2");
    host.wait();
}

TEST(stopping, streams_end) {
    Host host;
    Client client(host.port());
    ASSERT_TRUE(client.send(get("/steady")));
    ASSERT_TRUE(soon([&] { return client.has_news(); }));
    host.stop();
    const auto got = client.read();
    ASSERT_TRUE(got) << "whole, with its end";
    EXPECT_EQ(got->body, "data: begun\n\n");
    host.wait();
    EXPECT_EQ(host.streams(), 0);
}

TEST(stopping, comes_to_an_end_whoever_holds_it_up) {
    Host host([](auto& settings) { settings.limits.stop_time = seconds(1); });
    Client slow(host.port()), body(host.port()), reader(host.port(), 4096);
    ASSERT_TRUE(slow.send(get("/slow")));
    ASSERT_TRUE(body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nhalf"));
    ASSERT_TRUE(reader.send(get("/huge")));
    ASSERT_TRUE(soon([&] { return host.server().state().in_hand == 3; }));
    host.stop();
    host.wait();
    EXPECT_EQ(slow.read_some(), "");
    EXPECT_EQ(body.read_some(), "");
}

TEST(stopping, may_be_asked_for_often_and_early) {
    Host host;
    host.stop();
    host.stop();
    host.wait();
    host.stop();
}

}  // namespace
}  // namespace nennep::http
