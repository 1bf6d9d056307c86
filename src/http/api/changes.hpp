// What has changed since, as server-sent events: the entries recorded, of what kind, about whom; only
// those that the user may see, and never what they say.
#pragma once
#include <atomic>

#include "service/shared_books.hpp"

namespace nennep::http {

// The last entry, for streams to look at without holding the books.
class Changes {
public:
    explicit Changes(service::SharedBooks& books) : head_(books.read().version()) {
        books.when_recorded([this](service::Seq head) { head_ = head; });
    }
    service::Seq head() const { return head_; }

private:
    std::atomic<service::Seq> head_;
};

}  // namespace nennep::http
