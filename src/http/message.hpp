// What a client sends and what it is answered, as plain values. Whoever handles a request knows no
// more of HTTP than this; sockets, TLS and time stay in server.cpp.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nennep::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };
std::string_view name_of(Method method);

using Fields = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string target;         // as it came: /api/v1/people/HS%201?on=2020-12-31
    std::string path;           // without the query, still escaped
    Fields query;               // decoded, in the order given; broken escapes or UTF-8 never get here (400)
    Fields headers;             // names in small letters
    std::string body;
    std::string peer;           // address of the client, without its port
    bool is_secure = false;     // came over TLS, or through a proxy that says so

    // The first with this name (in small letters), or an empty text.
    std::string_view header(std::string_view name) const;
    std::string_view cookie(std::string_view name) const;
    const std::string* parameter(std::string_view name) const;
};

// Something to be sent as it comes about: server-sent events. `next` answers what is to be sent now,
// nothing when the stream has ended; an empty text while there is nothing new. It is asked every
// `every_ms`, never blocks, and is dropped when the client has gone.
struct Stream {
    int every_ms = 500;
    std::function<std::optional<std::string>()> next;
};

struct Response {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    Fields headers;             // besides Content-Type, -Length, Date and the security headers
    std::string body;
    // A file to be sent in pieces instead of the body; removed when nobody needs it any more.
    std::shared_ptr<const std::filesystem::path> file;
    std::shared_ptr<Stream> stream;
    // Of what is being read (a version); the server adds the ETag and answers 304 where it is known.
    std::string etag;
    bool may_be_kept = false;   // false: Cache-Control: no-store

    Response& with(std::string_view name, std::string_view value);
};

// `%41` as A; nothing for a broken escape, a zero byte, or what is no UTF-8 afterwards.
// `plus_is_blank`: in a query.
std::optional<std::string> unescaped(std::string_view text, bool plus_is_blank);

}  // namespace nennep::http
