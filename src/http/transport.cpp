#include "http/transport.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>


#include "base/result.hpp"

namespace nennep::http {
namespace {

using ErrorCode = boost::system::error_code;
constexpr auto to_say_goodbye = std::chrono::seconds(2);
// So much is taken from somebody who goes on sending after a refusal.
constexpr std::size_t drained_max = 4 * 1024 * 1024;

[[noreturn]] void fail(const std::string& what) {
    std::string context = what;
    for (auto error = ERR_get_error(); error != 0; error = ERR_get_error()) {
        char text[256];
        ERR_error_string_n(error, text, sizeof text);
        context += std::string(": ") + text;
    }
    throw Fault("serve.tls", context);
}

// Only what the server speaks; a client that offers h2 alone is told so by the handshake.
int choose_protocol(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
    static constexpr unsigned char ours[] = "\x08http/1.1";
    unsigned char* chosen = nullptr;
    if (SSL_select_next_proto(&chosen, out_size, ours, sizeof ours - 1, offered, offered_size) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    }
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

}  // namespace

Transport::Transport(Socket socket, asio::ssl::context* tls) : socket_(std::move(socket)) {
    if (tls != nullptr) tls_.emplace(socket_, *tls);
    ErrorCode ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void Transport::allow(Clock::duration patience, Late late) {
    until_ = Clock::now() + patience;
    late_ = late;
    was_late_ = false;
}

void Transport::expect_within(Clock::duration patience) { allow(patience, Late::ends_the_wait); }

Awaitable<bool> Transport::open(Clock::duration patience) {
    if (!tls_) co_return true;
    allow(patience, Late::ends_all);
    const auto [error] = co_await tls_->async_handshake(asio::ssl::stream_base::server, quietly);
    rest();
    co_return !error;
}

Awaitable<std::size_t> Transport::read_some(std::span<char> room) {
    if (was_late_) co_return 0;
    const asio::mutable_buffer buffer(room.data(), room.size());
    if (tls_) {
        const auto [error, count] = co_await tls_->async_read_some(buffer, quietly);
        co_return error ? 0 : count;
    }
    const auto [error, count] = co_await socket_.async_read_some(buffer, quietly);
    co_return error ? 0 : count;
}

Awaitable<bool> Transport::write(std::string_view bytes, Clock::duration patience) {
    while (!bytes.empty()) {
        allow(patience, Late::ends_all);
        const asio::const_buffer buffer(bytes.data(), bytes.size());
        std::size_t sent = 0;
        if (tls_) {
            const auto [error, count] = co_await tls_->async_write_some(buffer, quietly);
            if (!error) sent = count;
        } else {
            const auto [error, count] = co_await socket_.async_write_some(buffer, quietly);
            if (!error) sent = count;
        }
        if (sent == 0) co_return false;
        written_ += sent;
        bytes.remove_prefix(sent);
    }
    rest();
    co_return true;
}

Awaitable<void> Transport::close(bool something_is_unread) {
    ErrorCode error;
    if (tls_ && socket_.is_open()) {
        allow(to_say_goodbye, Late::ends_all);
        co_await tls_->async_shutdown(quietly);
    }
    if (something_is_unread && socket_.is_open()) {
        socket_.shutdown(Socket::shutdown_send, error);
        allow(to_say_goodbye, Late::ends_all);
        char drain[4096];
        for (std::size_t drained = 0; drained < drained_max;) {
            const auto [end, count] = co_await socket_.async_read_some(asio::buffer(drain), quietly);
            if (end || was_late_) break;
            drained += count;
        }
    }
    rest();
    socket_.shutdown(Socket::shutdown_both, error);
    socket_.close(error);
}

bool Transport::is_left() {
    if (!socket_.is_open()) return true;
    char one = 0;
    return ::recv(socket_.native_handle(), &one, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

void Transport::look(Clock::time_point now) {
    if (now < until_) return;
    rest();
    was_late_ = true;
    ErrorCode ignored;
    if (late_ == Late::ends_all) {
        socket_.close(ignored);
    } else {
        socket_.cancel(ignored);
    }
}

void Transport::cut() {
    was_late_ = true;
    ErrorCode ignored;
    socket_.close(ignored);
}

std::unique_ptr<asio::ssl::context> tls_context(const std::string& certificate, const std::string& key) {
    ERR_clear_error();
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    auto* handle = context->native_handle();
    SSL_CTX_set_min_proto_version(handle, TLS1_2_VERSION);
    SSL_CTX_set_options(handle, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(handle, SSL_MODE_RELEASE_BUFFERS);
    // For 1.2 only what keeps past conversations secret when the key gets known.
    if (SSL_CTX_set_cipher_list(handle, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1) fail("ciphers");
    SSL_CTX_set_alpn_select_cb(handle, choose_protocol, nullptr);
    if (SSL_CTX_use_certificate_chain_file(handle, certificate.c_str()) != 1) fail(certificate);
    if (SSL_CTX_use_PrivateKey_file(handle, key.c_str(), SSL_FILETYPE_PEM) != 1) fail(key);
    if (SSL_CTX_check_private_key(handle) != 1) fail(certificate + ", " + key);
    return context;
}

}  // namespace nennep::http
