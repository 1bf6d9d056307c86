// Requests out of bytes as they come, whole or in drops. What is no request, or could be read as two
// different ones by two programs in a row, is refused here. Knows no socket; reader.cpp alone knows
// Beast.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "http/message.hpp"

namespace nennep::http {

struct Limits;

class Reader {
public:
    explicit Reader(const Limits& limits);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // Where bytes may be put, never empty; then how many came.
    std::span<char> room();
    void came(std::size_t count);

    enum class Step : std::uint8_t {
        more,       // bytes are needed
        head,       // said once for each request: its head is there
        whole,      // so is its body
        refused     // see refusal(); nothing that follows can be read any more
    };
    Step read();
    // After `whole`: on to the next request.
    void next();

    struct Refusal {
        int status = 400;
        std::string_view code;
    };
    const Refusal& refusal() const;
    // Of what has been read so far.
    Request& request();
    bool has_begun() const;         // a byte of this request has come
    bool has_unread() const;        // bytes that have not been looked at
    bool is_http_1_0() const;
    bool keeps_alive() const;
    bool waits_for_continue() const;
    // The body may have so many bytes; false: it is known already that it has more.
    bool allow_body(std::size_t bytes);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace nennep::http
