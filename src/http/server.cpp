#include "http/server.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <list>
#include <thread>

#include "base/result.hpp"
#include "http/connection.hpp"

namespace nennep::http {
namespace {

using boost::system::error_code;
using asio::ip::tcp;
using SharesPort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr auto look_every = std::chrono::milliseconds(100);
// After which time to try again, when there are no descriptors left.
constexpr auto breath = std::chrono::milliseconds(50);

asio::ip::address plain(const asio::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    return address;
}

void check(const error_code& error, const ServerSettings& settings) {
    if (error) {
        throw Fault("serve.address", settings.address + ":" + std::to_string(settings.port) + ": " + error.message());
    }
}

tcp::endpoint endpoint_of(const ServerSettings& settings) {
    error_code error;
    const auto address = asio::ip::make_address(settings.address, error);
    check(error, settings);
    return {address, settings.port};
}

// Ports are shared between the loops, and the system would share them with a second server of the same
// account as well: half of the requests would go to the wrong one. So it is tried alone first.
void claim(const tcp::endpoint& endpoint, const ServerSettings& settings) {
    asio::io_context context;
    Acceptor alone(context);
    error_code error;
    alone.open(endpoint.protocol(), error);
    check(error, settings);
    alone.set_option(Acceptor::reuse_address(true), error);
    if (!error) alone.bind(endpoint, error);
    if (!error) alone.listen(1, error);
    check(error, settings);
}

void listen(Acceptor& acceptor, const tcp::endpoint& endpoint, const ServerSettings& settings) {
    error_code error;
    acceptor.open(endpoint.protocol(), error);
    check(error, settings);
    acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error) acceptor.set_option(SharesPort(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    check(error, settings);
}

// There is no room: said at once and without waiting for anything, or else those who are turned away
// would be as many as those who are let in.
void turn_away(Loop& loop, Socket socket) {
    error_code ignored;
    if (!loop.hall.tls) {
        const std::string_view text = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n"
                                      "Content-Length: 0\r\nConnection: close\r\n\r\n";
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(text), ignored);
        socket.shutdown(Socket::shutdown_send, ignored);
        char drain[4096];
        socket.read_some(asio::buffer(drain), ignored);
    }
    socket.close(ignored);
}

// Its own coroutine, which holds the connection as long as it lives.
Awaitable<void> serve(Loop& loop, Socket socket, std::string peer) {
    Connection connection(loop, std::move(socket), std::move(peer));
    co_await connection.serve();
}

void take(Loop& loop, Socket socket) {
    auto& hall = loop.hall;
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error) return;      // gone already
    auto peer = plain(endpoint.address()).to_string();
    const auto& limits = hall.settings.limits;
    const bool has_room = ++hall.connections <= limits.connections;
    if (!has_room || (!hall.trusts(peer) && !hall.peers.admit(peer, limits.connections_of_a_peer))) {
        --hall.connections;
        return turn_away(loop, std::move(socket));
    }
    asio::co_spawn(loop.context, serve(loop, std::move(socket), std::move(peer)), asio::detached);
}

Awaitable<void> accept(Loop& loop) {
    while (loop.acceptor.is_open()) {
        auto [error, socket] = co_await loop.acceptor.async_accept(quietly);
        if (!loop.acceptor.is_open()) co_return;
        if (!error) {
            take(loop, std::move(socket));
            continue;
        }
        Timer timer(loop.context, breath);
        co_await timer.async_wait(quietly);
    }
}

// Looks after the deadlines of all, as long as there is anybody.
Awaitable<void> look_round(Loop& loop) {
    while (loop.acceptor.is_open() || !loop.connections.empty()) {
        loop.look_round.expires_after(look_every);
        co_await loop.look_round.async_wait(quietly);
        const auto now = Clock::now();
        for (auto* connection : loop.connections) connection->look(now);
        if (now < loop.stop_by) continue;
        for (auto* connection : loop.connections) connection->cut();
        // One more round for them to end by themselves; who waits for a worker cannot.
        if (now >= loop.stop_by + look_every) loop.context.stop();
    }
}

void wind_down(Loop& loop) {
    if (!loop.acceptor.is_open()) return;
    loop.stop_by = Clock::now() + loop.hall.settings.limits.stop_time;
    error_code ignored;
    loop.acceptor.close(ignored);
    for (auto* connection : loop.connections) connection->wind_down();
}

// What is thrown past a coroutine (no memory for its frame) ends that coroutine, not the loop.
void turn(Loop& loop) {
    for (;;) {
        try {
            loop.context.run();
            return;
        } catch (const std::exception& failure) {
            const auto& failed = loop.hall.handling.failed;
            if (failed) failed({}, failure.what());
        }
    }
}

}  // namespace

bool Peers::admit(const std::string& peer, std::size_t max) {
    const std::lock_guard lock(mutex_);
    auto& count = counts_[peer];
    if (count >= max) {
        if (count == 0) counts_.erase(peer);
        return false;
    }
    ++count;
    return true;
}

void Peers::leave(const std::string& peer) {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(peer);
    if (found != counts_.end() && --found->second == 0) counts_.erase(found);
}

bool Hall::trusts(const std::string& peer) const {
    const auto& trusted = settings.trusted_proxies;
    return std::find(trusted.begin(), trusted.end(), peer) != trusted.end();
}

const std::string& Loop::date() {
    if (!hall.handling.now_s) return date_;
    const auto now_s = hall.handling.now_s();
    if (now_s != date_s_) date_ = http_date(now_s);
    date_s_ = now_s;
    return date_;
}

struct Server::Inside {
    Inside(ServerSettings settings, Handling handling) : hall(std::move(settings), std::move(handling)) {}
    ~Inside() { hall.workers.reset(); }

    Hall hall;
    std::list<Loop> loops;
    std::uint16_t port = 0;
};

Server::Server(ServerSettings settings, Handling handling)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(handling))) {
    auto& hall = inside_->hall;
    const auto& given = hall.settings;
    if (given.tls_certificate.empty() != given.tls_key.empty()) {
        throw Fault("serve.tls", given.tls_certificate + given.tls_key + ": certificate and key belong together");
    }
    if (!given.tls_certificate.empty()) hall.tls = tls_context(given.tls_certificate, given.tls_key);
    auto endpoint = endpoint_of(given);
    if (endpoint.port() != 0) claim(endpoint, given);
    for (int i = 0; i < std::max(given.threads, 1); ++i) {
        auto& loop = inside_->loops.emplace_back(hall);
        listen(loop.acceptor, endpoint, given);
        // Where any port will do, all take the first one's.
        endpoint.port(loop.acceptor.local_endpoint().port());
    }
    inside_->port = endpoint.port();
}

Server::~Server() = default;

std::uint16_t Server::port() const { return inside_->port; }

ServerState Server::state() const {
    const auto& hall = inside_->hall;
    return {hall.connections, hall.in_hand, hall.workers->waiting()};
}

void Server::run() {
    std::vector<std::thread> threads;
    for (auto& loop : inside_->loops) {
        asio::co_spawn(loop.context, accept(loop), asio::detached);
        asio::co_spawn(loop.context, look_round(loop), asio::detached);
        if (&loop != &inside_->loops.front()) threads.emplace_back([&loop] { turn(loop); });
    }
    turn(inside_->loops.front());
    for (auto& thread : threads) thread.join();
}

void Server::stop() {
    inside_->hall.is_stopping = true;
    for (auto& loop : inside_->loops) {
        asio::post(loop.context, [&loop] { wind_down(loop); });
    }
}

}  // namespace nennep::http
