// Threads for what takes long, with a queue that has an end: whoever comes when it is full is told to
// come again, instead of waiting without being told.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nennep::http {

class Workers {
public:
    Workers(int threads, std::size_t waiting);
    // Waits for the work that has begun; what has not begun is dropped.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // False: the queue is full. `work` throws nothing.
    bool give(std::function<void()> work);
    std::size_t waiting() const;

private:
    void work();

    const std::size_t waiting_max_;
    mutable std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<std::function<void()>> queue_;
    std::size_t busy_ = 0;
    bool is_over_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace nennep::http
