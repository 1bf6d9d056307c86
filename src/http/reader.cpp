#include "http/reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <cstring>
#include <vector>

#include "base/text.hpp"
#include "http/header_values.hpp"
#include "http/server.hpp"

namespace nennep::http {
namespace {

namespace beast = boost::beast;
using ErrorCode = beast::error_code;
using Text = beast::string_view;

constexpr std::size_t first_room = 4096;
constexpr std::size_t body_room = 64 * 1024;
constexpr std::size_t reserved_for_body = 256 * 1024;

// "0", and two ends of lines. Fewer bytes never end a body in chunks, and Beast 1.81 stops the program
// by an assertion when such an end comes byte by byte.
constexpr std::size_t shortest_end_of_chunks = 5;

constexpr std::string_view bad_request = "api.bad_request";
constexpr std::string_view bad_address = "api.bad_address";
constexpr std::string_view head_too_large = "api.head_too_large";
constexpr std::string_view too_large = "api.too_large";

std::string_view view(Text text) { return {text.data(), text.size()}; }

Method method_of(beast::http::verb verb) {
    switch (verb) {
        case beast::http::verb::get: return Method::get;
        case beast::http::verb::head: return Method::head;
        case beast::http::verb::post: return Method::post;
        case beast::http::verb::put: return Method::put;
        case beast::http::verb::patch: return Method::patch;
        case beast::http::verb::delete_: return Method::del;
        case beast::http::verb::options: return Method::options;
        default: return Method::other;
    }
}

// `http://host/path`, as one writes to a proxy, is to be understood by every server.
std::string_view without_host(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!same_letters(target.substr(0, scheme.size()), scheme)) continue;
        target.remove_prefix(scheme.size());
        const auto path = target.find_first_of("/?");
        return path == std::string_view::npos || target[path] == '?' ? "/" : target.substr(path);
    }
    return target;
}

class Parser final : public beast::http::basic_parser<true> {
public:
    explicit Parser(std::size_t body_max) : body_max_(body_max) {
        // Both are counted here: the body's limit is known only when the head is.
        body_limit(boost::none);
        header_limit(std::numeric_limits<std::uint32_t>::max());
        eager(false);
    }

    Request request;
    std::optional<Reader::Refusal> refusal;
    bool waits_for_continue = false;
    std::size_t hosts = 0;
    int version_seen = 11;

    void limit_body(std::size_t bytes) { body_max_ = bytes; }

private:
    void refuse(int status, std::string_view code, ErrorCode& error) {
        refusal = {status, code};
        error = make_error_code(beast::http::error::bad_value);
    }

    void on_request_impl(beast::http::verb verb, Text, Text target, int version, ErrorCode& error) override {
        request.method = method_of(verb);
        version_seen = version;
        request.target = view(target);
        const auto local = without_host(request.target);
        const auto question = local.find('?');
        request.path = local.substr(0, question);
        auto query = query_of(question == std::string_view::npos ? std::string_view() : local.substr(question + 1));
        const bool is_path = request.path.starts_with('/') && request.path.find('#') == std::string::npos;
        const bool is_all = request.path == "*" && request.method == Method::options;
        if (!query || !(is_path || is_all) || !unescaped(request.path, false)) {
            return refuse(400, bad_address, error);
        }
        request.query = std::move(*query);
    }

    void on_response_impl(int, Text, int, ErrorCode&) override {}

    void on_field_impl(beast::http::field field, Text name, Text value, ErrorCode& error) override {
        if (is_header_done()) return;       // a trailer: nobody asked for it, and it must not pass for a header
        if (field == beast::http::field::host) ++hosts;
        if (field == beast::http::field::transfer_encoding) {
            // Any other coding, or one in HTTP/1.0, some program on the way might understand otherwise.
            if (!same_letters(view(value), "chunked") || version_seen < 11) return refuse(400, bad_request, error);
        }
        if (field == beast::http::field::content_length) {
            // One number, said once: "5, 5" and two lines alike are ways to be understood differently.
            const auto length = view(value);
            if (length.find_first_not_of("0123456789") != std::string_view::npos ||
                !request.header("content-length").empty()) {
                return refuse(400, bad_request, error);
            }
        }
        if (field == beast::http::field::expect && same_letters(view(value), "100-continue")) {
            waits_for_continue = version_seen >= 11;
        }
        request.headers.emplace_back(in_small_letters(view(name)), view(value));
    }

    void on_header_impl(ErrorCode& error) override {
        if (hosts > 1 || (hosts == 0 && version_seen >= 11)) refuse(400, bad_request, error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length, ErrorCode&) override {
        if (!length) return;
        request.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, reserved_for_body)));
    }

    std::size_t add(Text piece, ErrorCode& error) {
        if (request.body.size() + piece.size() > body_max_) {
            refuse(413, too_large, error);
            return 0;
        }
        request.body.append(piece.data(), piece.size());
        return piece.size();
    }

    std::size_t on_body_impl(Text piece, ErrorCode& error) override { return add(piece, error); }
    std::size_t on_chunk_body_impl(std::uint64_t, Text piece, ErrorCode& error) override {
        return add(piece, error);
    }

    void on_chunk_header_impl(std::uint64_t size, Text, ErrorCode& error) override {
        if (size > body_max_ - std::min(body_max_, request.body.size())) refuse(413, too_large, error);
    }

    void on_finish_impl(ErrorCode&) override {}

    std::size_t body_max_;
};

}  // namespace

struct Reader::Inside {
    explicit Inside(const Limits& limits) : head_max(limits.head_bytes), body_max(limits.body_bytes) {
        parser.emplace(body_max);
    }

    const std::size_t head_max;
    const std::size_t body_max;
    std::vector<char> bytes;
    std::size_t from = 0;           // what is in `bytes` and not yet read
    std::size_t to = 0;
    std::size_t head_read = 0;
    bool has_told_head = false;
    std::optional<Parser> parser;

    std::size_t unread() const { return to - from; }

    Step refuse(int status, std::string_view code) {
        if (!parser->refusal) parser->refusal = {status, code};
        return Step::refused;
    }

    // Some clients end a body with a blank line too many.
    void skip_blank_lines() {
        while (unread() > 0 && (bytes[from] == '\r' || bytes[from] == '\n')) {
            ++from;
            ++head_read;
        }
    }

    Step read_head() {
        if (!parser->got_some()) skip_blank_lines();
        if (unread() == 0) return head_read > head_max ? refuse(431, head_too_large) : Step::more;
        ErrorCode error;
        const auto count = parser->put({bytes.data() + from, unread()}, error);
        const std::string_view read(bytes.data() + from, count);
        from += count;
        head_read += count;
        // A header that goes on in a second line: out of use, and read differently here and there.
        const bool is_folded = read.find("\r\n ") != read.npos || read.find("\r\n\t") != read.npos;
        if (is_folded) return refuse(400, bad_request);
        const bool needs_more = error == beast::http::error::need_more;
        if (head_read + (needs_more ? unread() : 0) > head_max) return refuse(431, head_too_large);
        if (needs_more) return Step::more;
        if (error) return refuse(400, bad_request);
        if (!parser->is_header_done()) return Step::more;
        has_told_head = true;
        return Step::head;
    }

    Step read_body() {
        while (!parser->is_done()) {
            if (unread() < (parser->chunked() ? shortest_end_of_chunks : 1)) return Step::more;
            ErrorCode error;
            const auto count = parser->put({bytes.data() + from, unread()}, error);
            from += count;
            if (error == beast::http::error::need_more) {
                // A line between two chunks that does not end.
                if (unread() > head_max) return refuse(400, bad_request);
                return Step::more;
            }
            if (error) return refuse(400, bad_request);
        }
        return Step::whole;
    }
};

Reader::Reader(const Limits& limits) : inside_(std::make_unique<Inside>(limits)) {}
Reader::~Reader() = default;

std::span<char> Reader::room() {
    auto& in = *inside_;
    if (in.from > 0) {
        std::memmove(in.bytes.data(), in.bytes.data() + in.from, in.unread());
        in.to = in.unread();
        in.from = 0;
    }
    if (in.has_told_head) {
        if (in.bytes.size() < in.to + body_room) in.bytes.resize(in.to + body_room);
    } else if (in.to == in.bytes.size()) {
        in.bytes.resize(std::max(first_room, in.bytes.size() * 2));
    }
    return {in.bytes.data() + in.to, in.bytes.size() - in.to};
}

void Reader::came(std::size_t count) { inside_->to += count; }

Reader::Step Reader::read() {
    if (inside_->parser->refusal) return Step::refused;
    return inside_->has_told_head ? inside_->read_body() : inside_->read_head();
}

void Reader::next() {
    auto& in = *inside_;
    in.parser.emplace(in.body_max);
    in.head_read = 0;
    in.has_told_head = false;
    // An idle connection holds no more than it needs.
    if (in.unread() == 0 && in.bytes.size() > first_room) {
        in.bytes = {};
        in.from = in.to = 0;
    }
}

const Reader::Refusal& Reader::refusal() const { return *inside_->parser->refusal; }
Request& Reader::request() { return inside_->parser->request; }
bool Reader::has_begun() const { return inside_->head_read + inside_->unread() > 0; }
bool Reader::has_unread() const { return inside_->unread() > 0; }
bool Reader::is_http_1_0() const { return inside_->parser->version_seen < 11; }
bool Reader::keeps_alive() const { return inside_->parser->is_header_done() && inside_->parser->keep_alive(); }
bool Reader::waits_for_continue() const { return inside_->parser->waits_for_continue; }

bool Reader::allow_body(std::size_t bytes) {
    auto& parser = *inside_->parser;
    parser.limit_body(bytes);
    const auto length = parser.content_length();
    if (!length || *length <= bytes) return true;
    parser.refusal = {413, too_large};
    return false;
}

}  // namespace nennep::http
