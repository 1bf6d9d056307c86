// A response as it goes over the wire: packed, with its version known or not, with what a browser
// must be told so that nobody's records end up where they should not.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace nennep::http {

struct Manner {
    std::string date;               // for the header; empty: none is sent
    bool is_http_1_0 = false;
    bool keeps_alive = true;
};

struct Answer {
    int status = 200;
    std::string head;               // status line and headers, with the blank line
    std::string body;               // empty where a file or a stream follows, and for HEAD
    std::shared_ptr<const std::filesystem::path> file;
    std::shared_ptr<Stream> stream;
    std::uint64_t file_bytes = 0;
    bool is_chunked = false;
    bool is_events = false;
    bool keeps_alive = true;
};

// std::filesystem::filesystem_error where the file is gone.
Answer prepared(const Request& request, Response response, const Manner& manner);

// Thu, 28 Dec 2020 08:00:00 GMT
std::string http_date(std::int64_t unix_seconds);

}  // namespace nennep::http
