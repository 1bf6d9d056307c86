#include "http/workers.hpp"

#include <algorithm>

namespace nennep::http {

Workers::Workers(int threads, std::size_t waiting) : waiting_max_(waiting) {
    for (int i = 0; i < std::max(threads, 1); ++i) {
        threads_.emplace_back([this] { work(); });
    }
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
        queue_.clear();
    }
    has_work_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::give(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        // Who finds a thread without work does not wait.
        const auto idle = threads_.size() - std::min(busy_, threads_.size());
        if (queue_.size() >= waiting_max_ + idle) return false;
        queue_.push_back(std::move(work));
    }
    has_work_.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        has_work_.wait(lock, [this] { return is_over_ || !queue_.empty(); });
        if (is_over_) return;
        {
            const auto work = std::move(queue_.front());
            queue_.pop_front();
            ++busy_;
            lock.unlock();
            work();
        }
        lock.lock();
        --busy_;
    }
}

}  // namespace nennep::http
