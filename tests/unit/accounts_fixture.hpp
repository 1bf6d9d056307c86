// Accounts on a Keep in memory, with a clock and chance of our own.
#pragma once
#include <gtest/gtest.h>

#include <random>

#include "accounts/accounts.hpp"
#include "accounts/names.hpp"
#include "accounts/second_factor.hpp"
#include "store/accounts/keep.hpp"

namespace nennep::accounts {

inline constexpr const char* good_password = "mèo lười ngủ trưa dưới gốc khế";
inline constexpr const char* other_password = "bảy con cò bay qua ao làng tôi";

inline const std::vector<Grant> office{{"office", "DUK"}};
inline const std::vector<Grant> admin{{"administrator", ""}};

class TestAccounts {
public:
    explicit TestAccounts(AccountSettings settings_given = {}, std::unique_ptr<Keep> keep_given = nullptr)
        : keep(keep_given ? std::move(keep_given) : store::open_memory_keep()), settings(settings_given) {
        settings.password_cost = {8 * 1024, 1};      // quick: what is tried here is not how hard it is
        settings.looks_after_itself = false;
        accounts = open();
    }
    // Another program on the same Keep.
    std::unique_ptr<Accounts> open() {
        return std::make_unique<Accounts>(*keep, settings, Accounts::Outside{
            [this] { return now_ms; },
            [this](char* into, std::size_t size) {
                for (std::size_t i = 0; i < size; ++i) into[i] = static_cast<char>(chance());
            },
            [] { return std::vector<std::string>{"Đảng bộ Sở Tài chính", "DN-04-04"}; }});
    }
    Accounts* operator->() { return accounts.get(); }

    // With a password, ready to sign in.
    void add(const std::string& name, std::vector<Grant> grants, const std::string& person = {}) {
        const auto invited = accounts->add(machine, {name, person, std::move(grants)});
        ASSERT_TRUE(invited) << invited.error().code;
        const auto used = accounts->use_link(invited->secret, "", good_password, "10.0.0.1");
        ASSERT_TRUE(used) << used.error().code;
    }
    // Signs in, with the code of an app that knows `seeds[name]`.
    Accounts::SignedIn sign_in(const std::string& name) {
        now_ms += 30'000;       // a new code
        const auto seed = seeds.find(name);
        auto signed_in = accounts->sign_in(name, good_password,
                                           seed == seeds.end() ? "" : code_at(seed->second, now_ms), "10.0.0.1");
        if (!signed_in) throw std::runtime_error(name + ": " + signed_in.error().code);
        return std::move(signed_in.value());
    }
    std::string code_for(const std::string& name, const std::string& password, const std::string& code = {}) {
        const auto signed_in = accounts->sign_in(name, password, code, "10.0.0.1");
        return signed_in ? "in" : signed_in.error().code;
    }
    std::vector<std::string> add_second_factor(const std::string& name) {
        auto who = sign_in(name).who;
        const auto factor = accounts->start_second_factor(who);
        const auto& address = factor->address;
        const auto begin = address.find("secret=") + 7;
        seeds[name] = from_base32(address.substr(begin, address.find('&') - begin));
        const auto codes = accounts->confirm_second_factor(who, code_at(seeds[name], now_ms), "");
        if (!codes) throw std::runtime_error(codes.error().code);
        return *codes;
    }
    Accounts::By by(const std::string& name) { return {accounts->find(name)->number, name, "10.0.0.1", false}; }

    static std::string from_base32(const std::string& text) {
        std::string bytes;
        std::uint32_t held = 0;
        unsigned bits = 0;
        for (const char c : text) {
            held = (held << 5U) | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
            bits += 5;
            if (bits >= 8) bytes += static_cast<char>((held >> (bits -= 8)) & 255U);
        }
        return bytes;
    }

    const Accounts::By machine{0, "root", "", true};
    std::int64_t now_ms = 1'700'000'000'000;
    std::mt19937_64 chance{7};
    std::unique_ptr<Keep> keep;
    AccountSettings settings;
    std::unique_ptr<Accounts> accounts;
    std::map<std::string, std::string> seeds;
};

inline std::vector<std::string> acts(Accounts& accounts, const std::string& act) {
    std::vector<std::string> all;
    LookQuery query;
    query.act = act;
    for (const auto& look : accounts.log().find(query))
        all.push_back(look.who + ": " + look.subject + " " + look.detail);
    return all;
}

}  // namespace nennep::accounts
