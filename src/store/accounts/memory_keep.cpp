#include <map>
#include <mutex>
#include <utility>

#include "base/result.hpp"
#include "store/accounts/keep.hpp"

namespace nennep::store {
namespace {

using accounts::LoggedLine;
using accounts::Shelf;

class MemoryKeep final : public accounts::Keep {
public:
    void read_beginning(Shelf shelf, std::string_view beginning, const Take& take) override {
        const std::scoped_lock lock(mutex_);
        for (const auto& [place, bytes] : rows_) {
            if (place.first == shelf && place.second.starts_with(beginning)) take(place.second, bytes);
        }
    }

    std::optional<std::string> get(Shelf shelf, std::string_view key) override {
        const std::scoped_lock lock(mutex_);
        const auto found = rows_.find({shelf, std::string(key)});
        return found == rows_.end() ? std::nullopt : std::optional(found->second);
    }

    void update(const std::function<std::vector<accounts::Row>()>& decide) override {
        const std::scoped_lock lock(mutex_);
        for (auto& row : decide()) {
            std::pair place(row.shelf, row.key);
            if (row.bytes.empty()) rows_.erase(place);
            else rows_[std::move(place)] = std::move(row.bytes);
        }
        ++version_;
    }

    // Cannot tell whose writing it was, and so calls all of it another's.
    std::uint64_t version() override {
        const std::scoped_lock lock(mutex_);
        return version_;
    }

    LoggedLine last_logged() override {
        const std::scoped_lock lock(mutex_);
        return log_.empty() ? LoggedLine{} : log_.back();
    }

    void append_log(const std::function<std::vector<LoggedLine>(const LoggedLine&)>& continue_it) override {
        const std::scoped_lock lock(mutex_);
        for (auto& line : continue_it(last_logged())) {
            ensure(line.seq == log_.size() + 1, "the log has no gaps");
            log_.push_back(std::move(line));
        }
    }

    void read_log(const accounts::LogQuestion& question,
                  const std::function<bool(const LoggedLine&)>& take) override {
        const std::scoped_lock lock(mutex_);
        for (auto line = log_.rbegin(); line != log_.rend(); ++line) {
            if (question.before != 0 && line->seq >= question.before) continue;
            if (!question.who.empty() && line->who != question.who) continue;
            if (!question.about.empty() && line->about != question.about) continue;
            if (line->at_ms < question.from_ms) continue;
            if (question.to_ms != 0 && line->at_ms > question.to_ms) continue;
            if (!take(*line)) return;
        }
    }

private:
    std::recursive_mutex mutex_;        // `decide` may read
    std::map<std::pair<Shelf, std::string>, std::string> rows_;
    std::vector<LoggedLine> log_;
    std::uint64_t version_ = 1;
};

}  // namespace

std::unique_ptr<accounts::Keep> open_memory_keep() { return std::make_unique<MemoryKeep>(); }

}  // namespace nennep::store
