#include "service/recorder.hpp"

#include <algorithm>

#include "service/batch.hpp"

namespace nennep::service {
namespace {

constexpr int tries_against_other_writers = 20;

}  // namespace

Recorder::Recorder(Books& books, Surroundings surroundings, FairLock* lock)
    : books_(books), surroundings_(std::move(surroundings)), lock_(lock) {}

Receipt Recorder::record(const std::string& actor, std::span<const std::string_view> lines,
                         const RecordingOptions& options) {
    Request request{actor, lines, options, {}, {}, false};
    std::unique_lock lock(mutex_);
    waiting_.push_back(&request);
    answered_.wait(lock, [&] { return request.is_answered || !is_at_work_; });
    while (!request.is_answered) {
        is_at_work_ = true;
        const auto requests = std::exchange(waiting_, {});
        lock.unlock();
        serve(requests);
        lock.lock();
        for (auto* served : requests) served->is_answered = true;
        is_at_work_ = false;
        answered_.notify_all();
    }
    lock.unlock();
    if (request.fault) std::rethrow_exception(request.fault);
    return std::move(request.receipt);
}

void Recorder::serve(std::span<Request* const> requests) {
    const auto is_large = [](const Request* request) {
        return request->lines.size() > largest_shared_batch;
    };
    while (!requests.empty()) {
        const auto alone = std::find_if(requests.begin(), requests.end(), is_large);
        auto shared = static_cast<std::size_t>(alone - requests.begin());
        if (shared == 0) shared = 1;
        serve_together(requests.first(shared));
        requests = requests.subspan(shared);
    }
}

void Recorder::serve_together(std::span<Request* const> requests) {
    std::unique_lock<FairLock> held;
    if (lock_ != nullptr) held = std::unique_lock(*lock_);
    serve_alone(requests);
    if (held) books_.world().be_ready();
}

void Recorder::serve_alone(std::span<Request* const> requests) {
    try {
        for (int tries = 0; tries < tries_against_other_writers; ++tries) {
            books_.catch_up();
            for (auto* request : requests) judge_and_stage(*request);
            if (!books_.commit()) return;
            books_.reload();
        }
        throw Fault("store.busy", "other writers were always first");
    } catch (...) {
        for (auto* request : requests) request->fault = std::current_exception();
    }
    // The world forgets what the disk did not take; if even that fails, whoever records next is told.
    try {
        books_.reload();
    } catch (const Fault&) {
    }
}

void Recorder::judge_and_stage(Request& request) {
    const auto& options = request.options;
    std::set<std::size_t> left_out;
    std::vector<Objection> refused;
    for (;;) {
        Batch batch(books_, surroundings_, request.actor);
        batch.judge(request.lines, left_out, options);
        auto receipt = batch.receipt();
        receipt.stopped = options.stop && options.stop();
        if (batch.is_refused() && options.keep_good && !receipt.stopped) {
            // What depends on a line that is left out shows only when judged without it.
            batch.take_back();
            for (auto& objection : receipt.objections) {
                left_out.insert(objection.line);
                refused.push_back(std::move(objection));
            }
            continue;
        }
        receipt.objections.insert(receipt.objections.begin(), refused.begin(), refused.end());
        const bool is_good = !batch.is_refused() && !receipt.stopped;
        receipt.recorded = is_good ? batch.size() : 0;
        receipt.is_held_back = is_good && !receipt.for_two.empty() && options.confirmation == nullptr;
        if (is_good && !receipt.is_held_back && !options.check_only && batch.size() > 0) {
            if (options.progress) options.progress("write", 0, 0);
            books_.stage(batch.seal());
            receipt.head = books_.world().head;
        } else {
            batch.take_back();
        }
        request.receipt = std::move(receipt);
        return;
    }
}

}  // namespace nennep::service
