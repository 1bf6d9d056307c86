// Settings: every one of them has its words, holds by itself, and is read as it is printed.
#include <gtest/gtest.h>

#include "cli/settings.hpp"
#include "main/house.hpp"

namespace nennep::test {
namespace {

using cli::GivenSetting;
using cli::read_settings;

const std::vector<std::string> events{"member.disciplined"};

cli::SettingsRead read(const std::vector<GivenSetting>& given) { return read_settings(given, events); }

TEST(settings, all_have_words_in_both_languages) {
    const auto catalogue = build_catalogue();
    for (const auto& setting : read({}).shown) {
        EXPECT_TRUE(catalogue.texts().has("setting." + setting.name)) << setting.name;
    }
}

TEST(settings, what_holds_by_itself_contradicts_nothing) {
    EXPECT_FALSE(read({}).refusals);
    for (const auto& setting : read({}).shown) {
        if (!setting.has_range) continue;
        const auto value = std::stoll(setting.value);
        EXPECT_GE(value, setting.least) << setting.name;
        EXPECT_LE(value, setting.most) << setting.name;
    }
}

TEST(settings, numbers_go_in_and_out_in_the_unit_that_they_name) {
    const auto all = read({{"limits.body_kib", std::int64_t{512}, "a:1"},
                           {"limits.upload_mib", std::int64_t{2}, "a:2"},
                           {"limits.head_seconds", std::int64_t{7}, "a:3"},
                           {"sessions.idle_minutes", std::int64_t{10}, "a:4"}});
    ASSERT_FALSE(all.refusals);
    EXPECT_EQ(all.settings.server.limits.body_bytes, 512u * 1024);
    EXPECT_EQ(all.settings.server.limits.upload_bytes, 2u * 1024 * 1024);
    EXPECT_EQ(all.settings.server.limits.head_time, std::chrono::seconds(7));
    EXPECT_EQ(all.settings.accounts.idle_ms, 10 * 60 * 1000);
    for (const auto& setting : all.shown) {
        if (setting.place != "a:1") continue;
        EXPECT_EQ(setting.value, "512");
    }
}

TEST(settings, the_edges_of_a_range_belong_to_it) {
    for (const auto& setting : read({}).shown) {
        if (!setting.has_range) continue;
        const auto code = [&](std::int64_t value) {
            const auto all = read({{setting.name, value, "a:1"}});
            for (const auto& refusal : all.refusals.all()) {
                if (refusal.code == "settings.out_of_range") return refusal.code;
            }
            return std::string();
        };
        EXPECT_EQ(code(setting.least), "") << setting.name;
        EXPECT_EQ(code(setting.most), "") << setting.name;
        EXPECT_EQ(code(setting.least - 1), "settings.out_of_range") << setting.name;
        EXPECT_EQ(code(setting.most + 1), "settings.out_of_range") << setting.name;
    }
}

TEST(settings, addresses_are_taken_apart) {
    const auto server = [](const std::string& listen) {
        const auto all = read({{"server.listen", listen, "a:1"}, {"zone", std::string("ket_noi"), "a:2"},
                               {"server.trusted_proxies", std::vector<std::string>{"10.0.0.2"}, "a:3"}});
        return all.refusals ? "refused" : all.settings.server.address + " " + std::to_string(all.settings.server.port);
    };
    EXPECT_EQ(server("127.0.0.1:8080"), "127.0.0.1 8080");
    EXPECT_EQ(server("localhost:0"), "127.0.0.1 0");
    EXPECT_EQ(server("[::1]:443"), "::1 443");
    EXPECT_EQ(server("0.0.0.0:65535"), "0.0.0.0 65535");
    for (const char* wrong : {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "::1:80",
                              "nennep:80", "127.0.0.1:80 ", "[::1:80", "1.2.3.4.5:80"}) {
        EXPECT_EQ(server(wrong), "refused") << wrong;
    }
}

TEST(settings, later_ones_win) {
    const auto all = read({{"zone", std::string("ket_noi"), "a:1"}, {"zone", std::string("don_le"), "--zone"}});
    EXPECT_EQ(all.settings.zone, service::Zone::alone);
}

TEST(settings, loopback_needs_no_tls_and_the_network_does) {
    const auto codes = [](const std::vector<GivenSetting>& given) {
        const auto all = read(given);
        std::string said;
        for (const auto& refusal : all.refusals.all()) said += refusal.code + " ";
        return said;
    };
    const GivenSetting everywhere{"server.listen", std::string("[::]:443"), "a:1"};
    const GivenSetting closed{"zone", std::string("lan_doc_lap"), "a:2"};
    const GivenSetting certificate{"server.tls_cert", std::string("/c"), "a:3"};
    const GivenSetting key{"server.tls_key", std::string("/k"), "a:4"};
    const GivenSetting proxies{"server.trusted_proxies", std::vector<std::string>{"10.0.0.2"}, "a:5"};
    EXPECT_EQ(codes({everywhere}), "settings.open_without_tls settings.alone_on_the_network ");
    EXPECT_EQ(codes({everywhere, closed}), "settings.open_without_tls ");
    EXPECT_EQ(codes({everywhere, closed, certificate}), "settings.half_a_certificate settings.open_without_tls ");
    EXPECT_EQ(codes({everywhere, closed, certificate, key}), "");
    EXPECT_EQ(codes({everywhere, closed, proxies}), "");
    EXPECT_EQ(codes({{"server.listen", std::string("127.0.0.2:80"), "a:1"}}), "");
}

}  // namespace
}  // namespace nennep::test
