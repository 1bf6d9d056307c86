// What may be a password, how it is kept, and secrets that are made.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "accounts/password.hpp"
#include "accounts/secrets.hpp"

namespace nennep::accounts {
namespace {

const std::vector<std::string> known{"hoa.vu", "Đảng bộ Sở Tài chính", "DN-04-04"};

std::string code(const std::string& password, std::size_t shortest = 15) {
    const auto objection = objection_to_password(password, {shortest, known});
    return objection ? objection->code : "good";
}

TEST(password, has_fifteen_characters_or_eight_beside_a_code_and_128_at_most) {
    EXPECT_EQ(code("xk3v9q2m7wzt4p"), "password.too_short");
    EXPECT_EQ(code("xk3v9q2m7wzt4pj"), "good");
    EXPECT_EQ(code("xk3v9q2", 8), "password.too_short");
    EXPECT_EQ(code("xk3v9q2m", 8), "good");
    // Characters, not bytes, and one for each letter with its accents, however it is typed.
    EXPECT_EQ(code("xkửvệq2mỗwzợ4ụ"), "password.too_short");
    EXPECT_EQ(code("xkửvệq2mỗwzợ4ụj"), "good");
    EXPECT_EQ(code("xke\xcc\x82\xcc\xa3q2m7wzt4p"), "password.too_short");
    std::string longest;
    while (longest.size() < 128)
        longest += "xk3v9q2m7wzt4pj6"[longest.size() % 16] + static_cast<char>(longest.size() / 64);
    EXPECT_EQ(code(longest), "good");
    EXPECT_EQ(code(longest + "x"), "password.too_long");
    EXPECT_EQ(code("xk3v9q2m\xff" "zt4pj6"), "password.not_text");
    EXPECT_EQ(code(std::string("xk3v9q2m\0zt4pj6", 15)), "password.not_text");
    EXPECT_EQ(code("🐔 🐮 🐷 🐶 🐱 🐭 🐹 🐰"), "good") << "any characters";
}

TEST(password, is_none_of_those_tried_first) {
    for (const auto* bad :
         {"matkhau12345678",    "Mật khẩu 2024!!",       "P@ssw0rd2024!!!",   "password12345678",
          "1q2w3e4r5t6y7u8i",   "qwertyuiopasdfgh",      "123456789012345",   "987654321987654",
          "aaaaaaaaaaaaaaa",    "abcdefghijklmno",       "hanoihanoihanoi",   "Nguyễn Văn An 1990",
          "nguyenvana01011990", "01/01/1990 01/01/1990", "thanhphohochiminh", "Đảng Cộng sản Việt Nam",
          "hoa.vuhoa.vu2024",   "Hoavu@123456789",       "Sở Tài chính 2025", "dangbosotaichinh",
          "dn-04-04 dn-04-04",  "qazwsxedcqazwsxedc",    "19051890 19051890", "administrator123",
          "iloveyou iloveyou"}) {
        EXPECT_EQ(code(bad), "password.common") << bad << " " << guessing_cost(bad, known);
    }
    for (const auto* fine : {"con mèo trèo cây cau", "correct horse battery staple", "mèo lười ngủ trưa",
                             "bảy cò bay qua ao", "tre xanh sau mưa 7 buổi", "xk3v9q2m7wzt4pj"}) {
        EXPECT_EQ(code(fine), "good") << fine << " " << guessing_cost(fine, known);
    }
}

// S5: at least 100,000 that are tried first. Each word with what people do to it: capitals, digits and
// signs for letters, a year, digits or signs behind it, twice.
TEST(password, refuses_a_hundred_thousand_forms_of_common_words) {
    std::ifstream in(NENNEP_TREE "/src/accounts/common_words.txt");
    std::set<std::string> words;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("#")) continue;
        std::istringstream apart(line);
        for (std::string word; apart >> word;) words.insert(word);
    }
    EXPECT_GT(words.size(), 500u);
    std::size_t forms = 0;
    for (const auto& word : words) {
        auto capital = word, disguised = word;
        capital[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(capital[0])));
        for (auto& c : disguised) {
            if (c == 'a') c = '@';
            if (c == 'o') c = '0';
            if (c == 'i') c = '1';
            if (c == 'e') c = '3';
        }
        for (const auto& form : {word, capital, disguised, word + word}) {
            for (const auto* end :
                 {"",     "1",     "12",    "123",   "1234", "12345", "123456", "123456789", "!",        "@",
                  "@123", "123@",  "!@#",   "01",    "88",   "99",    "68",     "6868",      "2020",     "2024",
                  "2025", "@2024", "2024!", "1990",  "1985", "7391",  "83",     "007",       "111",      "000",
                  "..",   "_1",    "-2025", " 2025", "abc",  "xyz",   "qwe",    "01011990",  "02091945", "20102010",
                  "@@",   "**",    "1!",    "12!",   "vn",   "VN",    ".com",   "????",      "9999"}) {
                ++forms;
                EXPECT_LT(guessing_cost(form + end, {}), guessing_cost_min) << form << end;
            }
        }
    }
    EXPECT_GT(forms, 100'000u);
}

TEST(password, is_kept_as_argon2id_with_a_salt_of_its_own) {
    const PasswordCost quick{8 * 1024, 1};
    const auto one = hash_password("mèo lười", quick, fill_with_chance),
               two = hash_password("mèo lười", quick, fill_with_chance);
    EXPECT_NE(one.salt, two.salt);
    EXPECT_NE(one.hash, two.hash);
    EXPECT_TRUE(is_password("mèo lười", one));
    EXPECT_TRUE(is_password("me\xcc\x80o lười", two));
    EXPECT_FALSE(is_password("mèo lườ", one));
    EXPECT_FALSE(is_password("", one));
    const PasswordCost by_default;
    EXPECT_GE(by_default.memory_kib, least_cost.memory_kib);
    EXPECT_GE(by_default.passes, least_cost.passes);
}

TEST(secrets, have_256_bits_and_are_all_different) {
    std::set<std::string> made;
    for (int i = 0; i < 1000; ++i) {
        const auto secret = new_secret(fill_with_chance);
        EXPECT_EQ(secret.size(), 43u);
        EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  secret.npos);
        made.insert(secret);
    }
    EXPECT_EQ(made.size(), 1000u);
    EXPECT_TRUE(are_equal("abc", "abc"));
    EXPECT_FALSE(are_equal("abc", "abd"));
    EXPECT_FALSE(are_equal("abc", "ab"));
}

}  // namespace
}  // namespace nennep::accounts
