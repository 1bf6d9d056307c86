#include "http/api/jobs.hpp"

#include <algorithm>
#include <array>

#include "base/bytes.hpp"
#include "http/api/waiting.hpp"
#include "service/line_reader.hpp"

namespace nennep::http {
namespace {

constexpr std::array<std::string_view, 8> state_names{"waiting", "running", "done",        "refused",
                                                      "stopped", "failed",  "interrupted", "held"};
constexpr std::uint8_t row_format = 1;

std::string key_of(std::uint64_t id) {
    auto digits = std::to_string(id);
    return std::string(20 - digits.size(), '0') + digits;      // keys are in the order of numbers
}

std::string encode(const Job& job) {
    ByteWriter out;
    out.u8(row_format);
    out.u64(job.id);
    out.u64(job.account);
    out.text(job.by);
    out.text(job.file_name);
    out.raw(bytes_of(job.file));
    out.varint(job.bytes);
    out.u8(job.check_only ? 1 : 0);
    out.u8(job.keep_good ? 1 : 0);
    out.u8(static_cast<std::uint8_t>(job.state));
    out.i64(job.sent_ms);
    out.i64(job.ended_ms);
    out.text(job.result);
    return out.take();
}

std::optional<Job> decode(std::string_view bytes) {
    ByteReader in(bytes);
    if (in.u8() != row_format) return std::nullopt;
    Job job;
    job.id = in.u64();
    job.account = in.u64();
    job.by = in.text();
    job.file_name = in.text();
    const auto digest = in.raw(job.file.size());
    std::copy(digest.begin(), digest.end(), job.file.begin());
    job.bytes = static_cast<std::size_t>(in.varint());
    job.check_only = in.u8() != 0;
    job.keep_good = in.u8() != 0;
    const auto state = in.u8();
    job.sent_ms = in.i64();
    job.ended_ms = in.i64();
    job.result = in.text();
    if (!in.done() || state >= state_names.size()) return std::nullopt;
    job.state = static_cast<Job::State>(state);
    return job;
}

}  // namespace

std::string_view name_of(Job::State state) { return state_names[static_cast<std::size_t>(state)]; }

Jobs::Jobs(service::SharedBooks& books, journal::Store& blobs, accounts::Keep& keep, const catalogue::Rights& rights,
           service::Surroundings surroundings, Explain explain)
    : books_(books),
      blobs_(blobs),
      keep_(keep),
      rights_(rights),
      surroundings_(std::move(surroundings)),
      explain_(std::move(explain)) {
    keep_.read(accounts::Shelf::job, [&](std::string_view, std::string_view bytes) {
        if (auto job = decode(bytes)) jobs_[job->id] = std::move(*job);
    });
    for (auto& [id, job] : jobs_) {
        if (job.state != Job::State::waiting && job.state != Job::State::running) continue;
        job.state = Job::State::interrupted;
        save(job);
    }
    worker_ = std::thread([this] { work(); });
}

Jobs::~Jobs() {
    ends_ = true;
    {
        const std::lock_guard lock(mutex_);
        changed_.notify_all();
    }
    worker_.join();
}

// Looking at a file costs time and memory too, so its place is taken before.
bool Jobs::take_a_place(std::uint64_t account) {
    const std::lock_guard lock(mutex_);
    std::size_t own = being_sent_[account], all = orders_.size();
    for (const auto& [sender, count] : being_sent_) all += count;
    const auto is_own = [&](const Order& order) { return order.who.account == account; };
    own += static_cast<std::size_t>(std::count_if(orders_.begin(), orders_.end(), is_own));
    if (own >= most_waiting_of_one || all >= most_waiting) return false;
    ++being_sent_[account];
    return true;
}

Result<Job, Refusal> Jobs::send(const accounts::Who& who, Job job, std::string content) {
    if (!take_a_place(who.account)) {
        return Refusal{"import.too_many_waiting", "", {{"limit", std::to_string(most_waiting_of_one)}}};
    }
    struct Place {
        Jobs& jobs;
        std::uint64_t account;
        ~Place() {
            const std::lock_guard lock(jobs.mutex_);
            if (--jobs.being_sent_[account] == 0) jobs.being_sent_.erase(account);
        }
    } place{*this, who.account};
    service::SourceFiles files;     // is it one at all?
    if (auto refusal = files.add_content(job.file_name, content)) return *refusal;
    if (surroundings_.zone == service::Zone::connected) {
        const auto& lines = files.lines();
        const auto secret = std::find_if(lines.begin(), lines.end(), service::holds_a_secret);
        // A mark stands at an end of a name, before ".jsonl".
        const auto stem = std::string_view(job.file_name).substr(0, job.file_name.rfind('.'));
        if (secret != lines.end() || service::bears_mark(job.file_name) || service::bears_mark(stem)) {
            return Refusal{"zone.file_holds_secrets", "", {{"line", std::to_string(secret - lines.begin() + 1)}}};
        }
    }
    job.account = who.account;
    job.by = who.name;
    job.bytes = content.size();
    job.sent_ms = surroundings_.now_ms();
    job.file = blobs_.put_blob(content);
    return add(who, std::move(job));
}

Job Jobs::add(const accounts::Who& who, Job job) {
    const std::lock_guard lock(mutex_);
    job.id = jobs_.empty() ? 1 : jobs_.rbegin()->first + 1;
    jobs_[job.id] = job;
    save(job);
    orders_.push_back({job.id, who});
    changed_.notify_all();
    return job;
}

std::optional<Job> Jobs::find(std::uint64_t id) const {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) return std::nullopt;
    return found->second;
}

std::vector<Job> Jobs::all(std::uint64_t account) const {
    const std::lock_guard lock(mutex_);
    std::vector<Job> found;
    for (auto at = jobs_.rbegin(); at != jobs_.rend(); ++at) {
        if (account == 0 || at->second.account == account) found.push_back(at->second);
    }
    return found;
}

std::optional<std::string> Jobs::file(const Job& job) const { return blobs_.get_blob(job.file); }

void Jobs::stop(std::uint64_t id) {
    to_stop_ = id;
    const std::lock_guard lock(mutex_);
    std::erase_if(orders_, [&](const Order& order) { return order.id == id; });
    auto& job = jobs_.at(id);
    if (job.state != Job::State::waiting) return;
    job.state = Job::State::stopped;
    job.ended_ms = surroundings_.now_ms();
    save(job);
}

void Jobs::forget_ended_before(std::int64_t ms) {
    std::vector<accounts::Row> gone;
    {
        const std::lock_guard lock(mutex_);
        for (auto at = jobs_.begin(); at != jobs_.end() && std::next(at) != jobs_.end();) {
            const auto ended_ms = at->second.ended_ms;
            if (ended_ms == 0 || ended_ms >= ms) {
                ++at;
                continue;
            }
            gone.push_back({accounts::Shelf::job, key_of(at->first), {}});
            at = jobs_.erase(at);
        }
    }
    if (!gone.empty()) keep_.put(gone);
}

void Jobs::save(const Job& job) {
    const accounts::Row row{accounts::Shelf::job, key_of(job.id), encode(job)};
    keep_.put({&row, 1});
}

Job Jobs::change(std::uint64_t id, const std::function<void(Job&)>& how) {
    const std::lock_guard lock(mutex_);
    auto& job = jobs_.at(id);
    how(job);
    return job;
}

void Jobs::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return ends_ || !orders_.empty(); });
        if (ends_) return;
        const auto order = std::move(orders_.front());
        orders_.pop_front();
        lock.unlock();
        run(order);
        lock.lock();
    }
}

void Jobs::run(const Order& order) {
    const auto job = change(order.id, [](Job& changed) { changed.state = Job::State::running; });
    const service::OnBehalf on_behalf{rights_, order.who.grants, order.who.person};
    service::RecordingOptions options;
    options.on_behalf = &on_behalf;
    options.check_only = job.check_only;
    options.keep_good = job.keep_good;
    options.progress = [&](std::string_view stage, std::size_t so_far, std::size_t of) {
        change(order.id, [&](Job& changed) {
            changed.stage = stage;
            changed.so_far = so_far;
            changed.of = of;
        });
    };
    options.stop = [&] { return ends_.load() || to_stop_ == order.id; };
    auto state = Job::State::failed;
    std::string result;
    try {
        service::SourceFiles files;
        files.add_content(job.file_name, blobs_.get_blob(job.file).value());
        const auto receipt = books_.record(order.who.name, files.lines(), options);
        result = explain_(receipt, files);
        if (receipt.is_held_back && !job.check_only) {
            const auto act =
                keep_waiting(keep_, order.who, files.lines(), receipt, surroundings_.now_ms(), job.file_name);
            result.insert(result.size() - 1, ",\"waiting\":" + json_quoted(act.id));
        }
        const bool is_refused = !receipt.objections.empty() && (!job.keep_good || receipt.recorded == 0);
        state = receipt.is_held_back && !job.check_only ? Job::State::held
                : receipt.stopped ? Job::State::stopped : is_refused ? Job::State::refused : Job::State::done;
    } catch (const Fault& fault) {
        result = "{\"fault\":" + json_quoted(fault.code()) + "}";
    }
    const std::lock_guard lock(mutex_);
    auto& ended = jobs_.at(order.id);
    ended.state = state;
    ended.result = std::move(result);
    ended.ended_ms = surroundings_.now_ms();
    save(ended);
}

}  // namespace nennep::http
