// The server, put together: books that many use at once, accounts, the API, and the door. It serves
// until somebody presses Ctrl-C or asks the program to end; what is in hand is finished then.
#include <malloc.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <thread>

#include "base/bytes.hpp"
#include "cli/readiness.hpp"
#include "cli/settings.hpp"
#include "http/api/changes.hpp"
#include "http/api/gate.hpp"
#include "http/api/health.hpp"
#include "http/api/idempotency.hpp"
#include "http/api/imports.hpp"
#include "http/api/jobs.hpp"
#include "http/api/kept_pages.hpp"
#include "http/api/routes.hpp"
#include "http/metrics.hpp"
#include "http/request_log.hpp"
#include "http/web/pages.hpp"
#include "journal/shared_store.hpp"
#include "service/listing.hpp"

namespace nennep::cli {
namespace {

using namespace std::chrono_literals;

constexpr int largest_kept_block = 1 << 20;
constexpr auto between_looks = 200ms;
constexpr int looks_of_an_hour = 5 * 60 * 60;
constexpr int looks_between_trims = 5 * 10;
constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

// Where the server says what it does: a file, or standard error, where systemd's journal takes it.
class ServerLog {
public:
    explicit ServerLog(const std::string& file) {
        if (file.empty()) return;
        file_.open(file, std::ios::app);
        if (!file_) throw Fault("out.unwritable", file);
    }
    void line(const std::string& text) {
        const std::lock_guard lock(mutex_);
        auto& out = file_.is_open() ? static_cast<std::ostream&>(file_) : std::cerr;
        out << text << std::flush;
    }

private:
    std::mutex mutex_;
    std::ofstream file_;
};

std::uint64_t resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    std::uint64_t whole = 0;
    std::uint64_t resident = 0;
    statm >> whole >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// Everything that a server holds, in the order in which it is needed and, backwards, let go.
class RunningServer {
public:
    RunningServer(const Call& call, const Settings& settings)
        : call_(call),
          settings_(settings),
          log_(settings.log_file),
          rights_(by_settings(call.house.rights, settings)),
          surroundings_(call.house.surroundings),
          store_(call.house.open_store(settings.data, Access::create),
                 [&call, data = settings.data] { return call.house.open_store(data, Access::read); }),
          books_(store_, call.house.catalogue, call.house.program),
          shared_(books_, zoned(surroundings_, settings.zone)),
          keep_(call.house.open_keep(settings.data, Access::create)),
          accounts_(*keep_, settings.accounts, outside()),
          search_(call.house.catalogue, {"person", "organisation", "directive"}),
          lists_(call.house.catalogue),
          changes_(shared_),
          jobs_(shared_, store_, *keep_, rights_, zoned(surroundings_, settings.zone),
                [&call](const service::Receipt& receipt, const service::SourceFiles& files) {
                    return http::import_result(call.house.catalogue.texts(), receipt, files);
                }),
          router_(http::all_routes()),
          web_(http::Assets(call.house.web), call.house.catalogue.texts(), surroundings_.random),
          metrics_(route_names()) {
        scratch_ = std::filesystem::path(settings.data) / "scratch";
        std::filesystem::remove_all(scratch_);      // of a program that was killed
        std::filesystem::create_directory(scratch_);
        std::filesystem::permissions(scratch_, std::filesystem::perms::owner_all);
        started_ms_ = surroundings_.now_ms();
    }

    Status serve() {
        if (const auto secret = service::first_out_of_place(books_, settings_.zone)) {
            throw Refused{{"zone.books_hold_secrets", "zone", {{"seq", std::to_string(*secret)}}}};
        }
        http::Health health{[this] { return is_ready(); }, [this] { return metrics(); }};
        const http::Desk desk{
            .catalogue = call_.house.catalogue,
            .rights = rights_,
            .books = shared_,
            .accounts = accounts_,
            .search = search_,
            .lists = lists_,
            .jobs = jobs_,
            .changes = changes_,
            .pages = pages_,
            .annual_report = call_.house.annual_report,
            .surroundings = zoned(surroundings_, settings_.zone),
            .version = call_.house.version,
            .routes = &router_.routes(),
            .health = &health,
            .scratch = scratch_,
            .report_fault = [this](const Fault& fault) { note_fault(fault); },
        };
        const http::Gate gate(desk, router_);
        server_ = std::make_unique<http::Server>(settings_.server, handling(gate));
        listen_for_interruption();
        announce();
        tell_service_manager("READY=1");
        std::thread watch([this] { look_after(); });
        server_->run();
        is_over_ = true;
        watch.join();
        accounts_.log().flush();
        call_.terminal.note(call_.terminal.say("serve.ended"));
        return done;
    }

private:
    static service::Surroundings zoned(service::Surroundings surroundings, service::Zone zone) {
        surroundings.zone = zone;
        return surroundings;
    }

    static catalogue::Rights by_settings(catalogue::Rights rights, const Settings& settings) {
        for (const auto& [event_type, is_asked] : settings.two_persons) rights.ask_for_two(event_type, is_asked);
        return rights;
    }

    // The time of day at the start, and what has passed since: sessions and waits do not care about a
    // clock that is set.
    static std::function<std::int64_t()> steady_now(const service::Surroundings& surroundings) {
        using std::chrono::steady_clock;
        return [start_ms = surroundings.now_ms(), begun = steady_clock::now()] {
            using std::chrono::duration_cast;
            return start_ms + duration_cast<std::chrono::milliseconds>(steady_clock::now() - begun).count();
        };
    }

    accounts::Accounts::Outside outside() {
        return {steady_now(surroundings_), accounts::fill_with_chance, [this] {
                    const auto reading = shared_.read();
                    const auto& directory = reading.world().directory;
                    std::vector<std::string> words;
                    for (const auto organisation : directory.ranked(call_.house.catalogue.organisations())) {
                        words.push_back(directory[organisation].key);
                        words.push_back(directory[organisation].label);
                    }
                    return words;
                }};
    }

    std::vector<std::string> route_names() const {
        std::vector<std::string> names;
        for (const auto& route : router_.routes()) names.push_back(route.name);
        names.emplace_back(http::Pages::page_name);
        names.emplace_back(http::Pages::asset_name);
        return names;
    }

    http::Handling handling(const http::Gate& gate) {
        http::Handling handling;
        handling.handle = [this, &gate](const http::Request& request) {
            return gate.is_asked(request) ? gate.handle(request) : web_.handle(request);
        };
        handling.is_slow = [&gate](const http::Request& request) {
            const auto* route = gate.route_of(request);
            const auto* format = request.parameter("format");
            const bool is_file = format != nullptr && *format != "json";
            return route != nullptr && (route->is_slow || is_file || request.parameter("as_known") != nullptr);
        };
        handling.takes_upload = [&gate](const http::Request& request) {
            const auto* route = gate.route_of(request);
            return route != nullptr && route->takes_upload;
        };
        handling.refuse = [&gate](int status, std::string_view code) { return gate.refuse(nullptr, status, code); };
        handling.failed = [this](const http::Request&, std::string_view what) {
            log_.line("{\"bug\":" + json_quoted(what) + "}\n");
        };
        handling.now_s = [this] { return surroundings_.now_ms() / 1000; };
        handling.done = [this, &gate](const http::Request& request, int status, std::size_t bytes,
                                      std::chrono::microseconds took) {
            const auto* route = gate.route_of(request);
            const std::string_view name = route == nullptr ? web_.name_of(request) : route->name;
            metrics_.count(name, request.method, status, bytes, took);
            const bool is_wanted = settings_.log_level >= LogLevel::info || status >= 500;
            if (!is_wanted) return;
            const auto id = std::to_string(++requests_);
            log_.line(http::log_line(request, {surroundings_.now_ms(), id, name, status, bytes, took}));
        };
        return handling;
    }

    void note_fault(const Fault& fault) {
        log_.line("{\"fault\":" + json_quoted(fault.code()) + ",\"context\":" + json_quoted(fault.what()) + "}\n");
    }

    bool is_ready() {
        if (was_interrupted() || accounts_.log().is_stuck()) return false;
        try {
            store_.head();
            return true;
        } catch (const Fault& fault) {
            note_fault(fault);
            return false;
        }
    }

    std::string metrics() {
        const auto up_seconds = (surroundings_.now_ms() - started_ms_) / 1000;
        return metrics_.text(server_->state(), {resident_bytes(), up_seconds});
    }

    std::string address() const {
        if (!settings_.public_address.empty()) return settings_.public_address;
        const auto& server = settings_.server;
        const auto host = server.address.find(':') == std::string::npos ? server.address : "[" + server.address + "]";
        return (server.tls_certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(server_->port());
    }

    void announce() {
        call_.out << call_.terminal.say("serve.listens", {{"address", address()}}) << std::endl;
        if (const auto secret = accounts_.invite_first_administrator()) {
            call_.out << call_.terminal.say("serve.first_administrator",
                                            {{"link", address() + "/dang-nhap/lan-dau#" + *secret}})
                      << std::endl;
        }
    }

    // Follows what other programs record in the same folder, and notices that it is time to end.
    void look_after() {
        int ticks = 0;
        bool is_told = false;
        while (!is_over_) {
            std::this_thread::sleep_for(between_looks);
            if (was_interrupted()) {
                if (!std::exchange(is_told, true)) tell_service_manager("STOPPING=1");
                server_->stop();
            }
            if (++ticks % 5 != 0) continue;
            if (ticks % looks_between_trims == 0) malloc_trim(0);
            try {
                if (ticks % looks_of_an_hour == 5) {
                    jobs_.forget_ended_before(surroundings_.now_ms() - settings_.keep_jobs_days * day_ms);
                    http::forget_keys_before(*keep_, surroundings_.now_ms() - http::keys_known_ms);
                }
                shared_.follow();
            } catch (const Fault& fault) {
                note_fault(fault);
            }
        }
    }

    const Call& call_;
    const Settings& settings_;
    ServerLog log_;
    catalogue::Rights rights_;
    service::Surroundings surroundings_;
    journal::SharedStore store_;
    service::Books books_;
    service::SharedBooks shared_;
    std::unique_ptr<accounts::Keep> keep_;
    accounts::Accounts accounts_;
    service::SearchIndex search_;
    service::Lists lists_;
    http::Changes changes_;
    http::KeptPages pages_;
    http::Jobs jobs_;
    http::Router router_;
    http::Pages web_;
    http::Metrics metrics_;
    std::filesystem::path scratch_;
    std::int64_t started_ms_ = 0;
    std::atomic<std::uint64_t> requests_{0};
    std::atomic<bool> is_over_{false};
    std::unique_ptr<http::Server> server_;
};

}  // namespace

Status serve(const Call& call) {
    const auto settings = settings_of(call);
    // A large upload is given back to the system as soon as it is done with. By itself the C library learns
    // to keep blocks of that size, and a few files of 20 MB would stay with the server for good.
    mallopt(M_MMAP_THRESHOLD, largest_kept_block);
    return RunningServer(call, settings).serve();
}

}  // namespace nennep::cli
