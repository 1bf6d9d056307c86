// What the connections of a server share: all of them, and those of one thread.
#pragma once
#include <atomic>
#include <map>
#include <mutex>
#include <unordered_set>

#include "http/server.hpp"
#include "http/transport.hpp"
#include "http/workers.hpp"

namespace nennep::http {

class Connection;

// How many connections each client has.
class Peers {
public:
    bool admit(const std::string& peer, std::size_t max);
    void leave(const std::string& peer);

private:
    std::mutex mutex_;
    std::map<std::string, std::size_t> counts_;
};

struct Hall {
    const ServerSettings settings;
    const Handling handling;
    std::unique_ptr<asio::ssl::context> tls;
    std::atomic<std::size_t> connections = 0;
    std::atomic<std::size_t> in_hand = 0;
    std::atomic<bool> is_stopping = false;
    Peers peers;
    // Ends before the loops, to which it posts, and these before the rest.
    std::optional<Workers> workers;

    Hall(ServerSettings given, Handling ways)
        : settings(std::move(given)), handling(std::move(ways)) {
        workers.emplace(settings.workers, settings.limits.waiting);
    }
    bool trusts(const std::string& peer) const;
};

struct Loop {
    explicit Loop(Hall& of) : hall(of) {}

    Hall& hall;
    // Before the context: what is left of connections goes with the context, and signs off here.
    std::unordered_set<Connection*> connections;
    asio::io_context context{1};
    Acceptor acceptor{context};
    Timer look_round{context};
    Clock::time_point stop_by = Clock::time_point::max();

    // For the header Date; made once a second.
    const std::string& date();

private:
    std::int64_t date_s_ = -1;
    std::string date_;
};

}  // namespace nennep::http
