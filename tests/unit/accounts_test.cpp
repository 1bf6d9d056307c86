// Signing in, guessing, sessions, the second factor, tokens: each rule on both sides of its limit.
#include "accounts_fixture.hpp"

#include "accounts/guessing.hpp"

namespace nennep::accounts {
namespace {

TEST(accounts_sign_in, with_the_right_password_and_only_with_it) {
    TestAccounts a;
    a.add("hoa", office);
    EXPECT_EQ(a.code_for("hoa", good_password), "in");
    EXPECT_EQ(a.code_for("HOA", good_password), "in") << "capitals do not matter in names";
    EXPECT_EQ(a.code_for("hoa", std::string(good_password) + " "), "sign_in.wrong");
    EXPECT_EQ(a.code_for("hoa", ""), "sign_in.wrong");
    EXPECT_EQ(a.code_for("nobody", good_password), "sign_in.wrong");
    EXPECT_EQ(a.code_for("", ""), "sign_in.wrong");
    EXPECT_EQ(a.code_for("\xff\xfe", "\xff"), "sign_in.wrong");
    // The same accents, written another way.
    EXPECT_EQ(a.code_for("hoa", "me\xcc\x80o lười ngủ trưa dưới gốc khế"), "in");
}

TEST(accounts_sign_in, refuses_alike_whatever_is_wrong) {
    TestAccounts a;
    a.add("hoa", office);
    a.add("gone", office);
    ASSERT_TRUE(a->set_disabled(a.machine, "gone", true));
    ASSERT_TRUE(a->add(a.machine, {"invited", "", office}));
    for (const auto* name : {"hoa", "gone", "invited", "nobody"}) {
        const auto refused = a->sign_in(name, "không phải mật khẩu này", "", "10.0.0.1");
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, "sign_in.wrong");
        EXPECT_EQ(refused.error().field, "");
        EXPECT_TRUE(refused.error().arguments.empty());
    }
    EXPECT_EQ(a.code_for("gone", good_password), "sign_in.wrong");
}

TEST(accounts_guessing, five_times_then_waits_that_double_and_never_a_lock) {
    for (const std::string name : {"hoa", "nobody"}) {
        TestAccounts a;
        a.add("hoa", office);
        for (int i = 0; i < 5; ++i) EXPECT_EQ(a.code_for(name, "sai"), "sign_in.wrong") << i;
        std::int64_t wait_ms = 2000;
        for (int i = 0; i < 12; ++i) {
            const auto refused = a->sign_in(name, good_password, "", "");
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, "sign_in.wait") << name << " " << i;
            EXPECT_EQ(refused.error().arguments.at(0).second, std::to_string(wait_ms / 1000));
            a.now_ms += wait_ms - 1;
            EXPECT_EQ(a.code_for(name, "sai"), "sign_in.wait");
            a.now_ms += 1;
            EXPECT_EQ(a.code_for(name, "sai"), "sign_in.wrong");
            wait_ms = std::min<std::int64_t>(wait_ms * 2, 15 * minute_ms);
        }
        a.now_ms += wait_ms;
        EXPECT_EQ(a.code_for(name, good_password), name == "hoa" ? "in" : "sign_in.wrong");
        if (name == "hoa") {
            EXPECT_EQ(a.code_for(name, "sai"), "sign_in.wrong") << "the right one begins anew";
        }
    }
}

TEST(accounts_guessing, a_hundred_in_any_day_whatever_the_address) {
    TestAccounts a;
    a.add("hoa", office);
    std::size_t tries = 0;
    const auto begin = a.now_ms;
    while (a.now_ms < begin + day_ms) {
        if (a.code_for("hoa", "sai") == "sign_in.wrong") ++tries;
        a.now_ms += 10'000;
    }
    EXPECT_LE(tries, 100u);
    EXPECT_GE(tries, 95u);
    Guessing guessing;
    for (std::size_t i = 0; i < Guessing::tries_a_day; ++i) {
        EXPECT_EQ(guessing.begin("x", begin + static_cast<std::int64_t>(i) * 860'000).wait_ms > 0, false) << i;
        if (i % 4 == 3) guessing.was_right("x"), guessing.begin("x", begin + static_cast<std::int64_t>(i) * 860'000);
    }
    EXPECT_GT(guessing.begin("x", begin + day_ms - 1).wait_ms, 0);
    EXPECT_EQ(guessing.begin("x", begin + 2 * day_ms).wait_ms, 0);
}

TEST(accounts_guessing, alarms_at_twenty) {
    TestAccounts a;
    a.add("hoa", office);
    for (int i = 0; i < 19; ++i) {
        EXPECT_EQ(a.code_for("hoa", "sai"), "sign_in.wrong");
        a.now_ms += 16 * minute_ms;
    }
    EXPECT_TRUE(acts(*a.accounts, "sign_in_alarm").empty());
    EXPECT_EQ(a.code_for("hoa", "sai"), "sign_in.wrong");
    EXPECT_EQ(acts(*a.accounts, "sign_in_alarm").size(), 1u);
    EXPECT_EQ(acts(*a.accounts, "sign_in_failed").size(), 20u);
}

TEST(accounts_guessing, names_that_are_nobodys_are_not_written_down) {
    TestAccounts a;
    EXPECT_EQ(a.code_for("mật khẩu trong ô tên", "x"), "sign_in.wrong");
    for (const auto& line : acts(*a.accounts, "sign_in_failed")) EXPECT_EQ(line.find("mật"), std::string::npos);
    EXPECT_EQ(acts(*a.accounts, "sign_in_failed").size(), 1u);
}

TEST(accounts_sessions, end_when_idle_and_after_eight_hours) {
    TestAccounts a;
    a.add("hoa", office);
    const auto secret = a.sign_in("hoa").secret;
    ASSERT_EQ(secret.size(), 43u);
    a.now_ms += 15 * minute_ms - 1;
    EXPECT_TRUE(a->of_session(secret));
    a.now_ms += 15 * minute_ms - 1;
    EXPECT_TRUE(a->of_session(secret)) << "being used counts as activity";
    a.now_ms += 15 * minute_ms;
    EXPECT_FALSE(a->of_session(secret));
    const auto again = a.sign_in("hoa").secret;
    const auto begin = a.now_ms;
    while (a.now_ms < begin + 8 * hour_ms - minute_ms) {
        a.now_ms += minute_ms;
        ASSERT_TRUE(a->of_session(again));
    }
    a.now_ms = begin + 8 * hour_ms - 1;
    EXPECT_TRUE(a->of_session(again));
    a.now_ms = begin + 8 * hour_ms;
    EXPECT_FALSE(a->of_session(again));
    EXPECT_FALSE(a->of_session(""));
    EXPECT_FALSE(a->of_session(again.substr(1)));
}

TEST(accounts_sessions, of_administrators_end_after_five_minutes) {
    TestAccounts a;
    a.add("quang", admin);
    a.add_second_factor("quang");
    const auto secret = a.sign_in("quang").secret;
    a.now_ms += 5 * minute_ms - 1;
    EXPECT_TRUE(a->of_session(secret));
    a.now_ms += 5 * minute_ms;
    EXPECT_FALSE(a->of_session(secret));
}

TEST(accounts_sessions, are_kept_hashed_and_survive_the_program) {
    TestAccounts a;
    a.add("hoa", office);
    const auto secret = a.sign_in("hoa").secret;
    a.keep->read(Shelf::session, [&](std::string_view key, std::string_view bytes) {
        EXPECT_EQ(std::string(key).find(secret), std::string::npos);
        EXPECT_EQ(std::string(bytes).find(secret), std::string::npos);
    });
    a.keep->read(Shelf::account, [&](std::string_view, std::string_view bytes) {
        EXPECT_EQ(std::string(bytes).find("khế"), std::string::npos);
    });
    // Activity is written down about once a minute.
    a.now_ms += 2 * minute_ms;
    EXPECT_TRUE(a->of_session(secret));
    a->look_after();
    a.accounts = a.open();
    a.now_ms += 15 * minute_ms - 1;
    EXPECT_TRUE(a->of_session(secret));
    EXPECT_EQ(a->of_session(secret)->name, "hoa");
}

TEST(accounts_sessions, are_listed_and_ended_one_by_one) {
    TestAccounts a;
    a.add("hoa", office);
    a.add("lan", office);
    const auto first = a.sign_in("hoa"), second = a.sign_in("hoa"), lans = a.sign_in("lan");
    const auto account = first.who.account;
    ASSERT_EQ(a->sessions(account).size(), 2u);
    EXPECT_EQ(a->sessions(account)[0].number, first.who.session);
    EXPECT_FALSE(a->end_session(account, lans.who.session)) << "not another's";
    EXPECT_TRUE(a->end_session(account, first.who.session));
    EXPECT_FALSE(a->of_session(first.secret));
    EXPECT_TRUE(a->of_session(second.secret));
    a->sign_out(second.who.session);
    EXPECT_FALSE(a->of_session(second.secret));
    EXPECT_TRUE(a->of_session(lans.secret));
}

TEST(accounts_sessions, end_everywhere_with_password_roles_and_account) {
    TestAccounts a;
    a.add("hoa", office);
    auto one = a.sign_in("hoa"), two = a.sign_in("hoa");
    EXPECT_EQ(a->change_password(one.who, "sai", other_password, "")->code, "password.old_is_wrong");
    EXPECT_EQ(a->change_password(one.who, good_password, "ngắn", "")->code, "password.too_short");
    EXPECT_EQ(a->change_password(one.who, good_password, good_password, "")->code, "password.same");
    EXPECT_TRUE(a->of_session(two.secret));
    EXPECT_FALSE(a->change_password(one.who, good_password, other_password, ""));
    EXPECT_FALSE(a->of_session(one.secret));
    EXPECT_FALSE(a->of_session(two.secret));
    EXPECT_EQ(a.code_for("hoa", good_password), "sign_in.wrong");
    EXPECT_EQ(a.code_for("hoa", other_password), "in");

    a.add("lan", office);
    auto lan = a.sign_in("lan");
    ASSERT_TRUE(a->change_grants(a.machine, "lan", {{"member", "CB-01"}}));
    EXPECT_FALSE(a->of_session(lan.secret));
    lan = a.sign_in("lan");
    EXPECT_EQ(lan.who.grants, (std::vector<Grant>{{"member", "CB-01"}}));
    ASSERT_TRUE(a->set_disabled(a.machine, "lan", true));
    EXPECT_FALSE(a->of_session(lan.secret));
    ASSERT_TRUE(a->set_disabled(a.machine, "lan", false));
    EXPECT_FALSE(a->of_session(lan.secret)) << "what has ended does not begin again";
    lan = a.sign_in("lan");
    ASSERT_TRUE(a->reset(a.machine, "lan"));
    EXPECT_FALSE(a->of_session(lan.secret));
    EXPECT_EQ(a.code_for("lan", good_password), "sign_in.wrong");
}

TEST(accounts_sessions, end_when_another_program_says_so) {
    TestAccounts a;
    a.add("hoa", office);
    a.accounts = a.open();
    const auto secret = a.sign_in("hoa").secret;
    const auto command_line = a.open();
    ASSERT_TRUE(command_line->set_disabled(a.machine, "hoa", true));
    a->look_after();
    EXPECT_FALSE(a->of_session(secret));
    // And neither overwrites what the other has written.
    ASSERT_TRUE(a->set_disabled(a.machine, "hoa", false));
    ASSERT_TRUE(command_line->change_grants(a.machine, "hoa", {{"auditor", "DUK"}}));
    EXPECT_EQ(a.code_for("hoa", good_password), "in");
    command_line->look_after();
    EXPECT_FALSE(command_line->find("hoa")->is_disabled);
    EXPECT_EQ(a->find("hoa")->grants.at(0).role, "auditor");
}

TEST(accounts_sessions, confirm_the_password_for_five_minutes) {
    TestAccounts a;
    a.add("hoa", office);
    const auto secret = a.sign_in("hoa").secret;
    const auto who = [&] { return *a->of_session(secret); };
    EXPECT_TRUE(a->is_confirmed(who()));
    a.now_ms += 5 * minute_ms - 1;
    EXPECT_TRUE(a->is_confirmed(who()));
    a.now_ms += 1;
    EXPECT_FALSE(a->is_confirmed(who()));
    EXPECT_EQ(a->confirm(who(), "sai", "", "")->code, "sign_in.wrong");
    EXPECT_FALSE(a->is_confirmed(who()));
    EXPECT_FALSE(a->confirm(who(), good_password, "", ""));
    EXPECT_TRUE(a->is_confirmed(who()));
    for (int i = 0; i < 5; ++i) EXPECT_EQ(a->confirm(who(), "sai", "", "")->code, "sign_in.wrong");
    EXPECT_EQ(a->confirm(who(), good_password, "", "")->code, "sign_in.wait") << "no way round the waits";
}

TEST(accounts_second_factor, a_code_counts_once_and_for_a_minute_and_a_half) {
    TestAccounts a;
    a.add("hoa", office);
    a.add_second_factor("hoa");
    EXPECT_EQ(a.code_for("hoa", good_password), "sign_in.code_needed");
    EXPECT_EQ(a.code_for("hoa", "sai"), "sign_in.wrong") << "nobody learns of the second factor without the password";
    a.now_ms += 10 * minute_ms;
    a.now_ms -= a.now_ms % 30'000;
    const auto& seed = a.seeds["hoa"];
    EXPECT_EQ(a.code_for("hoa", good_password, code_at(seed, a.now_ms - 31'000)), "sign_in.wrong");
    EXPECT_EQ(a.code_for("hoa", good_password, code_at(seed, a.now_ms + 60'000)), "sign_in.wrong");
    const auto before = code_at(seed, a.now_ms - 1);
    EXPECT_EQ(a.code_for("hoa", good_password, before), "in");
    EXPECT_EQ(a.code_for("hoa", good_password, before), "sign_in.wrong") << "replayed";
    const auto after = code_at(seed, a.now_ms + 30'000);
    EXPECT_EQ(a.code_for("hoa", good_password, after.substr(0, 3) + " " + after.substr(3)), "in");
    EXPECT_EQ(a.code_for("hoa", good_password, code_at(seed, a.now_ms)), "sign_in.wrong") << "older than the last one";
    // Replayed after the program has been started anew.
    a.accounts = a.open();
    EXPECT_EQ(a.code_for("hoa", good_password, after), "sign_in.wrong");
}

TEST(accounts_second_factor, follows_the_standard) {
    // RFC 6238, appendix B, of which six digits are shown.
    const std::string seed = "12345678901234567890";
    EXPECT_EQ(code_at(seed, 59'000), "287082");
    EXPECT_EQ(code_at(seed, 1'111'111'109'000), "081804");
    EXPECT_EQ(code_at(seed, 20'000'000'000'000), "353130");
    EXPECT_EQ(address_of_seed(seed, "hoa vũ", "Nền Nếp"),
              "otpauth://totp/N%E1%BB%81n%20N%E1%BA%BFp:hoa%20v%C5%A9?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=N%E1%BB%81n%20N%E1%BA%BFp&algorithm=SHA1&digits=6&period=30");
}

TEST(accounts_second_factor, recovery_codes_count_once_each) {
    TestAccounts a;
    a.add("hoa", office);
    const auto codes = a.add_second_factor("hoa");
    ASSERT_EQ(codes.size(), 10u);
    EXPECT_EQ(a.code_for("hoa", good_password, codes[3]), "in");
    EXPECT_EQ(a.code_for("hoa", good_password, codes[3]), "sign_in.wrong");
    EXPECT_EQ(a.code_for("hoa", good_password, "ABCD-" + codes[4].substr(5)), "sign_in.wrong");
    auto shouted = codes[4];
    for (auto& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(a.code_for("hoa", good_password, shouted), "in");
    auto who = a.sign_in("hoa").who;
    const auto renewed = a->renew_recovery_codes(who, "");
    ASSERT_TRUE(renewed);
    EXPECT_EQ(a.code_for("hoa", good_password, codes[0]), "sign_in.wrong");
    EXPECT_EQ(a.code_for("hoa", good_password, (*renewed)[0]), "in");
}

TEST(accounts_second_factor, lets_a_password_be_shorter_and_goes_with_it) {
    TestAccounts a;
    a.add("hoa", office);
    auto who = a.sign_in("hoa").who;
    EXPECT_EQ(a->confirm_second_factor(who, "123456", "").error().code, "second_factor.not_started");
    ASSERT_TRUE(a->start_second_factor(who));
    EXPECT_EQ(a.code_for("hoa", good_password), "in") << "not yet confirmed";
    EXPECT_EQ(a->confirm_second_factor(who, "", "").error().code, "second_factor.wrong_code");
    a.add_second_factor("hoa");
    who = a.sign_in("hoa").who;
    EXPECT_EQ(a->start_second_factor(who).error().code, "second_factor.is_there");
    EXPECT_EQ(a->change_password(who, good_password, "xk3v9q2", "")->code, "password.too_short");
    EXPECT_FALSE(a->change_password(who, good_password, "xk3v9q2m", ""));
    EXPECT_EQ(a->remove_second_factor(who, "")->code, "second_factor.password_short");
    EXPECT_FALSE(a->change_password(who, "xk3v9q2m", other_password, ""));
    EXPECT_FALSE(a->remove_second_factor(who, ""));
    EXPECT_EQ(a.code_for("hoa", other_password), "in");
}

TEST(accounts_tokens, carry_their_scope_for_as_long_as_they_last) {
    TestAccounts a;
    a.add("hoa", {{"office", "DUK"}, {"administrator", ""}});
    const auto made = a->make_token(a.machine, "hoa", {"nightly", {"read", "record"}, 2, {}});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->secret.size(), 43u);
    const auto who = a->of_token(made->secret);
    ASSERT_TRUE(who);
    EXPECT_EQ(who->scopes, (std::vector<std::string>{"read", "record"}));
    EXPECT_EQ(who->grants, office) << "a token never administers";
    EXPECT_EQ(who->session, 0u);
    EXPECT_FALSE(a->is_confirmed(*who));
    EXPECT_FALSE(a->of_session(made->secret));
    a.now_ms += 2 * day_ms - 1;
    EXPECT_TRUE(a->of_token(made->secret));
    a.now_ms += 1;
    EXPECT_FALSE(a->of_token(made->secret));
    EXPECT_TRUE(a->tokens(who->account).empty());
}

TEST(accounts_tokens, refuse_what_they_cannot_carry) {
    TestAccounts a;
    a.add("hoa", {{"office", "DUK"}, {"member", "CB-01"}});
    const auto code = [&](const Accounts::TokenWish& wish) {
        const auto made = a->make_token(a.machine, "hoa", wish);
        return made ? "made" : made.error().code;
    };
    EXPECT_EQ(code({"x", {"read"}, 365, {}}), "made");
    EXPECT_EQ(code({"x", {"read"}, 366, {}}), "token.bad_days");
    EXPECT_EQ(code({"x", {"read"}, 0, {}}), "token.bad_days");
    EXPECT_EQ(code({"x", {"manage"}, 1, {}}), "token.unknown_scope");
    EXPECT_EQ(code({"x", {}, 1, {}}), "token.unknown_scope");
    EXPECT_EQ(code({"x", {"read"}, 1, {{"auditor", "DUK"}}}), "token.not_own_role");
    const auto made = a->make_token(a.machine, "hoa", {"x", {"read"}, 1, {{"member", "CB-01"}}});
    EXPECT_EQ(a->of_token(made->secret)->grants, (std::vector<Grant>{{"member", "CB-01"}}));
    // Narrowed to a role that is taken away, it may nothing.
    ASSERT_TRUE(a->change_grants(a.machine, "hoa", office));
    EXPECT_TRUE(a->of_token(made->secret)->grants.empty());
    EXPECT_FALSE(a->end_token(a.machine, 1, made->token.number)) << "not another's";
    EXPECT_TRUE(a->end_token(a.machine, a->find("hoa")->number, made->token.number));
    EXPECT_FALSE(a->of_token(made->secret));
    const auto last = a->make_token(a.machine, "hoa", {"x", {"read"}, 1, {}});
    ASSERT_TRUE(a->set_disabled(a.machine, "hoa", true));
    EXPECT_FALSE(a->of_token(last->secret));
}

}  // namespace
}  // namespace nennep::accounts
