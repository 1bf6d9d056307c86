#include "http/connection.hpp"

#include <fmt/format.h>

#include <boost/asio/post.hpp>
#include <fstream>
#include <thread>

#include "http/header_values.hpp"

// g++ 12 makes a trap of some that stand within a condition or behind co_return: what is awaited gets a
// name first, here and in transport.cpp.
namespace nennep::http {
namespace {

// A smaller body goes with its head in one piece.
constexpr std::size_t sent_with_head = 32 * 1024;
constexpr std::size_t piece_of_file = 64 * 1024;
// So often a stream of events says that it lives, for the proxies between.
constexpr auto heartbeat_every = std::chrono::seconds(15);
constexpr std::string_view heartbeat = ": \n\n";
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
// After how many seconds to come again.
constexpr std::string_view soon = "2";

}  // namespace

// Counted as long as it lives, whichever way it ends.
class Connection::InHand {
public:
    explicit InHand(Connection& of) : connection_(of) {
        ++connection_.hall_.in_hand;
        connection_.phase_ = Phase::in_hand;
    }
    ~InHand() {
        --connection_.hall_.in_hand;
        connection_.phase_ = Phase::idle;
    }
    InHand(const InHand&) = delete;
    InHand& operator=(const InHand&) = delete;

private:
    Connection& connection_;
};

Connection::Connection(Loop& loop, Socket socket, std::string peer)
    : loop_(loop), hall_(loop.hall), limits_(hall_.settings.limits), peer_(std::move(peer)),
      transport_(std::move(socket), hall_.tls.get()), reader_(limits_), timer_(loop.context) {
    loop_.connections.insert(this);
}

Connection::~Connection() {
    loop_.connections.erase(this);
    --hall_.connections;
    if (!hall_.trusts(peer_)) hall_.peers.leave(peer_);
}

void Connection::wind_down() {
    if (phase_ == Phase::idle) transport_.cut();
    if (phase_ == Phase::streaming) timer_.cancel();
}

void Connection::cut() {
    transport_.cut();
    if (phase_ == Phase::streaming) timer_.cancel();
}

Awaitable<void> Connection::serve() {
    bool goes_on = co_await transport_.open(limits_.head_time);
    if (!goes_on) co_return;
    Clock::duration patience = limits_.head_time;
    while (goes_on && !hall_.is_stopping) {
        goes_on = co_await serve_one(patience);
        patience = limits_.idle_time;
    }
    co_await transport_.close(is_refused_ || reader_.has_unread());
}

// Whether the connection goes on.
Awaitable<bool> Connection::serve_one(Clock::duration patience) {
    const auto step = co_await read_head(patience);
    if (step == Reader::Step::more && !(transport_.was_late() && reader_.has_begun())) co_return false;
    const InHand in_hand(*this);
    const auto from = Clock::now();
    const auto written = transport_.written();
    tell_who_asks();
    bool goes_on = false;
    if (step == Reader::Step::more) {
        goes_on = co_await refuse(408, "api.timeout");
    } else if (step == Reader::Step::refused) {
        goes_on = co_await refuse(reader_.refusal().status, reader_.refusal().code);
    } else {
        goes_on = co_await reply();
    }
    // Nothing was sent to somebody who left in the middle of a body.
    if (transport_.written() > written) tell_done(from, transport_.written() - written);
    answer_ = {};
    reader_.next();
    co_return goes_on;
}

Awaitable<Reader::Step> Connection::read_head(Clock::duration patience) {
    bool had_begun = reader_.has_begun();
    transport_.expect_within(had_begun ? limits_.head_time : patience);
    for (;;) {
        const auto step = reader_.read();
        if (step != Reader::Step::more) co_return step;
        const auto count = co_await transport_.read_some(reader_.room());
        if (count == 0) co_return Reader::Step::more;
        reader_.came(count);
        if (!had_begun) transport_.expect_within(limits_.head_time);
        had_begun = true;
    }
}

Awaitable<Reader::Step> Connection::read_body() {
    if (reader_.waits_for_continue() && !reader_.has_unread()) {
        const bool is_told = co_await transport_.write(go_on, limits_.send_time);
        if (!is_told) co_return Reader::Step::more;
    }
    transport_.expect_within(limits_.body_time);
    for (;;) {
        const auto step = reader_.read();
        if (step != Reader::Step::more) co_return step;
        const auto count = co_await transport_.read_some(reader_.room());
        if (count == 0) co_return Reader::Step::more;
        reader_.came(count);
    }
}

// Answers, and ends the connection: where the next request begins nobody knows any more.
Awaitable<bool> Connection::refuse(int status, std::string_view code) {
    is_refused_ = true;
    manner_ = {loop_.date(), reader_.is_http_1_0(), false};
    prepare(refusal(status, code));
    co_await send();
    co_return false;
}

Awaitable<bool> Connection::reply() {
    auto step = Reader::Step::refused;
    if (is_welcome()) step = co_await read_body();
    if (step == Reader::Step::more && !transport_.was_late()) co_return false;
    if (step != Reader::Step::whole) {
        const bool is_late = step == Reader::Step::more;
        const auto refusal = is_late ? Reader::Refusal{408, "api.timeout"} : reader_.refusal();
        co_await refuse(refusal.status, refusal.code);
        co_return false;
    }
    manner_ = {loop_.date(), reader_.is_http_1_0(), reader_.keeps_alive() && !hall_.is_stopping};
    if (is_slow()) {
        co_await handle_by_worker();
    } else {
        handle();
    }
    const bool is_sent = co_await send();
    co_return is_sent && answer_.keeps_alive;
}

bool Connection::is_slow() {
    try {
        return hall_.handling.is_slow && hall_.handling.is_slow(reader_.request());
    } catch (...) {
        // Whoever judges it fails again in its place, and is answered for there.
        return true;
    }
}

// Whether a body of the announced size may come.
bool Connection::is_welcome() {
    bool is_upload = false;
    try {
        is_upload = hall_.handling.takes_upload && hall_.handling.takes_upload(reader_.request());
    } catch (...) {
        // Then it has the limit of all others.
    }
    return reader_.allow_body(is_upload ? limits_.upload_bytes : limits_.body_bytes);
}

void Connection::tell_who_asks() {
    auto& request = reader_.request();
    request.peer = peer_;
    request.is_secure = transport_.is_tls();
    if (!hall_.trusts(peer_)) return;
    const auto forwarded = forwarded_peer(request.header("x-forwarded-for"), hall_.settings.trusted_proxies);
    if (!forwarded.empty()) request.peer = forwarded;
    request.is_secure = request.is_secure || same_letters(request.header("x-forwarded-proto"), "https");
}

Awaitable<void> Connection::handle_by_worker() {
    is_answered_ = false;
    timer_.expires_at(Timer::time_point::max());
    const bool is_taken = hall_.workers->give([this] {
        handle();
        come_back();
    });
    if (!is_taken) {
        prepare(refusal(503, "api.busy"));
        co_return;
    }
    while (!is_answered_) co_await timer_.async_wait(quietly);
}

// Out of a worker, onto the loop. Without memory for that the connection would wait for ever.
void Connection::come_back() {
    for (;;) {
        try {
            asio::post(loop_.context, [this] {
                is_answered_ = true;
                timer_.cancel();
            });
            return;
        } catch (const std::bad_alloc&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
}

// On the loop or in a worker, whose connection then waits: only one of them touches it.
void Connection::handle() { prepare(handled()); }

Response Connection::handled() {
    const auto tell = [this](std::string_view what) {
        if (hall_.handling.failed) hall_.handling.failed(reader_.request(), what);
    };
    try {
        return hall_.handling.handle(reader_.request());
    } catch (const std::bad_alloc& failure) {
        tell(failure.what());
        return refusal(503, "api.out_of_memory");
    } catch (const std::exception& failure) {
        tell(failure.what());
    } catch (...) {
        tell("no std::exception");
    }
    return refusal(500, "api.internal");
}

Response Connection::refusal(int status, std::string_view code) const {
    Response response;
    try {
        response = hall_.handling.refuse(status, code);
    } catch (...) {
        // A number is better than silence.
        response = {};
        response.content_type.clear();
    }
    response.status = status;
    if (status == 503) response.with("Retry-After", std::string(soon));
    return response;
}

void Connection::prepare(Response response) {
    if (hall_.is_stopping) manner_.keeps_alive = false;
    try {
        answer_ = prepared(reader_.request(), std::move(response), manner_);
    } catch (const std::exception& failure) {
        try {
            if (hall_.handling.failed) hall_.handling.failed(reader_.request(), failure.what());
            answer_ = prepared(reader_.request(), refusal(500, "api.internal"), manner_);
        } catch (...) {
            // Not even that can be said: the connection ends without a word.
            answer_ = {};
            answer_.status = 500;
            answer_.keeps_alive = false;
        }
    }
}

void Connection::tell_done(Clock::time_point from, std::size_t written) {
    if (!hall_.handling.done) return;
    try {
        hall_.handling.done(reader_.request(), answer_.status, written,
                            std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - from));
    } catch (...) {
        // The client has its answer; a log that cannot be written must not end the connection.
    }
}

Awaitable<bool> Connection::send() {
    if (answer_.body.size() <= sent_with_head) {
        answer_.head += answer_.body;
        answer_.body.clear();
    }
    bool is_sent = co_await transport_.write(answer_.head, limits_.send_time);
    if (!is_sent) co_return false;
    if (answer_.file) {
        is_sent = co_await send_file();
    } else if (answer_.stream) {
        is_sent = co_await send_stream();
    } else {
        is_sent = co_await transport_.write(answer_.body, limits_.send_time);
    }
    co_return is_sent;
}

Awaitable<bool> Connection::send_file() {
    std::ifstream in(*answer_.file, std::ios::binary);
    std::string piece;
    for (auto left = answer_.file_bytes; left > 0; left -= piece.size()) {
        piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece_of_file)));
        // Its length has been promised: cut short, it must not look whole.
        if (!in.read(piece.data(), static_cast<std::streamsize>(piece.size()))) co_return false;
        const bool is_sent = co_await transport_.write(piece, limits_.send_time);
        if (!is_sent) co_return false;
    }
    co_return true;
}

Awaitable<bool> Connection::send_piece(std::string piece) {
    if (answer_.is_chunked) piece = fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
    const bool is_sent = co_await transport_.write(piece, limits_.send_time);
    co_return is_sent;
}

Awaitable<bool> Connection::send_stream() {
    phase_ = Phase::streaming;
    const auto every = std::chrono::milliseconds(std::max(answer_.stream->every_ms, 10));
    auto last = Clock::now();
    while (!hall_.is_stopping) {
        std::optional<std::string> piece;
        try {
            piece = answer_.stream->next();
        } catch (const std::exception& failure) {
            if (hall_.handling.failed) hall_.handling.failed(reader_.request(), failure.what());
            co_return false;
        }
        if (!piece) break;
        if (piece->empty() && answer_.is_events && Clock::now() - last >= heartbeat_every) *piece = heartbeat;
        if (!piece->empty()) {
            last = Clock::now();
            const bool is_sent = co_await send_piece(std::move(*piece));
            if (!is_sent) co_return false;
        }
        if (transport_.is_left()) co_return false;
        timer_.expires_after(every);
        co_await timer_.async_wait(quietly);
    }
    phase_ = Phase::in_hand;
    bool is_sent = true;
    if (answer_.is_chunked) is_sent = co_await transport_.write("0\r\n\r\n", limits_.send_time);
    co_return is_sent;
}

}  // namespace nennep::http
