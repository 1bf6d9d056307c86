#include "base/vietnamese.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <vector>

#include "base/result.hpp"
#include "base/text.hpp"

namespace nennep {
namespace {

constexpr char32_t d_with_stroke = 0x111;

// Small letters and marks apart, one after another.
std::vector<utf8proc_int32_t> decomposed(std::string_view text) {
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    std::vector<utf8proc_int32_t> all(text.size() + 8);
    for (;;) {
        const auto count = utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                              static_cast<utf8proc_ssize_t>(text.size()), all.data(),
                                              static_cast<utf8proc_ssize_t>(all.size()), options);
        ensure(count >= 0, "text was checked to be UTF-8 before it was looked for");
        const bool had_room = static_cast<std::size_t>(count) <= all.size();
        all.resize(static_cast<std::size_t>(count));
        if (had_room) return all;
    }
}

bool is_mark(utf8proc_int32_t point) { return utf8proc_category(point) == UTF8PROC_CATEGORY_MN; }

void append(std::string& out, utf8proc_int32_t point) {
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(point, bytes);
    out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Marks that make another letter of the alphabet, in its order: ă, â, ô, ơ …
int letter_rank(utf8proc_int32_t mark) {
    switch (mark) {
        case 0x306: return 1;       // breve
        case 0x302: return 2;       // circumflex
        case 0x31b: return 3;       // horn
        default: return 0;
    }
}

int tone_rank(utf8proc_int32_t mark) {
    switch (mark) {
        case 0x300: return 1;       // huyền
        case 0x309: return 2;       // hỏi
        case 0x303: return 3;       // ngã
        case 0x301: return 4;       // sắc
        case 0x323: return 5;       // nặng
        default: return 0;
    }
}

bool is_part_of_word(utf8proc_int32_t point) {
    const auto category = utf8proc_category(point);
    return category <= UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_MN ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

// One key a word: its letters, then its tones.
std::vector<std::string> word_keys(std::string_view text) {
    std::vector<std::string> keys;
    std::string letters, tones;
    const auto end_word = [&] {
        if (!letters.empty()) keys.push_back(letters + '\1' + tones + '\1');
        letters.clear();
        tones.clear();
    };
    for (const auto point : decomposed(text)) {
        if (!is_part_of_word(point)) {
            end_word();
        } else if (is_mark(point)) {
            if (letters.empty()) continue;
            letters.back() = static_cast<char>(letters.back() + letter_rank(point));
            if (const int tone = tone_rank(point)) tones.back() = static_cast<char>('0' + tone);
        } else {
            // A letter, and the room for its rank behind it. đ comes after d.
            append(letters, point == d_with_stroke ? 'd' : point);
            letters += point == d_with_stroke ? '3' : '0';
            tones += '0';
        }
    }
    end_word();
    return keys;
}

}  // namespace

std::string small_letters(std::string_view text) {
    std::string out;
    for (const auto point : decomposed(text)) append(out, point);
    return composed(out);
}

std::string without_accents(std::string_view text) {
    std::string out;
    for (const auto point : decomposed(text)) {
        if (!is_mark(point)) append(out, point == d_with_stroke ? 'd' : point);
    }
    return out;
}

std::string order_of_name(std::string_view name) {
    auto keys = word_keys(name);
    if (keys.empty()) return {};
    std::string order = std::move(keys.back());
    keys.pop_back();
    for (const auto& key : keys) order += key;
    return order;
}

std::string order_of_title(std::string_view title) {
    std::string order;
    for (const auto& key : word_keys(title)) order += key;
    return order;
}

}  // namespace nennep
