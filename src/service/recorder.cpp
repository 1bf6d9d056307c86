#include "service/recorder.hpp"

#include "service/batch.hpp"

namespace nennep::service {
namespace {

constexpr int tries_against_other_writers = 20;

}  // namespace

Recorder::Recorder(Books& books, Surroundings surroundings, std::string actor)
    : books_(books), surroundings_(std::move(surroundings)), actor_(std::move(actor)) {}

Receipt Recorder::record(std::span<const std::string_view> lines, const RecordingOptions& options) {
    std::set<std::size_t> left_out;
    std::vector<Objection> refused;
    for (int tries = 0; tries < tries_against_other_writers;) {
        books_.catch_up();
        Batch batch(books_, surroundings_, actor_);
        batch.judge(lines, left_out, options);
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
        if (batch.is_refused() || receipt.stopped || options.check_only) {
            batch.take_back();
            receipt.recorded = batch.is_refused() || receipt.stopped ? 0 : batch.size();
            return receipt;
        }
        if (batch.size() == 0) {
            batch.take_back();
            return receipt;
        }
        const auto entries = batch.seal();
        std::optional<journal::HeadMoved> moved;
        try {
            if (options.progress) options.progress("write", 0, entries.size());
            moved = books_.store().append(batch.before(), entries);
        } catch (const Fault&) {
            batch.take_back();
            throw;
        }
        if (moved) {
            batch.take_back();
            ++tries;
            continue;
        }
        books_.edit_world().head = {entries.back().seq, entries.back().link};
        books_.save_snapshot();
        receipt.recorded = batch.size();
        receipt.head = books_.world().head;
        return receipt;
    }
    throw Fault("store.busy", "other writers were always first");
}

}  // namespace nennep::service
