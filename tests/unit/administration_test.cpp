// Adding, inviting, changing and disabling accounts; second persons; what is kept and re-read.
#include "accounts_fixture.hpp"

namespace nennep::accounts {
namespace {

TEST(accounts_links, count_once_for_seventy_two_hours) {
    TestAccounts a;
    const auto invited = a->add(a.machine, {"hoa", "HS-1", office});
    ASSERT_TRUE(invited);
    EXPECT_EQ(a.code_for("hoa", ""), "sign_in.wrong");
    EXPECT_EQ(a->use_link(invited->secret, "", "matkhau123456789", "").error().code, "password.common");
    EXPECT_EQ(a->use_link(invited->secret, "", "Sở Tài chính 2025", "").error().code, "password.common");
    EXPECT_EQ(a->use_link("x", "", good_password, "").error().code, "link.not_valid");
    a.now_ms += 72 * hour_ms - 1;
    ASSERT_TRUE(a->use_link(invited->secret, "", good_password, ""));
    EXPECT_EQ(a->use_link(invited->secret, "", other_password, "").error().code, "link.not_valid");
    EXPECT_EQ(a.code_for("hoa", good_password), "in");

    const auto again = a->reset(a.machine, "hoa");
    ASSERT_TRUE(again);
    a.now_ms += 72 * hour_ms;
    EXPECT_EQ(a->use_link(again->secret, "", good_password, "").error().code, "link.not_valid");
    const auto newer = a->reset(a.machine, "hoa"), newest = a->reset(a.machine, "hoa");
    EXPECT_EQ(a->use_link(newer->secret, "", good_password, "").error().code, "link.not_valid");
    EXPECT_TRUE(a->use_link(newest->secret, "", good_password, ""));
}

TEST(accounts_links, make_the_first_administrator_and_no_second) {
    TestAccounts a;
    const auto older = a->invite_first_administrator(), link = a->invite_first_administrator();
    ASSERT_TRUE(link);
    EXPECT_FALSE(a->use_link(*older, "quang", good_password, ""));
    EXPECT_EQ(a->use_link(*link, "", good_password, "").error().code, "account.bad_name");
    ASSERT_TRUE(a->use_link(*link, "Quang", good_password, ""));
    EXPECT_FALSE(a->use_link(*link, "lan", good_password, ""));
    EXPECT_FALSE(a->invite_first_administrator());
    EXPECT_EQ(a->find("quang")->grants, admin);
    // Without a second factor an administrator may do nothing but add one.
    auto who = a.sign_in("quang").who;
    EXPECT_TRUE(who.grants.empty());
    EXPECT_EQ(who.needs, (std::vector<std::string>{"second_factor"}));
    a.add_second_factor("quang");
    who = a.sign_in("quang").who;
    EXPECT_EQ(who.grants, admin);
    EXPECT_TRUE(who.needs.empty());
}

TEST(accounts_names, are_plain_and_one_however_they_are_written) {
    TestAccounts a;
    const auto code = [&](const std::string& name) {
        const auto added = a->add(a.machine, {name, "", {}});
        return added ? "added" : added.error().code;
    };
    EXPECT_EQ(code("Văn phòng Đảng ủy"), "added");
    EXPECT_EQ(code("văn PHÒNG đảng ủy"), "account.is_there");
    EXPECT_EQ(code("v\xc4\x83n pho\xcc\x80ng đảng ủy"), "account.is_there");
    EXPECT_EQ(code("an"), "added");
    EXPECT_EQ(code("a"), "account.bad_name");
    EXPECT_EQ(code(std::string(64, 'a')), "added");
    EXPECT_EQ(code(std::string(65, 'a')), "account.bad_name");
    for (const auto* bad : {" an", "an ", "a  n", "a\nn", "a/b", "<b>", "аdmin", "a\xe2\x80\xae" "b", "\xff", "a\"b"}) {
        EXPECT_EQ(code(bad), "account.bad_name") << bad;
    }
}

class TwoPersons : public testing::Test {
protected:
    void SetUp() override {
        for (const auto* name : {"quang", "lan", "minh"}) {
            a.add(name, admin, std::string("HS-") + name);
            a.add_second_factor(name);
        }
        a.add("hoa", office);
    }
    TestAccounts a;
};

TEST_F(TwoPersons, a_granted_role_waits_for_the_second) {
    const auto asked = a->change_grants(a.by("quang"), "hoa", {{"inspection", "DUK"}});
    ASSERT_TRUE(asked);
    EXPECT_NE(asked->waits, 0u);
    EXPECT_FALSE(asked->was_alone);
    EXPECT_EQ(a->find("hoa")->grants, office);
    ASSERT_EQ(a->waiting().size(), 1u);
    EXPECT_EQ(a->waiting()[0].by, "quang");
    EXPECT_EQ(a->waiting()[0].account, "hoa");
    const auto secret = a.sign_in("hoa").secret;
    EXPECT_EQ(a->agree(a.by("quang"), asked->waits)->code, "account_change.same_person");
    EXPECT_EQ(a->agree(a.by("hoa"), asked->waits)->code, "account_change.same_person") << "no administrator";
    EXPECT_EQ(a->find("hoa")->grants, office);
    EXPECT_FALSE(a->agree(a.by("lan"), asked->waits));
    EXPECT_EQ(a->find("hoa")->grants, (std::vector<Grant>{{"inspection", "DUK"}}));
    EXPECT_FALSE(a->of_session(secret)) << "a change of roles ends the sessions";
    EXPECT_EQ(a->agree(a.by("minh"), asked->waits)->code, "account_change.unknown") << "once";
    EXPECT_TRUE(a->waiting().empty());
}

TEST_F(TwoPersons, taking_a_role_away_does_not_wait) {
    const auto changed = a->change_grants(a.by("quang"), "hoa", {});
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->waits, 0u);
    EXPECT_TRUE(a->find("hoa")->grants.empty());
}

TEST_F(TwoPersons, an_account_is_added_without_roles_until_agreed) {
    const auto added = a->add(a.by("quang"), {"mai", "", office});
    ASSERT_TRUE(added);
    EXPECT_TRUE(a->find("mai")->grants.empty());
    EXPECT_FALSE(a->agree(a.by("minh"), added->change.waits));
    EXPECT_EQ(a->find("mai")->grants, office);
    EXPECT_TRUE(a->use_link(added->secret, "", good_password, ""));
}

TEST_F(TwoPersons, disabling_an_administrator_waits_and_any_other_does_not) {
    EXPECT_EQ(a->set_disabled(a.by("quang"), "hoa", true)->waits, 0u);
    EXPECT_NE(a->set_disabled(a.by("quang"), "hoa", false)->waits, 0u) << "to enable is to grant";
    const auto asked = a->set_disabled(a.by("quang"), "lan", true);
    ASSERT_TRUE(asked);
    EXPECT_EQ(a->agree(a.by("lan"), asked->waits)->code, "account_change.same_person") << "there is a third";
    EXPECT_FALSE(a->agree(a.by("minh"), asked->waits));
    EXPECT_TRUE(a->find("lan")->is_disabled);
    EXPECT_EQ(a->change_grants(a.by("quang"), "minh", office)->waits == 0, false) << "to take it away is as much";
}

TEST_F(TwoPersons, what_waits_can_be_declined_expires_and_falls_with_who_asked) {
    auto asked = a->change_grants(a.by("quang"), "hoa", admin);
    EXPECT_FALSE(a->decline(a.by("minh"), asked->waits));
    EXPECT_EQ(a->agree(a.by("lan"), asked->waits)->code, "account_change.unknown");
    asked = a->change_grants(a.by("quang"), "hoa", admin);
    a.now_ms += 7 * day_ms;
    EXPECT_EQ(a->agree(a.by("lan"), asked->waits)->code, "account_change.unknown");
    asked = a->change_grants(a.by("quang"), "hoa", admin);
    ASSERT_TRUE(a->set_disabled(a.machine, "quang", true));
    EXPECT_EQ(a->agree(a.by("lan"), asked->waits)->code, "account_change.unknown");
    // A later change of the account: what was asked for is no longer what it seems.
    asked = a->change_grants(a.by("lan"), "hoa", {{"office", "DUK"}, {"auditor", "DUK"}});
    ASSERT_TRUE(a->change_grants(a.machine, "hoa", {}));
    EXPECT_EQ(a->agree(a.by("minh"), asked->waits)->code, "account_change.unknown");
}

TEST_F(TwoPersons, two_accounts_of_one_person_are_one) {
    a.add("quang2", admin, "HS-quang");
    a.add_second_factor("quang2");
    const auto asked = a->change_grants(a.by("quang"), "hoa", admin);
    EXPECT_EQ(a->agree(a.by("quang2"), asked->waits)->code, "account_change.same_person");
}

TEST_F(TwoPersons, who_is_alone_acts_at_once_and_the_last_one_stays) {
    ASSERT_TRUE(a->set_disabled(a.machine, "lan", true));
    ASSERT_TRUE(a->set_disabled(a.machine, "minh", true));
    const auto changed = a->change_grants(a.by("quang"), "hoa", {{"auditor", "DUK"}});
    ASSERT_TRUE(changed);
    EXPECT_TRUE(changed->was_alone);
    EXPECT_EQ(changed->waits, 0u);
    EXPECT_EQ(a->find("hoa")->grants.at(0).role, "auditor");
    EXPECT_EQ(a->set_disabled(a.by("quang"), "quang", true).error().code, "account.last_administrator");
    EXPECT_EQ(a->change_grants(a.by("quang"), "quang", {}).error().code, "account.last_administrator");
}

TEST_F(TwoPersons, at_the_machine_it_counts_at_once_and_is_logged) {
    const auto changed = a->change_grants(a.machine, "hoa", admin);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->waits, 0u);
    EXPECT_EQ(a->find("hoa")->grants, admin);
    EXPECT_EQ(acts(*a.accounts, "rights").front(), "root: hoa grants: administrator@");
}

TEST_F(TwoPersons, a_lost_second_factor_takes_two_and_a_reset_keeps_it) {
    const auto reset = a->reset(a.by("quang"), "lan");
    ASSERT_TRUE(reset);
    ASSERT_TRUE(a->use_link(reset->secret, "", good_password, ""));
    EXPECT_EQ(a.code_for("lan", good_password), "sign_in.code_needed");
    const auto asked = a->drop_second_factor(a.by("quang"), "lan");
    ASSERT_TRUE(asked);
    EXPECT_NE(asked->waits, 0u);
    EXPECT_FALSE(a->agree(a.by("minh"), asked->waits));
    EXPECT_EQ(a.code_for("lan", good_password), "in");
    EXPECT_EQ(a->reset(a.by("quang"), "lan").error().code, "account.reset_at_the_machine");
    EXPECT_TRUE(a->reset(a.machine, "lan"));
}

TEST(accounts_unused, are_disabled_after_forty_five_days) {
    TestAccounts a;
    a.add("hoa", office);
    a.add("program", office);
    const auto token = a->make_token(a.machine, "program", {"x", {"read"}, 100, {}});
    a.now_ms += 44 * day_ms;
    EXPECT_TRUE(a->of_token(token->secret));
    a->look_after();
    EXPECT_FALSE(a->find("hoa")->is_disabled);
    a.now_ms += day_ms;
    a->look_after();
    EXPECT_TRUE(a->find("hoa")->is_disabled);
    EXPECT_FALSE(a->find("program")->is_disabled) << "its token is used";
    ASSERT_TRUE(a->set_disabled(a.machine, "hoa", false));
    a->look_after();
    EXPECT_FALSE(a->find("hoa")->is_disabled) << "from then on anew";
}

TEST(accounts_settings, an_administrators_password_may_have_to_be_changed) {
    AccountSettings settings;
    settings.administrator_password_days = 60;
    TestAccounts a(settings);
    a.add("quang", admin);
    a.add_second_factor("quang");
    a.now_ms += 59 * day_ms;
    EXPECT_EQ(a.sign_in("quang").who.grants, admin);
    a.now_ms += day_ms;
    const auto who = a.sign_in("quang").who;
    EXPECT_EQ(who.needs, (std::vector<std::string>{"new_password"}));
    EXPECT_TRUE(who.grants.empty());
    EXPECT_FALSE(a->change_password(who, good_password, other_password, ""));
}

TEST(accounts_rows, damaged_ones_let_nobody_in) {
    TestAccounts a;
    a.add("hoa", office);
    const auto secret = a.sign_in("hoa").secret;
    std::string key, bytes;
    a.keep->read(Shelf::account, [&](std::string_view k, std::string_view b) { key = k, bytes = b; });
    // Shorter by any number of bytes it cannot be read; longer neither.
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        EXPECT_THROW(decode_account(std::string_view(bytes).substr(0, size)), Fault) << size;
    }
    EXPECT_THROW(decode_account(bytes + "x"), Fault);
    EXPECT_EQ(encode(decode_account(bytes)), bytes);
    auto newer = bytes;
    newer[0] = 9;
    try {
        decode_account(newer);
        FAIL();
    } catch (const Fault& fault) {
        EXPECT_EQ(fault.code(), "store.newer");
    }
    const Row damaged{Shelf::account, key, bytes.substr(0, 20)};
    a.keep->put(std::span(&damaged, 1));
    a->look_after();
    EXPECT_FALSE(a->of_session(secret));
    EXPECT_THROW(a.open(), Fault);
    const Row mended{Shelf::account, key, bytes};
    a.keep->put(std::span(&mended, 1));
    a->look_after();
    EXPECT_TRUE(a->of_session(secret));
}

TEST(accounts_rows, go_to_bytes_and_back) {
    StoredSession session{1, 2, 3, 4, 5, "::1"};
    EXPECT_EQ(encode(decode_session(encode(session))), encode(session));
    StoredToken token{1, 2, "nightly", {"read"}, {{"office", "DUK", Day{5}, Day{9}}}, 3, 4, 5};
    EXPECT_EQ(decode_token(encode(token)).grants, token.grants);
    StoredWaiting waiting{1, StoredWaiting::Act::disable, 2, {{"office", "DUK"}}, 3, "quang", 4};
    EXPECT_EQ(encode(decode_waiting(encode(waiting))), encode(waiting));
    EXPECT_THROW(decode_session(encode(token)), Fault);
}

}  // namespace
}  // namespace nennep::accounts
