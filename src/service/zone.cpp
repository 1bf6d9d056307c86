#include "service/zone.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.hpp"
#include "service/books.hpp"

namespace nennep::service {
namespace {

constexpr std::string_view mark = "MẬT";
// Before it they make the grades above: TỐI MẬT, TUYỆT MẬT.
constexpr std::array<std::string_view, 2> raising{"TỐI", "TUYỆT"};
// With these it is another word: bảo mật, bí mật, cơ mật, độ mật; mật mã, mật khẩu, mật độ, mật thiết.
constexpr std::array<std::string_view, 4> before_it{"BẢO", "BÍ", "CƠ", "ĐỘ"};
constexpr std::array<std::string_view, 4> after_it{"MÃ", "KHẨU", "ĐỘ", "THIẾT"};

template <class Words>
bool is_among(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct Word {
    std::string as_written;
    std::string in_capitals;
    bool follows_a_blank = false;       // and nothing else: it goes with the word before
    bool is_bracketed = false;          // stands between brackets, perhaps with others
};

bool is_letter(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (first < 0x80) return std::isalnum(first) != 0;
    // Signs that are no letters: dashes, quotation marks and their like, no-break and wide blanks, wide brackets.
    const bool is_sign = character.starts_with("\xe2\x80") || character.starts_with("\xc2") ||
                         character.starts_with("\xe3\x80") || character.starts_with("\xef\xbc");
    return !is_sign;
}

std::string_view first_character(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80) ++size;
    return text.substr(0, size);
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::string between, word;
    bool in_brackets = false, opened = false;
    const auto close = [&] {
        if (!word.empty()) words.push_back({word, capitals(word), between == " ", opened});
        if (!word.empty()) between.clear();
        word.clear();
    };
    while (!text.empty()) {
        const auto character = first_character(text);
        text.remove_prefix(character.size());
        if (is_letter(character)) {
            if (word.empty()) opened = in_brackets;
            word += character;
            continue;
        }
        close();
        between += character;
        if (character == "(" || character == "[" || character == "（" || character == "{") in_brackets = true;
        if (character == ")" || character == "]" || character == "）" || character == "}") in_brackets = false;
    }
    close();
    return words;
}

// Whether the word at `at` is the mark and no part of another word.
bool is_mark(const std::vector<Word>& words, std::size_t at) {
    if (words[at].in_capitals != mark) return false;
    const bool goes_with_before = at > 0 && words[at].follows_a_blank;
    if (goes_with_before && is_among(raising, words[at - 1].in_capitals)) return true;
    if (goes_with_before && is_among(before_it, words[at - 1].in_capitals)) return false;
    const bool goes_on = at + 1 < words.size() && words[at + 1].follows_a_blank;
    return !goes_on || !is_among(after_it, words[at + 1].in_capitals);
}

}  // namespace

const catalogue::Choices& choices_of(Zone) {
    static const catalogue::Choices choices{"zone", {"don_le", "lan_doc_lap", "ket_noi"}};
    return choices;
}

bool bears_mark(std::string_view text) {
    const auto words = words_of(composed(text));
    for (std::size_t last = 0; last < words.size(); ++last) {
        if (!is_mark(words, last)) continue;
        const auto& word = words[last];
        const bool is_raised = last > 0 && word.follows_a_blank && is_among(raising, words[last - 1].in_capitals);
        const std::size_t first = is_raised ? last - 1 : last;
        const bool begins = first == 0, ends = last + 1 == words.size();
        const bool shares_brackets =
            (!begins && words[first - 1].is_bracketed && words[first].follows_a_blank) ||
            (!ends && words[last + 1].is_bracketed && words[last + 1].follows_a_blank);
        if ((begins && ends) || (word.is_bracketed && !shares_brackets)) return true;
        const bool is_in_capitals = word.as_written == word.in_capitals &&
                                    words[first].as_written == words[first].in_capitals;
        if (is_in_capitals && (begins || ends)) return true;
    }
    return false;
}

std::optional<Refusal> against_text(Zone zone, std::string_view text, std::string_view field) {
    if (zone != Zone::connected || !bears_mark(text)) return std::nullopt;
    return Refusal{"zone.marked", std::string(field), {}};
}

std::optional<Refusal> against_grade(Zone zone, const catalogue::EventType& type, const void* event,
                                     const world::Directory& directory) {
    if (zone != Zone::connected) return std::nullopt;
    for (const auto& field : type.fields) {
        const auto* choices = field.kind->choices;
        const void* value = field.in(event);
        if (choices == nullptr || choices->list != catalogue::grade_list || !field.kind->present(value)) continue;
        std::string written;
        field.kind->write(written, value, directory);
        for (const auto grade : catalogue::secret_grades) {
            if (written != json_quoted(grade)) continue;
            return Refusal{"zone.graded", "data." + field.name, {}};
        }
    }
    return std::nullopt;
}

namespace {

bool is_out_of_place(const Books& books, Zone zone, const journal::StoredEntry& entry) {
    const auto& directory = books.world().directory;
    const auto* type = books.type_of(header_of(entry));
    catalogue::Fact fact;
    if (type == nullptr) {
        catalogue::Voided voided;
        return catalogue::decode(entry.payload, fact, voided) && against_text(zone, voided.reason, "");
    }
    catalogue::Box event;
    if (!catalogue::decode(entry.payload, *type, directory, fact, &event)) return false;
    const auto& authority = fact.authority;
    for (const auto& text : {fact.id, fact.key, authority.number, authority.issuer}) {
        if (against_text(zone, text, "")) return true;
    }
    for (const auto& field : type->fields) {
        const void* value = field.in(event.get());
        if (field.kind->name != catalogue::kind_of<std::string>().name || !field.kind->present(value)) continue;
        // The quotation marks around it are no letters.
        std::string quoted;
        field.kind->write(quoted, value, directory);
        if (against_text(zone, quoted, "")) return true;
    }
    return against_grade(zone, *type, event.get(), directory).has_value();
}

}  // namespace

std::optional<journal::Seq> first_out_of_place(const Books& books, Zone zone) {
    std::optional<journal::Seq> first;
    if (zone != Zone::connected) return first;
    books.store().read(0, [&](const journal::StoredEntry& entry) {
        const auto* type = books.type_of(header_of(entry));
        const auto& payload = entry.payload;
        // Few entries have a grade, and few texts what every mark ends with.
        const bool may_be = (type != nullptr && type->field(catalogue::grade_list) != nullptr) ||
                            payload.find("ẬT") != payload.npos || payload.find("ật") != payload.npos;
        if (may_be && is_out_of_place(books, zone, entry)) first = entry.seq;
        return !first;
    });
    return first;
}

}  // namespace nennep::service
