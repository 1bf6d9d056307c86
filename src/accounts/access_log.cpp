#include "accounts/access_log.hpp"

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace nennep::accounts {
namespace {

constexpr std::uint8_t look_version = 1;
constexpr std::int64_t one_look_ms = 60'000;
constexpr std::chrono::seconds before_trying_again{1};

std::string encode(const Look& look) {
    ByteWriter out;
    out.u8(look_version);
    out.i64(look.at_ms);
    for (const auto* text : {&look.who, &look.act, &look.subject_type, &look.subject, &look.organisation, &look.detail,
                             &look.peer}) {
        out.text(*text);
    }
    return out.take();
}

std::optional<Look> decode(std::string_view bytes) {
    ByteReader in(bytes);
    if (in.u8() != look_version) return std::nullopt;
    Look look;
    look.at_ms = in.i64();
    for (auto* text : {&look.who, &look.act, &look.subject_type, &look.subject, &look.organisation, &look.detail,
                       &look.peer}) {
        *text = in.text();
    }
    if (!in.done()) return std::nullopt;
    return look;
}

std::string about(std::string_view subject_type, std::string_view subject) {
    return subject.empty() ? std::string() : std::string(subject_type) + "/" + std::string(subject);
}

Digest link_of(const Digest& before, const LoggedLine& line) {
    ByteWriter number;
    number.u64(line.seq);
    thread_local Sha256 hasher;
    return hasher.add(bytes_of(before)).add(number.bytes()).add(line.bytes).finish();
}

}  // namespace

AccessLog::AccessLog(Keep& keep) : keep_(keep), writer_([this] { write_behind(); }) {}

AccessLog::~AccessLog() {
    {
        const std::scoped_lock lock(mutex_);
        ends_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

void AccessLog::note(Look look) {
    const std::scoped_lock lock(mutex_);
    if (look.act == "read") {
        const auto key = look.who + '\n' + about(look.subject_type, look.subject) + '\n' + look.organisation + '\n' +
                         look.detail;
        auto& last = read_lately_[key];
        if (last != 0 && look.at_ms >= last && look.at_ms - last < one_look_ms) return;
        last = look.at_ms;
        if (read_lately_.size() > 10'000) {
            std::erase_if(read_lately_, [&](const auto& one) { return look.at_ms - one.second >= one_look_ms; });
        }
    }
    noted_.push_back(std::move(look));
    ++unwritten_;
    changed_.notify_all();
}

bool AccessLog::flush() {
    std::unique_lock lock(mutex_);
    const auto failures_before = failures_;
    changed_.wait(lock, [&] { return unwritten_ == 0 || failures_ > failures_before; });
    return unwritten_ == 0;
}

bool AccessLog::is_stuck() const {
    const std::scoped_lock lock(mutex_);
    return is_stuck_;
}

void AccessLog::write(const std::vector<Look>& looks) {
    keep_.append_log([&](const LoggedLine& last) {
        std::vector<LoggedLine> lines;
        lines.reserve(looks.size());
        auto before = last.link;
        for (const auto& look : looks) {
            LoggedLine line{last.seq + 1 + lines.size(), look.at_ms, look.who, about(look.subject_type, look.subject),
                            encode(look), {}};
            line.link = before = link_of(before, line);
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

void AccessLog::write_behind() {
    std::vector<Look> batch;
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this, &batch] { return ends_ || !noted_.empty() || !batch.empty(); });
        if (batch.empty() && noted_.empty()) return;
        batch.insert(batch.end(), std::make_move_iterator(noted_.begin()), std::make_move_iterator(noted_.end()));
        noted_.clear();
        lock.unlock();
        bool is_written = true;
        try {
            write(batch);
        } catch (const std::exception&) {
            is_written = false;
        }
        lock.lock();
        is_stuck_ = !is_written;
        if (is_written) {
            unwritten_ -= batch.size();
            batch.clear();
        } else {
            ++failures_;
        }
        changed_.notify_all();
        if (is_written) continue;
        if (ends_) return;
        changed_.wait_for(lock, before_trying_again, [this] { return ends_; });
    }
}

std::vector<Look> AccessLog::find(const LookQuery& query) {
    flush();
    std::vector<Look> found;
    const LogQuestion question{query.who, about(query.subject_type, query.subject), query.from_ms, query.to_ms,
                               query.before};
    keep_.read_log(question, [&](const LoggedLine& line) {
        auto look = decode(line.bytes);
        if (!look) throw Fault("store.damaged", "accounts.sqlite: line " + std::to_string(line.seq) + " of the log");
        if (!query.act.empty() && look->act != query.act) return true;
        if (!query.subject_type.empty() && look->subject_type != query.subject_type) return true;
        look->seq = line.seq;
        found.push_back(std::move(*look));
        return found.size() < query.most;
    });
    return found;
}

std::optional<std::uint64_t> AccessLog::broken_at() {
    flush();
    return verify_log(keep_).broken_at;
}

LogSoundness verify_log(Keep& keep) {
    LogSoundness soundness;
    std::optional<LoggedLine> after;        // the line above, whose link this one is part of
    const auto judge = [&](const LoggedLine& line, const Digest& before) {
        const auto look = decode(line.bytes);
        const bool is_sound = look && look->at_ms == line.at_ms && look->who == line.who &&
                              about(look->subject_type, look->subject) == line.about &&
                              link_of(before, line) == line.link;
        if (!is_sound) soundness.broken_at = line.seq;
    };
    keep.read_log({}, [&](const LoggedLine& line) {
        ++soundness.lines;
        if (after && after->seq != line.seq + 1) soundness.broken_at = after->seq;
        else if (after) judge(*after, line.link);
        after = line;
        return true;
    });
    if (after && after->seq != 1) soundness.broken_at = after->seq;
    else if (after) judge(*after, Digest{});
    return soundness;
}

}  // namespace nennep::accounts
