// A lock for many readers and one writer at a time that lets nobody in while a writer waits: so
// neither starves.
#pragma once
#include <mutex>
#include <shared_mutex>

namespace nennep::service {

class FairLock {
public:
    void lock() {
        const std::lock_guard door(door_);
        inside_.lock();
    }
    void unlock() { inside_.unlock(); }
    void lock_shared() {
        const std::lock_guard door(door_);
        inside_.lock_shared();
    }
    void unlock_shared() { inside_.unlock_shared(); }

private:
    std::mutex door_;
    std::shared_mutex inside_;
};

}  // namespace nennep::service
