#include "cli/terminal.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <iostream>

namespace nennep::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

extern "C" void on_signal(int) { interrupted = true; }

constexpr auto between_updates = std::chrono::milliseconds(100);

}  // namespace

bool was_interrupted() { return interrupted; }

void listen_for_interruption() {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

Terminal::Terminal(const Texts& texts, Language language)
    : texts_(texts), language_(language), is_terminal_(isatty(STDERR_FILENO) == 1) {}

Terminal::~Terminal() { clear_line(); }

std::string Terminal::say(std::string_view key, const Arguments& shown) const {
    return texts_.get(key, language_, shown);
}

void Terminal::clear_line() {
    if (line_is_open_) std::cerr << "\r\033[K" << std::flush;
    line_is_open_ = false;
}

void Terminal::note(std::string_view text) {
    clear_line();
    std::cerr << text << std::endl;
}

service::Progress Terminal::progress() {
    if (!is_terminal_) return {};
    return [this](std::string_view stage, std::size_t done, std::size_t total) {
        const auto now = std::chrono::steady_clock::now();
        if (now - shown_at_ < between_updates) return;
        shown_at_ = now;
        line_is_open_ = true;
        std::cerr << "\r\033[K" << say("progress." + std::string(stage));
        if (total > 0) std::cerr << " " << done * 100 / total << "%";
        std::cerr << std::flush;
    };
}

Status Terminal::refuse(const Refusals& refusals) {
    for (const auto& refusal : refusals.all()) {
        note((refusal.field.empty() ? "" : refusal.field + ": ") + explain(refusal));
    }
    return refused;
}

std::string Terminal::explain(const Refusal& refusal) const {
    return texts_.explain(refusal, language_) + " [" + refusal.code + "]";
}

}  // namespace nennep::cli
