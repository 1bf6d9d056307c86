// A client that sends any bytes and reads what comes, waiting ten seconds at most.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace nennep::http {

struct Got {
    int status = 0;
    std::string head;
    Fields headers;         // names in small letters
    std::string body;       // without chunks

    std::string_view header(std::string_view name) const;
    bool has(std::string_view name) const;
};

class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer = 0);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // False where the server does not take it any more.
    bool send(std::string_view bytes);
    // The next answer; nothing where the connection ends before it is whole.
    std::optional<Got> read(bool is_of_head = false);
    Got ask(std::string_view bytes);            // send and read; an empty answer fails the test
    // Bytes as they come: some, or none at the end.
    std::string read_some();
    // Whether the server closes, without another byte.
    bool is_closed();
    // Whether something, or the end, has come already.
    bool has_news() const;
    void close();
    int descriptor() const { return descriptor_; }

private:
    bool fill();
    std::optional<std::string> read_chunks();

    int descriptor_ = -1;
    std::string bytes_;
};

// GET of a path, to be followed by others.
std::string get(std::string_view path, std::string_view more_headers = "");

}  // namespace nennep::http
