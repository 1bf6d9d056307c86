// The server: takes connections, reads requests within limits, sends what the handler answers. How it
// is made: reader (requests out of bytes, Beast), transport (bytes of a socket, Asio and OpenSSL),
// connection (one after the other), workers (what takes long), answer (headers, packing, versions).
//
//   accept (one io_context a thread, SO_REUSEPORT) ─► read ─► is_slow? ─ no ─► handle ─► send
//                                                                └ yes ─► pool ─► handle ─┘
//
// A graceful stop: no new connection is taken, idle ones are closed, requests in hand finish.
#pragma once
#include <chrono>
#include <memory>
#include <string>

#include "http/message.hpp"

namespace nennep::http {

struct Limits {
    std::size_t head_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::size_t upload_bytes = 20 * 1024 * 1024;        // where `takes_upload` says so
    std::size_t connections = 4096;
    std::size_t connections_of_a_peer = 1024;           // not counted for trusted proxies
    std::size_t waiting = 256;                          // slow requests in the queue; more: 503
    std::chrono::seconds head_time{10};                 // for the whole head to arrive
    std::chrono::seconds body_time{60};
    std::chrono::seconds idle_time{75};                 // between two requests of a connection
    std::chrono::seconds send_time{60};                 // without progress
    std::chrono::seconds stop_time{30};                 // for requests in hand, when stopping
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;                          // 0: any free one
    int threads = 2;                                    // loops
    int workers = 8;                                    // for slow requests
    std::string tls_certificate;                        // files, PEM; both or neither
    std::string tls_key;
    // Addresses of proxies whose X-Forwarded-For and -Proto are believed.
    std::vector<std::string> trusted_proxies;
    Limits limits;
};

struct Handling {
    // Answers a request; throws nothing that is not a Bug (the server then answers 500).
    std::function<Response(const Request&)> handle;
    // Asked when the head has been read: whether the work waits for the disk or computes for long.
    std::function<bool(const Request&)> is_slow;
    std::function<bool(const Request&)> takes_upload;
    // Told after each answer, for the log and the metrics.
    // `took` runs from the end of the request's head to the last byte of the answer.
    std::function<void(const Request&, int status, std::size_t bytes, std::chrono::microseconds took)> done;
    // The answer to what is no request at all (400, 408, 413, 431, 503) and to what went wrong in
    // `handle` (500); `code` is that of a refusal's text.
    std::function<Response(int status, std::string_view code)> refuse;
    // Told what `handle` threw, for the operator; may be left out.
    std::function<void(const Request&, std::string_view what)> failed;
    // Seconds since 1970, for the header Date, which is left out without it.
    std::function<std::int64_t()> now_s;
};

struct ServerState {            // for the metrics
    std::size_t connections = 0;
    std::size_t in_hand = 0;
    std::size_t waiting = 0;
};

class Server {
public:
    // Fault serve.address (taken, or not ours), serve.tls (no certificate, or one that does not fit).
    Server(ServerSettings settings, Handling handling);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    ServerState state() const;
    // Serves until `stop`; then returns when what was in hand is done, or its time is over. A handler
    // that goes on nevertheless is waited for by the destructor: it holds what it was given.
    void run();
    // From any thread.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace nennep::http
