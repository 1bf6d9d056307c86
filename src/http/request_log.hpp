// One line of JSON a request, for whoever keeps the machine. Never the query, the body or the path
// with its keys: the line names the route, and says nothing about persons. Who looked at whom stands
// in the records of looking (accounts/access_log.hpp), which are guarded.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace nennep::http {

struct Served {
    std::int64_t at_ms = 0;             // when it was answered
    std::string_view request_id;
    std::string_view route;             // empty: none was found
    int status = 0;
    std::size_t bytes = 0;
    std::chrono::microseconds took{};
};

// Ends with the only newline in it, whatever the client sent.
std::string log_line(const Request& request, const Served& served);

}  // namespace nennep::http
