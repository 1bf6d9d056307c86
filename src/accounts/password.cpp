#include "accounts/password.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>

#include "base/text.hpp"
#include "base/vietnamese.hpp"

namespace nennep::embedded {
extern const std::string_view common_words;
}  // namespace nennep::embedded

namespace nennep::accounts {
namespace {

// In tenths of a bit: what a piece adds for somebody who guesses.
constexpr int of_letter = 47, of_digit = 33, of_sign = 40;
constexpr int of_common_word = 95, of_known_word = 50, of_disguise = 15;
constexpr int of_year = 65, of_date = 145, of_walk = 75, of_row = 65, of_same = 60, of_repetition = 25;
constexpr int of_signs_between = 30;
constexpr std::size_t longest_word = 40;

using Words = std::unordered_set<std::string>;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string letters_and_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0) out += c;
    }
    return out;
}

// "# …" is a remark; otherwise words apart by blanks.
const Words& common_words() {
    static const Words words = [] {
        Words all;
        std::string_view rest = embedded::common_words;
        while (!rest.empty()) {
            auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (line.starts_with("#")) continue;
            while (!line.empty()) {
                const auto word = line.substr(0, line.find(' '));
                line.remove_prefix(std::min(line.size(), word.size() + 1));
                if (!word.empty()) all.insert(without_accents(word));
            }
        }
        return all;
    }();
    return words;
}

// Each name written together, and every two or more words of it that stand side by side.
Words together(const std::vector<std::string>& names) {
    Words all;
    for (const auto& name : names) {
        const auto plain = without_accents(name);
        std::vector<std::string> words;
        for (std::size_t at = 0; at < plain.size();) {
            const auto end = std::min(plain.find_first_of(" .,-_/@", at), plain.size());
            if (auto word = letters_and_digits(std::string_view(plain).substr(at, end - at)); !word.empty()) {
                words.push_back(std::move(word));
            }
            at = end + 1;
        }
        if (const auto whole = letters_and_digits(plain); whole.size() >= 3) all.insert(whole);
        for (std::size_t first = 0; first < words.size(); ++first) {
            auto phrase = words[first];
            for (std::size_t next = first + 1; next < words.size() && phrase.size() < longest_word; ++next) {
                phrase += words[next];
                all.insert(phrase);
            }
        }
    }
    return all;
}

// Digits and signs read as the letters that they stand for; `one` is what 1 and ! are taken for.
std::string undisguised(std::string text, char one) {
    constexpr std::string_view signs = "04357@$89+", letters = "oaestasbgt";
    for (auto& c : text) {
        if (c == '1' || c == '!' || c == '|') c = one;
        if (const auto at = signs.find(c); at != std::string_view::npos) c = letters[at];
    }
    return text;
}

bool are_neighbours(char a, char b) {
    constexpr std::array<std::string_view, 4> rows{"1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"};
    int row_a = -1, row_b = -1, column_a = 0, column_b = 0;
    for (int row = 0; row < 4; ++row) {
        const auto keys = rows[static_cast<std::size_t>(row)];
        if (const auto at = keys.find(a); at != keys.npos) row_a = row, column_a = static_cast<int>(at);
        if (const auto at = keys.find(b); at != keys.npos) row_b = row, column_b = static_cast<int>(at);
    }
    if (row_a < 0 || row_b < 0) return false;
    if (row_a == row_b) return std::abs(column_a - column_b) == 1;
    // The row below stands half a key to the right.
    const int below = row_a > row_b ? column_a - column_b : column_b - column_a;
    return std::abs(row_a - row_b) == 1 && (below == 0 || below == -1);
}

bool is_between(std::string_view digits, int least, int most) {
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number >= least && number <= most;
}

bool is_year(std::string_view digits) { return is_between(digits, 1900, 2099); }

bool is_date(std::string_view d) {
    const auto day_month = [](std::string_view one, std::string_view two) {
        return (is_between(one, 1, 31) && is_between(two, 1, 12)) || (is_between(one, 1, 12) && is_between(two, 1, 31));
    };
    if (d.size() == 6) return day_month(d.substr(0, 2), d.substr(2, 2)) || day_month(d.substr(4, 2), d.substr(2, 2));
    return (day_month(d.substr(0, 2), d.substr(2, 2)) && is_year(d.substr(4, 4))) ||
           (is_year(d.substr(0, 4)) && day_month(d.substr(6, 2), d.substr(4, 2)));
}

// The cheapest cut of one spelling of the password.
class Cut {
public:
    Cut(std::string text, const Words& known) : text_(std::move(text)), known_(known) {
        least_.assign(text_.size() + 1, 1'000'000);
        least_[0] = 0;
        const auto as_i = undisguised(text_, 'i'), as_l = undisguised(text_, 'l');
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const char c = text_[at];
            piece(at, 1, is_letter(c) ? of_letter : is_digit(c) ? of_digit : of_sign);
            words(at, text_, 0);
            words(at, as_i, of_disguise);
            words(at, as_l, of_disguise);
            digits(at);
            runs(at);
            repetitions(at);
        }
    }
    int cost() const { return least_.back(); }

private:
    void piece(std::size_t at, std::size_t size, int cost) {
        least_[at + size] = std::min(least_[at + size], least_[at] + cost);
    }

    void words(std::size_t at, const std::string& text, int disguise) {
        for (std::size_t size = 3; size <= longest_word && at + size <= text.size(); ++size) {
            const auto word = text.substr(at, size);
            if (known_.contains(word)) piece(at, size, of_known_word + disguise);
            else if (common_words().contains(word)) piece(at, size, of_common_word + disguise);
        }
    }

    void digits(std::size_t at) {
        std::size_t size = 0;
        while (at + size < text_.size() && is_digit(text_[at + size])) ++size;
        const auto run = std::string_view(text_).substr(at, size);
        if (size >= 4 && is_year(run.substr(0, 4))) piece(at, 4, of_year);
        for (const std::size_t length : {6U, 8U}) {
            if (size >= length && is_date(run.substr(0, length))) piece(at, length, of_date);
        }
    }

    // Keys side by side, neighbours in the alphabet or in counting, one and the same.
    void runs(std::size_t at) {
        const auto run = [&](int cost, auto goes_on) {
            std::size_t size = 1;
            while (at + size < text_.size() && goes_on(text_[at + size - 1], text_[at + size])) {
                if (++size >= 3) piece(at, size, cost);
            }
        };
        run(of_walk, are_neighbours);
        run(of_same, [](char a, char b) { return a == b; });
        for (const int step : {1, -1}) {
            run(of_row, [step](char a, char b) {
                return b - a == step || (step == 1 && a == '9' && b == '0');
            });
        }
    }

    void repetitions(std::size_t at) {
        for (std::size_t size = 2; size <= at && at + size <= text_.size(); ++size) {
            if (text_.compare(at, size, text_, at - size, size) == 0) piece(at, size, of_repetition);
        }
    }

    std::string text_;
    const Words& known_;
    std::vector<int> least_;
};

}  // namespace

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

int guessing_cost(std::string_view password, const std::vector<std::string>& known_words) {
    const auto known = together(known_words);
    const auto plain = without_accents(password);
    const int as_it_is = Cut(plain, known).cost();
    const auto without_signs = letters_and_digits(plain);
    if (without_signs.size() == plain.size()) return as_it_is;
    return std::min(as_it_is, Cut(without_signs, known).cost() + of_signs_between);
}

std::optional<Refusal> objection_to_password(std::string_view password, const PasswordRules& rules) {
    if (broken_utf8(password) || password.find('\0') != std::string_view::npos) {
        return Refusal{"password.not_text", "password", {}};
    }
    const auto typed = composed(password);
    const auto length = count_characters(typed);
    if (length < rules.shortest) {
        return Refusal{"password.too_short", "password", {{"least", std::to_string(rules.shortest)}}};
    }
    if (length > password_longest) {
        return Refusal{"password.too_long", "password", {{"most", std::to_string(password_longest)}}};
    }
    if (guessing_cost(typed, rules.known_words) < guessing_cost_min) {
        return Refusal{"password.common", "password", {}};
    }
    return std::nullopt;
}

}  // namespace nennep::accounts
