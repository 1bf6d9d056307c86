// TLS: which versions, which files, and that the rest holds under it as well.
#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <fstream>

#include "base/result.hpp"
#include "client.hpp"
#include "host.hpp"
#include "secure_client.hpp"

namespace nennep::http {
namespace {

const auto closing = get("/who", "Connection: close\r\n");

std::function<void(ServerSettings&)> with(const std::string& certificate, const std::string& key) {
    return [=](ServerSettings& settings) {
        settings.tls_certificate = certificate;
        settings.tls_key = key;
        settings.limits.head_time = std::chrono::seconds(1);
    };
}

TEST(secure, speaks_1_2_and_1_3) {
    const Identity identity;
    Host host(with(identity.certificate(), identity.key()));
    for (const auto& [version, name] : {std::pair{TLS1_2_VERSION, "TLSv1.2"}, std::pair{TLS1_3_VERSION, "TLSv1.3"}}) {
        Client client(host.port());
        const auto made = ask_securely(client.descriptor(), version, version, closing);
        ASSERT_TRUE(made.is_done) << name;
        EXPECT_EQ(made.version, name);
        EXPECT_EQ(made.protocol, "http/1.1");
        EXPECT_TRUE(made.answer.ends_with("127.0.0.1 https")) << made.answer;
        EXPECT_NE(made.answer.find("Strict-Transport-Security: max-age="), std::string::npos);
    }
}

TEST(secure, refuses_what_is_older) {
    const Identity identity;
    Host host(with(identity.certificate(), identity.key()));
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        Client client(host.port());
        EXPECT_FALSE(ask_securely(client.descriptor(), version, version, closing).is_done);
    }
    Client client(host.port());
    EXPECT_TRUE(ask_securely(client.descriptor(), TLS1_VERSION, TLS1_3_VERSION, closing).is_done);
}

TEST(secure, big_answers_come_whole) {
    const Identity identity;
    Host host(with(identity.certificate(), identity.key()));
    Client client(host.port());
    const auto made = ask_securely(client.descriptor(), TLS1_2_VERSION, TLS1_3_VERSION,
                                   get("/hello") + get("/huge", "Connection: close\r\n"));
    EXPECT_GT(made.answer.size(), 20'000'000u);
    EXPECT_TRUE(made.answer.ends_with("xxxx"));
}

TEST(secure, whoever_shakes_no_hands_is_let_go) {
    const Identity identity;
    Host host(with(identity.certificate(), identity.key()));
    Client plain(host.port()), silent(host.port());
    plain.send(get("/hello"));
    plain.read_some();          // an alert, maybe
    EXPECT_EQ(plain.read_some(), "");
    EXPECT_EQ(silent.read_some(), "");
    EXPECT_TRUE(soon([&] { return host.server().state().connections == 0; }));
}

TEST(secure, streams_end_with_the_server) {
    const Identity identity;
    Host host(with(identity.certificate(), identity.key()));
    Client client(host.port());
    Handshake made;
    std::thread reading([&] {
        made = ask_securely(client.descriptor(), TLS1_2_VERSION, TLS1_3_VERSION, get("/steady"));
    });
    EXPECT_TRUE(soon([&] { return host.streams() == 1; }));
    host.stop();
    reading.join();
    EXPECT_TRUE(made.answer.ends_with("0\r\n\r\n")) << made.answer;
    host.wait();
}

std::string fault_of(const std::string& certificate, const std::string& key) {
    try {
        const Host host(with(certificate, key));
        return "none";
    } catch (const Fault& fault) {
        return fault.code();
    }
}

TEST(secure, files_that_do_not_fit) {
    const Identity one, other;
    EXPECT_EQ(fault_of(one.certificate(), one.key()), "none");
    EXPECT_EQ(fault_of(one.certificate(), other.key()), "serve.tls");
    EXPECT_EQ(fault_of(one.key(), one.certificate()), "serve.tls");
    EXPECT_EQ(fault_of(one.certificate(), ""), "serve.tls");
    EXPECT_EQ(fault_of("", one.key()), "serve.tls");
    EXPECT_EQ(fault_of(one.certificate() + ".gone", one.key()), "serve.tls");
}

}  // namespace
}  // namespace nennep::http
