// One connection's bytes, plain or through TLS, each wait with its deadline. Nothing here throws: what
// goes wrong ends a read with 0 and a write with false.
//
// Deadlines are no timers but a moment in each transport, at which its loop looks several times a
// second: thousands of connections then cost nothing while all goes well.
#pragma once
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nennep::http {

namespace asio = boost::asio;
// The executor is named as it is; hidden in any_io_executor it costs an allocation each time.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Clock = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
template <class Value>
using Awaitable = asio::awaitable<Value, Executor>;
// Awaited so, what fails is told beside the value, and nothing is thrown.
inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> quietly{};

class Transport {
public:
    Transport(Socket socket, asio::ssl::context* tls);

    // The handshake, where there is one.
    Awaitable<bool> open(Clock::duration patience);
    // Until when all reads that follow must have come to their end.
    void expect_within(Clock::duration patience);
    Awaitable<std::size_t> read_some(std::span<char> room);
    // Each part that goes through has `patience` anew.
    Awaitable<bool> write(std::string_view bytes, Clock::duration patience);
    // Waits, where something unread may be on its way: to close upon it would take back the answer.
    Awaitable<void> close(bool something_is_unread);

    bool was_late() const { return was_late_; }
    // Whether the client has closed its side; never waits.
    bool is_left();
    std::size_t written() const { return written_; }
    bool is_tls() const { return tls_.has_value(); }

    // For the loop: ends what waits longer than it may.
    void look(Clock::time_point now);
    // Ends everything at once.
    void cut();

private:
    enum class Late : std::uint8_t { ends_the_wait, ends_all };
    void allow(Clock::duration patience, Late late);
    void rest() { until_ = Clock::time_point::max(); }

    Socket socket_;
    std::optional<asio::ssl::stream<Socket&>> tls_;
    Clock::time_point until_ = Clock::time_point::max();
    Late late_ = Late::ends_all;
    bool was_late_ = false;
    std::size_t written_ = 0;
};

// The certificate and its key, TLS 1.2 and 1.3. Fault serve.tls.
std::unique_ptr<asio::ssl::context> tls_context(const std::string& certificate, const std::string& key);

}  // namespace nennep::http
