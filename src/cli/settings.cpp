#include "cli/settings.hpp"

#include <arpa/inet.h>

#include <algorithm>

#include "cli/setting_list.hpp"

namespace nennep::cli {
namespace {

bool is_ip_address(const std::string& text) {
    in6_addr into{};
    return inet_pton(AF_INET, text.c_str(), &into) == 1 || inet_pton(AF_INET6, text.c_str(), &into) == 1;
}

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080" into its parts; false where it is none of these.
bool read_listen(std::string_view listen, http::ServerSettings& server) {
    const auto colon = listen.rfind(':');
    if (colon == std::string_view::npos) return false;
    auto address = listen.substr(0, colon);
    const auto port = parse_decimal(listen.substr(colon + 1), 0);
    if (!port || *port < 0 || *port > 65'535) return false;
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    else if (address.find(':') != std::string_view::npos) return false;
    server.address = address == "localhost" ? "127.0.0.1" : std::string(address);
    server.port = static_cast<std::uint16_t>(*port);
    return is_ip_address(server.address);
}

bool is_web_address(std::string_view text) {
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos) return false;
    const auto host = text.substr(scheme + 3);
    const bool is_plain = host.find_first_of(" \t\"<>?#@\\") == std::string_view::npos;
    return (text.starts_with("https://") || text.starts_with("http://")) && !host.empty() &&
           host.front() != '/' && is_plain;
}

// What single settings cannot know: whether they go together.
class Contradictions {
public:
    Contradictions(const Settings& settings, const SettingList& list, Refusals& into)
        : settings_(settings), list_(list), into_(into) {}

    void find() {
        const auto& server = settings_.server;
        const auto& limits = server.limits;
        const auto& accounts = settings_.accounts;
        const bool has_tls = !server.tls_certificate.empty() && !server.tls_key.empty();
        const bool is_open = !is_loopback(server.address);
        object(server.tls_certificate.empty() != server.tls_key.empty(), "settings.half_a_certificate",
               server.tls_key.empty() ? "server.tls_cert" : "server.tls_key");
        object(is_open && !has_tls && server.trusted_proxies.empty(), "settings.open_without_tls", "server.listen",
               {{"address", server.address}});
        object(is_open && settings_.zone == service::Zone::alone, "settings.alone_on_the_network",
               list_.was_given("zone") ? "zone" : "server.listen", {{"address", server.address}});
        object(has_tls && settings_.public_address.starts_with("http://"), "settings.address_without_tls",
               "server.public_address");
        object(accounts.idle_administrator_ms > accounts.idle_ms, "settings.administrators_idle_longer",
               "sessions.idle_administrator_minutes");
        object(limits.connections_of_a_peer > limits.connections, "settings.peer_above_all",
               "limits.connections_of_a_peer");
        object(limits.body_bytes > limits.upload_bytes, "settings.body_above_upload", "limits.body_kib");
    }

private:
    void object(bool objection, std::string_view code, std::string_view setting, Arguments shown = {}) {
        into_.when(objection, code, list_.place_of(setting), std::move(shown));
    }

    const Settings& settings_;
    const SettingList& list_;
    Refusals& into_;
};

void judge_texts(Settings& settings, const SettingList& list, Refusals& into) {
    into.when(settings.data.empty(), "settings.no_data", list.place_of("data"));
    into.when(!read_listen(settings.listen, settings.server), "settings.not_an_address",
              list.place_of("server.listen"), {{"value", settings.listen}});
    into.when(!settings.public_address.empty() && !is_web_address(settings.public_address),
              "settings.not_a_web_address", list.place_of("server.public_address"),
              {{"value", settings.public_address}});
    for (const auto& proxy : settings.server.trusted_proxies) {
        into.when(!is_ip_address(proxy), "settings.not_a_proxy", list.place_of("server.trusted_proxies"),
                  {{"value", proxy}});
    }
}

std::vector<GivenSetting> given_settings(const Call& call) {
    std::vector<GivenSetting> given;
    const auto& options = call.options;
    if (!options.config.empty()) {
        auto in_file = read_settings_file(options.config);
        if (!in_file) throw Refused{in_file.error()};
        given = std::move(in_file.value());
    }
    const auto option = [&](const char* setting, const std::string& value, const char* place) {
        if (!value.empty()) given.push_back({setting, value, place});
    };
    option("data", options.data, "--data");
    option("zone", options.zone, "--zone");
    option("server.listen", options.listen, "--listen");
    option("server.tls_cert", options.tls_cert, "--tls-cert");
    option("server.tls_key", options.tls_key, "--tls-key");
    return given;
}

SettingsRead settings_as_given(const Call& call) {
    const auto given = given_settings(call);
    return read_settings(given, call.house.catalogue.event_names());
}

}  // namespace

SettingsRead read_settings(std::span<const GivenSetting> given, const std::vector<std::string>& event_types) {
    SettingsRead read;
    SettingList list(read.settings, event_types);
    for (const auto& one : given) list.take(one, read.refusals);
    const bool is_readable = !read.refusals;
    judge_texts(read.settings, list, read.refusals);
    // By values that were not read nothing contradicts anything.
    if (is_readable && !read.refusals) Contradictions(read.settings, list, read.refusals).find();
    read.shown = list.shown();
    return read;
}

Settings settings_of(const Call& call) {
    auto read = settings_as_given(call);
    if (read.refusals) throw RefusedAll{read.refusals};
    return std::move(read.settings);
}

std::string data_of(const Call& call) {
    return call.options.data.empty() ? settings_of(call).data : call.options.data;
}

Status check_settings(const Call& call) {
    Options options = call.options;
    if (!options.files.empty()) options.config = options.files.front();
    const Call with_file{call.house, options, call.terminal, call.out};
    const auto read = settings_as_given(with_file);
    if (read.refusals) return call.terminal.refuse(read.refusals);
    print_settings(read.shown, call);
    return done;
}

Status default_settings(const Call& call) {
    Options options = call.options;
    options.config.clear();
    const Call without_file{call.house, options, call.terminal, call.out};
    const auto read = settings_as_given(without_file);
    if (read.refusals) return call.terminal.refuse(read.refusals);
    print_settings_file(read.shown, call);
    return done;
}

}  // namespace nennep::cli
