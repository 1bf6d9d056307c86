// A server in a thread of its own, with handlers that do next to nothing:
//
//   /hello   /echo (the body)   /query (its parameters, a line each)   /who (peer, http or https)
//   /long (10 kB of text)   /cookie (the same, and a secret)   /kept (with a version)   /file
//   /huge (20 MB)   /slow (waits in a worker until `let_go`)   /bug   /memory   /events   /steady
#pragma once
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "http/server.hpp"

namespace nennep::http {

class Host {
public:
    explicit Host(const std::function<void(ServerSettings&)>& change = {});
    ~Host();                    // lets go, stops and waits

    std::uint16_t port() const { return server_->port(); }
    Server& server() { return *server_; }
    void let_go();              // what waits in /slow
    void stop() { server_->stop(); }
    void wait();                // for the end of `run`
    bool has_ended() const { return has_ended_; }
    int slow_begun() const { return slow_begun_; }
    int streams() const { return streams_; }
    bool file_is_there() const { return std::filesystem::exists(file_); }

    struct Told {
        std::string path;
        int status = 0;
        std::size_t bytes = 0;
    };
    std::vector<Told> told() const;
    std::vector<std::string> failures() const;

private:
    Response answer(const Request& request);
    Response slow();
    Response events(bool is_steady);
    Response file();

    mutable std::mutex mutex_;
    std::condition_variable gate_;
    bool is_open_ = false;
    std::atomic<int> slow_begun_ = 0;
    std::atomic<int> streams_ = 0;
    std::atomic<bool> has_ended_ = false;
    std::vector<Told> told_;
    std::vector<std::string> failures_;
    std::filesystem::path file_;
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

// Whether it comes true within ten seconds.
bool soon(const std::function<bool()>& claim);

}  // namespace nennep::http
