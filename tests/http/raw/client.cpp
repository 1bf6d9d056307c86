#include "client.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "base/text.hpp"

namespace nennep::http {
namespace {

Got head_of(std::string head) {
    Got got;
    got.status = std::stoi(head.substr(9, 3));
    std::size_t at = head.find("\r\n") + 2;
    while (at < head.size()) {
        const auto end = head.find("\r\n", at);
        const auto colon = head.find(": ", at);
        got.headers.emplace_back(in_small_letters(head.substr(at, colon - at)),
                                 head.substr(colon + 2, end - colon - 2));
        at = end + 2;
    }
    got.head = std::move(head);
    return got;
}

}  // namespace

std::string_view Got::header(std::string_view name) const {
    for (const auto& [own, value] : headers) {
        if (own == name) return value;
    }
    return {};
}

bool Got::has(std::string_view name) const {
    for (const auto& header : headers) {
        if (header.first == name) return true;
    }
    return false;
}

Client::Client(std::uint16_t port, int receive_buffer)
    : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int yes = 1;
    ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (receive_buffer > 0) ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
}

Client::~Client() { close(); }

void Client::close() {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool Client::fill() {
    char some[16384];
    const auto count = ::recv(descriptor_, some, sizeof some, 0);
    if (count <= 0) return false;
    bytes_.append(some, static_cast<std::size_t>(count));
    return true;
}

std::string Client::read_some() {
    if (bytes_.empty()) fill();
    return std::exchange(bytes_, {});
}

bool Client::is_closed() {
    char one = 0;
    return bytes_.empty() && ::recv(descriptor_, &one, 1, 0) == 0;
}

bool Client::has_news() const {
    pollfd one{descriptor_, POLLIN, 0};
    return !bytes_.empty() || ::poll(&one, 1, 0) > 0;
}

std::optional<std::string> Client::read_chunks() {
    std::string body;
    for (;;) {
        std::size_t end = 0;
        while ((end = bytes_.find("\r\n")) == std::string::npos) {
            if (!fill()) return std::nullopt;
        }
        const auto size = std::stoul(bytes_.substr(0, end), nullptr, 16);
        while (bytes_.size() < end + 2 + size + 2) {
            if (!fill()) return std::nullopt;
        }
        body += bytes_.substr(end + 2, size);
        bytes_.erase(0, end + 2 + size + 2);
        if (size == 0) return body;
    }
}

std::optional<Got> Client::read(bool is_of_head) {
    std::size_t end = 0;
    while ((end = bytes_.find("\r\n\r\n")) == std::string::npos) {
        if (!fill()) return std::nullopt;
    }
    auto got = head_of(bytes_.substr(0, end + 2));
    bytes_.erase(0, end + 4);
    if (is_of_head || got.status == 304 || got.status == 204 || got.status == 100) return got;
    if (got.header("transfer-encoding") == "chunked") {
        auto body = read_chunks();
        if (!body) return std::nullopt;
        got.body = std::move(*body);
        return got;
    }
    if (!got.has("content-length")) {
        while (fill()) {
        }
        got.body = std::exchange(bytes_, {});
        return got;
    }
    const auto size = std::stoul(std::string(got.header("content-length")));
    while (bytes_.size() < size) {
        if (!fill()) return std::nullopt;
    }
    got.body = bytes_.substr(0, size);
    bytes_.erase(0, size);
    return got;
}

Got Client::ask(std::string_view bytes) {
    EXPECT_TRUE(send(bytes));
    auto got = read();
    EXPECT_TRUE(got.has_value()) << "no answer to " << bytes.substr(0, 200);
    return got.value_or(Got{});
}

std::string get(std::string_view path, std::string_view more_headers) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers) + "\r\n";
}

}  // namespace nennep::http
