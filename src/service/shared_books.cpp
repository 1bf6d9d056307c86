#include "service/shared_books.hpp"

#include <algorithm>
#include <future>

namespace nennep::service {
namespace {

// Pasts that are kept: each is a world of its own. A report drawn "as known" is looked at again
// and again, list by list.
constexpr std::size_t pasts_kept = 2;

}  // namespace

SharedBooks::SharedBooks(Books& books, Surroundings surroundings)
    : books_(books), surroundings_(std::move(surroundings)), recorder_(books, surroundings_, &lock_) {
    books_.world().be_ready();
    books_.others_wait(true);
}

SharedBooks::~SharedBooks() {
    books_.others_wait(false);
    try {
        books_.save_snapshot();
    } catch (const std::bad_alloc&) {
        // Only time is lost: the next start folds what has come since the last one.
    }
}

SharedBooks::Reading SharedBooks::read() {
    Reading reading;
    reading.shared_ = this;
    reading.books_ = &books_;
    reading.lock_ = std::shared_lock(lock_);
    return reading;
}

SharedBooks::Reading SharedBooks::read_as_known(std::int64_t utc_ms) {
    auto reading = read();
    reading.known_up_to_ = books_.known_by(utc_ms);
    if (*reading.known_up_to_ < books_.world().head.seq) {
        reading.lock_.unlock();
        reading.then_ = known(*reading.known_up_to_);
    }
    return reading;
}

// The world is written down with the lock held, and read again without it.
void SharedBooks::Reading::go_on_alone() {
    if (then_) return;
    const auto head = books_->world().head;
    const auto bytes = world::encode(books_->world());
    lock_.unlock();
    const std::lock_guard one_copy_at_a_time(shared_->copy_mutex_);
    auto& kept = shared_->copy_;
    if (!kept || kept->head != head) {
        auto copy = std::make_shared<World>();
        ensure(world::decode(bytes, *copy), "what was just written can be read");
        copy->head = head;
        copy->be_ready();
        kept = std::move(copy);
    }
    then_ = kept;
}

// One past is drawn up at a time: each takes all of a processor.
std::shared_ptr<const World> SharedBooks::known(Seq entries) {
    const std::lock_guard lock(pasts_mutex_);
    const auto kept =
        std::find_if(pasts_.begin(), pasts_.end(), [&](const auto& past) { return past.first == entries; });
    if (kept != pasts_.end()) {
        pasts_.splice(pasts_.begin(), pasts_, kept);
        return pasts_.front().second;
    }
    std::shared_ptr<const World> world = books_.world_at(entries);
    world->be_ready();
    pasts_.emplace_front(entries, world);
    if (pasts_.size() > pasts_kept) pasts_.pop_back();
    return world;
}

Receipt SharedBooks::record(const std::string& actor, std::span<const std::string_view> lines,
                            const RecordingOptions& options) {
    Receipt receipt;
    if (lines.size() > Recorder::largest_shared_batch) {
        receipt = record_apart(actor, lines, options);
    } else {
        const std::shared_lock small(recording_);
        receipt = recorder_.record(actor, lines, options);
    }
    if (receipt.is_durable(options)) tell(receipt.head.seq);
    return receipt;
}

// Readers go on in the world as it was. Small batches wait: what they were judged by would be gone.
Receipt SharedBooks::record_apart(const std::string& actor, std::span<const std::string_view> lines,
                                  const RecordingOptions& options) {
    const std::unique_lock alone(recording_);
    Books apart(books_);
    auto receipt = Recorder(apart, surroundings_).record(actor, lines, options);
    if (receipt.is_durable(options)) {
        apart.world().be_ready();
        const std::unique_lock lock(lock_);
        books_.take_over(std::move(apart));
    }
    return receipt;
}

namespace {

Soundness examined(const Books& books) {
    auto soundness = verify_chain(books.store());
    if (!soundness.is_sound()) return soundness;
    try {
        return verify_facts(books);
    } catch (const Fault& fault) {
        soundness.fault = "fold";
        soundness.detail = fault.what();
        return soundness;
    }
}

}  // namespace

SharedBooks::Verified SharedBooks::verify() {
    constexpr std::int64_t a_minute_ms = 60'000;
    const std::lock_guard one_at_a_time(verifying_);
    const auto now_ms = surroundings_.now_ms();
    if (verified_ && now_ms >= verified_->at_ms && now_ms - verified_->at_ms < a_minute_ms) return *verified_;
    // On a thread of its own: each of those that answer would keep the room of a second world for ever.
    auto found = std::async(std::launch::async, [this] { return examined(books_); }).get();
    verified_ = {std::move(found), now_ms};
    return *verified_;
}

bool SharedBooks::follow() {
    {
        const std::shared_lock lock(lock_);
        if (books_.store().head() == books_.world().head) return false;
    }
    Seq head = 0;
    {
        const std::shared_lock small(recording_);
        const std::unique_lock lock(lock_);
        books_.catch_up();
        books_.world().be_ready();
        head = books_.world().head.seq;
    }
    tell(head);
    return true;
}

void SharedBooks::tell(Seq head) {
    const std::lock_guard lock(hearers_mutex_);
    for (const auto& hear : hearers_) hear(head);
}

void SharedBooks::when_recorded(std::function<void(Seq head)> hear) {
    const std::lock_guard lock(hearers_mutex_);
    hearers_.push_back(std::move(hear));
}

}  // namespace nennep::service
