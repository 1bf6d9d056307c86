#include "http/api/kept_pages.hpp"

namespace nennep::http {

void KeptPages::forget_before(const journal::Head& head) {
    if (head_ == head) return;
    pages_.clear();
    bytes_ = 0;
    head_ = head;
}

KeptPages::Shared KeptPages::find(const journal::Head& head, const std::string& eyes) {
    const std::lock_guard lock(mutex_);
    forget_before(head);
    const auto found = pages_.find(eyes);
    return found == pages_.end() ? nullptr : found->second;
}

void KeptPages::keep(const journal::Head& head, std::string eyes, Shared page) {
    const auto size = eyes.size() + page->body.size() + page->etag.size() + page->seat.size();
    if (size > most_bytes_) return;
    const std::lock_guard lock(mutex_);
    forget_before(head);
    // Full: from the beginning. What is looked at often is back at once.
    if (bytes_ + size > most_bytes_) {
        pages_.clear();
        bytes_ = 0;
    }
    if (pages_.emplace(std::move(eyes), std::move(page)).second) bytes_ += size;
}

}  // namespace nennep::http
