#include "service/rosters.hpp"

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "catalogue/wording.hpp"

namespace nennep::service {

std::shared_ptr<const Roster> Rosters::roster(const World& world, catalogue::TypeNo type) const {
    const std::lock_guard lock(mutex_);
    const auto types = catalogue_.subjects().size();
    found_.resize(types);
    rosters_.resize(types);
    const auto& directory = world.directory;
    for (; scanned_ < directory.size(); ++scanned_) {
        const auto& subject = directory[scanned_];
        if (subject.type == world::actor_type) continue;
        auto& of_type = found_[subject.type];
        ensure(of_type.size() == subject.rank, "subjects are ranked in the order of their numbers");
        of_type.push_back(scanned_);
    }
    auto& kept = rosters_[type];
    // A world of the past has fewer; the order of more serves it as well.
    const auto count = directory.count(type);
    if (kept && kept->subjects.size() >= count) return kept;
    auto roster = std::make_shared<Roster>();
    roster->subjects.assign(found_[type].begin(), found_[type].begin() + count);
    const auto before = [&](Rank a, Rank b) {
        return directory[roster->subjects[a]].key < directory[roster->subjects[b]].key;
    };
    if (kept) roster->by_key = kept->by_key;
    const auto old = static_cast<std::ptrdiff_t>(roster->by_key.size());
    for (auto rank = static_cast<Rank>(old); rank < roster->subjects.size(); ++rank) roster->by_key.push_back(rank);
    std::sort(roster->by_key.begin() + old, roster->by_key.end(), before);
    std::inplace_merge(roster->by_key.begin(), roster->by_key.begin() + old, roster->by_key.end(), before);
    roster->places.resize(roster->by_key.size());
    for (std::size_t i = 0; i < roster->by_key.size(); ++i) {
        roster->places[roster->by_key[i]] = static_cast<std::uint32_t>(i);
    }
    kept = roster;
    return roster;
}

// A name that begins with a value of a closed list is found by its words in either language.
std::string Rosters::in_words(const std::string& label) const {
    const auto vietnamese = catalogue::Wording(catalogue_, Language::vi).name(label);
    return vietnamese == label ? label
                               : vietnamese + " " + catalogue::Wording(catalogue_, Language::en).name(label);
}

std::shared_ptr<const PlainNames> Rosters::names(const World& world, catalogue::TypeNo type) const {
    const auto roster = this->roster(world, type);
    const std::lock_guard lock(mutex_);
    names_.resize(catalogue_.subjects().size());
    auto& kept = names_[type];
    if (kept && kept->head == world.head) return kept;
    auto names = kept ? std::make_shared<PlainNames>(*kept) : std::make_shared<PlainNames>();
    const auto count = world.directory.count(type);
    names->head = world.head;
    names->labels.resize(count);
    names->plain.resize(count);
    for (Rank rank = 0; rank < count; ++rank) {
        const auto& subject = world.directory[roster->subjects[rank]];
        if (names->labels[rank] == subject.label && !names->plain[rank].empty()) continue;
        names->labels[rank] = subject.label;
        names->plain[rank] = plain_words(in_words(subject.label) + " " + subject.key);
    }
    kept = names;
    return names;
}

std::string plain_words(std::string_view text) {
    auto plain = without_accents(text);
    for (auto& c : plain) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte) == 0) c = ' ';
    }
    return plain;
}

namespace {

// Calls `take` with each word; stops when it answers false.
template <class Take>
void each_word(std::string_view text, Take&& take) {
    for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (!take(text.substr(at, end - at))) return;
        at = text.find_first_not_of(' ', end);
    }
}

}  // namespace

WantedWords::WantedWords(std::string_view query) {
    constexpr std::size_t most_words = 8;
    const auto plain = plain_words(query);
    each_word(plain, [&](std::string_view word) {
        words_.emplace_back(word);
        return words_.size() < most_words;
    });
    std::stable_sort(words_.begin(), words_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

// The longest first: what begins with a longer word begins with its shorter beginnings too, so nothing
// is taken from a word that had no other choice.
bool WantedWords::match(std::string_view plain_name) const {
    std::uint64_t taken = 0;
    for (const auto& wanted : words_) {
        std::size_t place = 0;
        bool is_found = false;
        each_word(plain_name, [&](std::string_view word) {
            const std::uint64_t bit = std::uint64_t{1} << place;
            if ((taken & bit) == 0 && word.starts_with(wanted)) {
                taken |= bit;
                is_found = true;
            }
            return !is_found && ++place < 64;
        });
        if (!is_found) return false;
    }
    return true;
}

}  // namespace nennep::service
