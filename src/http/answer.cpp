#include "http/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "http/gzip.hpp"
#include "http/header_values.hpp"

namespace nennep::http {
namespace {

// Less than this fits into one packet anyway.
constexpr std::size_t worth_packing = 1000;

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "";
    }
}

bool has_no_body(int status) { return status == 204 || status == 304; }

bool is_text(std::string_view type) {
    type = type.substr(0, type.find(';'));
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || type == "application/json" || type == "application/javascript" ||
           type.ends_with("+json") || type.ends_with("+xml") || type == "application/xml";
}

bool has(const Fields& headers, std::string_view name) {
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto& header) { return same_letters(header.first, name); });
}

// Neither a name nor a value can begin a new line, whatever a handler put into it.
void add(std::string& head, std::string_view name, std::string_view value) {
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (is_plain) head += c;
    }
    head += ": ";
    for (const char c : value) head += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    head += "\r\n";
}

std::string quoted_tag(std::string_view version) {
    // Weak: packed or not, it is the same version.
    std::string tag = "W/\"";
    for (const char c : version) {
        if (c > 0x20 && c < 0x7f && c != '"') tag += c;
    }
    return tag += '"';
}

// What is said unless the handler has said it itself.
struct Said {
    std::string_view name;
    std::string_view value;
};

constexpr Said guarding[]{
    {"X-Content-Type-Options", "nosniff"},
    {"Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
};
constexpr Said only_secure{"Strict-Transport-Security", "max-age=31536000; includeSubDomains"};

// Where a secret and a text that others choose are packed together, the length tells of the secret;
// an answer that sets a cookie is such a one.
bool may_be_packed(const Response& response) {
    return !response.file && !response.stream && response.body.size() >= worth_packing &&
           is_text(response.content_type) && !has(response.headers, "Set-Cookie") &&
           !has(response.headers, "Content-Encoding");
}

void add_own(std::string& head, const Response& response) {
    for (const auto& [name, value] : response.headers) {
        // Where a message ends is the server's to say.
        const bool is_ours = same_letters(name, "Content-Length") || same_letters(name, "Transfer-Encoding") ||
                             same_letters(name, "Connection") || same_letters(name, "Date");
        if (!is_ours) add(head, name, value);
    }
}

void add_guarding(std::string& head, const Request& request, const Response& response) {
    for (const auto& [name, value] : guarding) {
        if (!has(response.headers, name)) add(head, name, value);
    }
    if (request.is_secure) add(head, only_secure.name, only_secure.value);
    if (!has(response.headers, "Cache-Control")) {
        add(head, "Cache-Control", response.may_be_kept ? "no-cache" : "no-store");
    }
}

void add_length(std::string& head, const Answer& answer, std::uint64_t size) {
    if (answer.is_chunked) {
        add(head, "Transfer-Encoding", "chunked");
    } else if (!answer.stream && !has_no_body(answer.status)) {
        add(head, "Content-Length", std::to_string(size));
    }
}

}  // namespace

Answer prepared(const Request& request, Response response, const Manner& manner) {
    Answer answer;
    const bool reads = request.method == Method::get || request.method == Method::head;
    std::string tag;
    if (!response.etag.empty() && response.status == 200) {
        tag = quoted_tag(response.etag);
        if (reads && is_known(request.header("if-none-match"), tag)) {
            response.status = 304;
            response.body.clear();
            response.file.reset();
            response.stream.reset();
        }
    }
    answer.status = response.status;
    answer.file = std::move(response.file);
    answer.stream = std::move(response.stream);
    answer.is_events = response.content_type.starts_with("text/event-stream");
    answer.is_chunked = answer.stream != nullptr && !manner.is_http_1_0;
    answer.keeps_alive = manner.keeps_alive && (answer.stream == nullptr || answer.is_chunked);

    auto& head = answer.head;
    head.reserve(640);
    head += fmt::format("HTTP/1.1 {} {}\r\n", answer.status, reason_of(answer.status));
    if (!manner.date.empty()) add(head, "Date", manner.date);
    if (!has_no_body(answer.status) && !response.content_type.empty()) {
        add(head, "Content-Type", response.content_type);
    }
    if (!tag.empty()) add(head, "ETag", tag);
    if (is_text(response.content_type) && !answer.stream) add(head, "Vary", "Accept-Encoding");
    if (may_be_packed(response) && allows_gzip(request.header("accept-encoding"))) {
        response.body = gzipped(response.body);
        add(head, "Content-Encoding", "gzip");
    }
    if (answer.file) answer.file_bytes = std::filesystem::file_size(*answer.file);
    add_own(head, response);
    add_guarding(head, request, response);
    add_length(head, answer, answer.file ? answer.file_bytes : response.body.size());
    if (!answer.keeps_alive) {
        add(head, "Connection", "close");
    } else if (manner.is_http_1_0) {
        add(head, "Connection", "keep-alive");
    }
    head += "\r\n";

    if (request.method == Method::head || has_no_body(answer.status)) {
        answer.file.reset();
        answer.stream.reset();
        answer.is_chunked = false;
    } else if (!answer.file && !answer.stream) {
        answer.body = std::move(response.body);
    }
    return answer;
}

std::string http_date(std::int64_t unix_seconds) {
    using namespace std::chrono;
    constexpr std::string_view days[]{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::string_view months[]{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_seconds moment{seconds(unix_seconds)};
    const auto midnight = floor<std::chrono::days>(moment);
    const year_month_day day{midnight};
    const hh_mm_ss time{moment - midnight};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[weekday(midnight).c_encoding()],
                       static_cast<unsigned>(day.day()), months[static_cast<unsigned>(day.month()) - 1],
                       static_cast<int>(day.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

}  // namespace nennep::http
