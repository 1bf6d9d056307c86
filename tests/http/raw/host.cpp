#include "host.hpp"

#include <unistd.h>

#include <fstream>
#include <new>
#include <stdexcept>

namespace nennep::http {
namespace {

Response text(std::string body) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

std::string lines(std::size_t count) {
    std::string out;
    while (out.size() < count) out += "Đồng chí Nguyễn Văn Ân, chi bộ 4, kết nạp ngày 28-12-2020\n";
    return out;
}

std::string lines_of(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) out += name + "=" + value + "\n";
    return out;
}

}  // namespace

bool soon(const std::function<bool()>& claim) {
    for (int i = 0; i < 1000; ++i) {
        if (claim()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

Host::Host(const std::function<void(ServerSettings&)>& change) {
    static std::atomic<int> number = 0;
    file_ = std::filesystem::temp_directory_path() /
            ("nennep_http_" + std::to_string(getpid()) + "_" + std::to_string(++number));
    ServerSettings settings;
    settings.port = 0;
    settings.workers = 2;
    if (change) change(settings);
    Handling handling;
    handling.handle = [this](const Request& request) { return answer(request); };
    handling.is_slow = [](const Request& request) { return request.path == "/slow"; };
    handling.takes_upload = [](const Request& request) { return request.parameter("upload") != nullptr; };
    handling.done = [this](const Request& request, int status, std::size_t bytes, std::chrono::microseconds) {
        const std::lock_guard lock(mutex_);
        told_.push_back({request.path, status, bytes});
    };
    handling.refuse = [](int status, std::string_view code) {
        auto response = text(std::string(code));
        response.status = status;
        return response;
    };
    handling.failed = [this](const Request&, std::string_view what) {
        const std::lock_guard lock(mutex_);
        failures_.emplace_back(what);
    };
    handling.now_s = [] { return std::int64_t{1'609'142'400}; };
    server_ = std::make_unique<Server>(settings, handling);
    thread_ = std::thread([this] {
        server_->run();
        has_ended_ = true;
    });
}

Host::~Host() {
    let_go();
    server_->stop();
    wait();
    server_.reset();
    std::filesystem::remove(file_);
}

void Host::wait() {
    if (thread_.joinable()) thread_.join();
}

void Host::let_go() {
    const std::lock_guard lock(mutex_);
    is_open_ = true;
    gate_.notify_all();
}

std::vector<Host::Told> Host::told() const {
    const std::lock_guard lock(mutex_);
    return told_;
}

std::vector<std::string> Host::failures() const {
    const std::lock_guard lock(mutex_);
    return failures_;
}

Response Host::slow() {
    ++slow_begun_;
    std::unique_lock lock(mutex_);
    gate_.wait(lock, [this] { return is_open_; });
    return text("at last");
}

// /events ends after three; /steady goes on, silent but for its first word.
Response Host::events(bool is_steady) {
    // Counted as long as the server holds it.
    ++streams_;
    const std::shared_ptr<void> held(nullptr, [this](void*) { --streams_; });
    Response response;
    response.content_type = "text/event-stream";
    response.stream = std::make_shared<Stream>();
    response.stream->every_ms = 10;
    response.stream->next = [is_steady, held, count = 0]() mutable -> std::optional<std::string> {
        ++count;
        if (is_steady) return count == 1 ? "data: begun\n\n" : "";
        if (count > 3) return std::nullopt;
        return "data: " + std::to_string(count) + "\n\n";
    };
    return response;
}

Response Host::file() {
    std::ofstream(file_, std::ios::binary) << lines(300'000);
    auto response = text("");
    response.file = std::shared_ptr<const std::filesystem::path>(
        new std::filesystem::path(file_), [](const std::filesystem::path* path) {
            std::filesystem::remove(*path);
            delete path;
        });
    return response;
}

Response Host::answer(const Request& request) {
    const auto& path = request.path;
    if (path == "/hello") return text("hello");
    if (path == "/echo") return text(request.body);
    if (path == "/query") return text(lines_of(request.query));
    if (path == "/headers") return text(lines_of(request.headers));
    if (path == "/method") return text(std::string(name_of(request.method)));
    if (path == "/who") return text(request.peer + (request.is_secure ? " https" : " http"));
    if (path == "/long") return text(lines(10'000));
    if (path == "/cookie") return text(lines(10'000)).with("Set-Cookie", "session=secret");
    if (path == "/forged") return text("").with("X-Name", "one\r\nX-Second: two");
    if (path == "/page") return text("").with("Content-Security-Policy", "default-src 'self'");
    if (path == "/huge") return text(std::string(20'000'000, 'x'));
    if (path == "/slow") return slow();
    if (path == "/file") return file();
    if (path == "/events") return events(false);
    if (path == "/steady") return events(true);
    if (path == "/bug") throw std::logic_error("a law is broken");
    if (path == "/oddity") throw 1;
    if (path == "/memory") throw std::bad_alloc();
    if (path == "/kept") {
        auto response = text(lines(2'000));
        response.etag = "v 17\"";
        response.may_be_kept = true;
        return response;
    }
    auto response = text("nothing here");
    response.status = 404;
    return response;
}

}  // namespace nennep::http
