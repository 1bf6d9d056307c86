// Any bytes as what a client sends. However they are cut into packets, the same requests come out of
// them (a broken one may be found out sooner or later); what comes out is text; and whatever stands in
// it, it begins no header of the answer and no line of the log.
#include <algorithm>

#include "base/text.hpp"
#include "house.hpp"
#include "http/answer.hpp"
#include "http/header_values.hpp"
#include "http/reader.hpp"
#include "http/request_log.hpp"
#include "http/route.hpp"
#include "http/server.hpp"

namespace nennep::fuzz {
namespace {

using namespace http;

using Requests = std::vector<Request>;

bool are_alike(const Requests& some, const Requests& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      [](const Request& one, const Request& two) {
                          return one.method == two.method && one.target == two.target && one.path == two.path &&
                                 one.query == two.query && one.headers == two.headers && one.body == two.body;
                      });
}

Requests read(std::string_view bytes, std::size_t piece) {
    Limits limits;
    limits.head_bytes = 1024;
    limits.body_bytes = 512;
    Reader reader(limits);
    Requests came;
    for (;;) {
        const auto step = reader.read();
        if (step == Reader::Step::whole) {
            came.push_back(reader.request());
            reader.next();
        } else if (step == Reader::Step::head) {
            if (!reader.allow_body(reader.request().parameter("upload") != nullptr ? 2048 : 512)) continue;
        } else if (step == Reader::Step::refused) {
            expect(!reader.refusal().code.empty(), "a refusal says why");
            return came;
        } else if (bytes.empty()) {
            return came;
        } else {
            const auto room = reader.room();
            expect(!room.empty(), "there is always room for more");
            const auto count = std::min({piece, room.size(), bytes.size()});
            std::copy_n(bytes.begin(), count, room.begin());
            reader.came(count);
            bytes.remove_prefix(count);
        }
    }
}

bool is_text(std::string_view text) { return !broken_utf8(text) && text.find('\0') == std::string_view::npos; }

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte / 16], digits[byte % 16]};
    }
    return out;
}

const Router& router() {
    static const Router table([] {
        std::vector<Route> routes;
        for (const auto* pattern : {"/people", "/people/{key}", "/people/count", "/figures/{name}/records", "//{page}",
                                    "//{a}/{b}", "//"}) {
            auto& route = routes.emplace_back();
            route.pattern = pattern;
        }
        return routes;
    }());
    return table;
}

void try_route(const Request& request) {
    for (const auto method : {request.method, Method::get}) {
        const auto match = router().find(method, request.path);
        expect(match.route == nullptr || match.others.empty(), "others are named where nothing was found");
        for (const auto& [name, value] : match.path) {
            expect(is_text(value) && !value.empty(), "a part of a path is text");
        }
    }
}

void try_query(const Request& request) {
    std::string again;
    for (const auto& [name, value] : request.query) {
        expect(is_text(name) && is_text(value), "a parameter is text");
        again += "&" + escaped(name) + "=" + escaped(value);
    }
    const auto read = query_of(again);
    expect(read && *read == request.query, "a query written again is the same");
}

void try_answer(const Request& request) {
    Response response;
    response.etag = request.path;
    response.body.assign(1500, 'x');
    response.content_type = "text/plain; " + std::string(request.header("content-type"));
    for (const auto& [name, value] : request.headers) response.with("X-" + name, value + request.body);
    const auto answer = prepared(request, response, {"today", false, true});
    const std::string_view head = answer.head;
    expect(head.find("\r\n\r\n") == head.size() - 4, "a head ends once");
    std::size_t lines = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (head[i] == '\n') ++lines;
        expect(head[i] != '\r' || head[i + 1] == '\n', "a return ends a line");
    }
    const bool is_known = answer.status == 304;
    const bool is_packed = head.find("\r\nContent-Encoding: gzip\r\n") != head.npos;
    // The first line, Date, Content-Type and -Length, ETag, Vary, five that guard, Cache-Control, the end.
    expect(lines == request.headers.size() + 13 - (is_known ? 2 : 0) + (is_packed ? 1 : 0), "no header was forged");
}

void try_values(const Request& request) {
    for (const auto& [name, value] : request.headers) {
        expect(in_small_letters(name) == name, "names are small");
        allows_gzip(value);
        is_known(value, "W/\"1\"");
        forwarded_peer(value, {"10.0.0.1"});
        const auto trace = trace_id(value);
        expect(trace.empty() || trace.size() == 32, "a trace has 32 digits");
        expect(request.cookie(name).find(';') == std::string_view::npos, "a cookie ends");
    }
    auto asked = request;
    asked.peer = request.target + request.body;
    const auto line = log_line(asked, {1, request.path, request.body, 200, 1, {}});
    expect(std::count(line.begin(), line.end(), '\n') == 1 && line.back() == '\n', "one line");
    expect(std::all_of(line.begin(), line.end() - 1, [](char c) { return c >= 0x20 && c < 0x7f; }), "of plain letters");
}

}  // namespace
}  // namespace nennep::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace nennep::fuzz;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = read(bytes, size + 1);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, size / 2 + 1}) {
        expect(are_alike(read(bytes, piece), whole), "packets make no difference");
    }
    for (const auto& request : whole) {
        expect(is_text(request.path) || request.path.find('%') != std::string::npos, "a path is text");
        try_route(request);
        try_query(request);
        try_answer(request);
        try_values(request);
    }
    return 0;
}
