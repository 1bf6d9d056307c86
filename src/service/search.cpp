#include "service/search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/vietnamese.hpp"

namespace nennep::service {
namespace {

using world::SubjectNo;

// Letters and digits hold together, of whatever script; everything else parts words.
bool parts_words(char c) {
    return static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
}

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = static_cast<std::size_t>(
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), parts_words) - text.begin());
        const auto end = static_cast<std::size_t>(
            std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), parts_words) - text.begin());
        if (begin < end) words.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return words;
}

// Of a key typed whole; of a word typed with the right accents, typed whole, and in its place.
constexpr int for_key = 10'000;
constexpr int for_accents = 100;
constexpr int for_whole_word = 10;
constexpr int for_order = 1;
constexpr int no_match = -1;
constexpr std::size_t most_words = 8;

}  // namespace

Search::Search(const world::World& world, const catalogue::Catalogue& catalogue,
               const std::vector<catalogue::TypeNo>& types)
    : world_(world), people_(catalogue.people()) {
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<std::string> accented;
    for (SubjectNo number = 1; number < world.directory.size(); ++number) {
        const auto& subject = world.directory[number];
        if (std::find(types.begin(), types.end(), subject.type) == types.end() || subject.label.empty()) continue;
        const auto begin = static_cast<std::uint32_t>(numbers_.size());
        const auto text = small_letters(subject.label + " " + subject.key);
        for (const auto word : words_in(text)) {
            const auto [place, is_new] =
                known.try_emplace(std::string(word), static_cast<std::uint32_t>(accented.size()));
            if (is_new) accented.push_back(place->first);
            numbers_.push_back(place->second);
        }
        names_.push_back({number, begin, static_cast<std::uint32_t>(numbers_.size())});
    }
    // From the order of first mention to that of the letters.
    for (auto& word : accented) words_.push_back({without_accents(word), word});
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
        return a.plain != b.plain ? a.plain < b.plain : a.accented < b.accented;
    });
    std::vector<std::uint32_t> new_number(accented.size());
    for (std::uint32_t i = 0; i < words_.size(); ++i) new_number[known.at(words_[i].accented)] = i;
    for (auto& number : numbers_) number = new_number[number];

    begin_of_.assign(words_.size() + 1, 0);
    for (const auto number : numbers_) ++begin_of_[number + 1];
    std::partial_sum(begin_of_.begin(), begin_of_.end(), begin_of_.begin());
    having_.resize(numbers_.size());
    auto next = begin_of_;
    for (std::uint32_t place = 0; place < names_.size(); ++place) {
        for (auto at = names_[place].begin; at < names_[place].end; ++at) having_[next[numbers_[at]]++] = place;
    }
}

std::vector<Search::Typed> Search::typed(std::string_view query) const {
    std::vector<Typed> all;
    const auto small = small_letters(query);
    for (const auto word : words_in(small)) {
        if (all.size() == most_words) break;
        const auto plain = without_accents(word);
        const auto first = std::lower_bound(words_.begin(), words_.end(), plain,
                                            [](const Word& a, const std::string& b) { return a.plain < b; });
        const auto last = std::find_if_not(first, words_.end(),
                                           [&](const Word& known) { return known.plain.starts_with(plain); });
        all.push_back({std::string(word), static_cast<std::uint32_t>(first - words_.begin()),
                       static_cast<std::uint32_t>(last - words_.begin()), plain.size(), all.size()});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Typed& a, const Typed& b) { return a.plain_size > b.plain_size; });
    return all;
}

// Those with a word that begins as the rarest of the typed ones; words that begin alike are neighbours.
std::vector<std::uint32_t> Search::candidates(const std::vector<Typed>& words) const {
    const auto names_with = [&](const Typed& word) { return begin_of_[word.last] - begin_of_[word.first]; };
    const auto rarest = std::min_element(words.begin(), words.end(), [&](const Typed& a, const Typed& b) {
        return names_with(a) < names_with(b);
    });
    std::vector<std::uint32_t> places(having_.begin() + begin_of_[rarest->first],
                                      having_.begin() + begin_of_[rarest->last]);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

// Each typed word takes a word of its own, the longest first: what begins with a longer one begins
// with its shorter beginnings too, so nothing is taken from a word that had no other choice.
int Search::score(const Name& name, const std::vector<Typed>& words) const {
    std::uint64_t taken = 0;
    int score = 0;
    std::array<std::uint32_t, most_words> places{};
    for (const auto& word : words) {
        int best = no_match;
        for (auto at = name.begin; at < name.end && at - name.begin < 64; ++at) {
            const auto number = numbers_[at];
            const bool is_taken = (taken >> (at - name.begin) & 1) != 0;
            if (number < word.first || number >= word.last || is_taken) continue;
            const auto& known = words_[number];
            const int worth = (known.accented.starts_with(word.accented) ? for_accents : 0) +
                              (known.plain.size() == word.plain_size ? for_whole_word : 0);
            if (worth <= best) continue;
            best = worth;
            places[word.place] = at;
        }
        if (best == no_match) return no_match;
        taken |= std::uint64_t{1} << (places[word.place] - name.begin);
        score += best;
    }
    for (std::size_t i = 1; i < words.size(); ++i) score += places[i - 1] < places[i] ? for_order : 0;
    return score;
}

std::string Search::order_of(SubjectNo number) const {
    const auto& subject = world_.directory[number];
    return (subject.type == people_ ? order_of_name(subject.label) : order_of_title(subject.label)) + subject.key;
}

Found Search::find(std::string_view query, std::size_t most,
                   const std::function<bool(SubjectNo)>& may_see) const {
    const auto words = typed(query);
    const auto whole = small_letters(query);
    Found found;
    if (words.empty()) return found;
    std::map<int, std::vector<SubjectNo>, std::greater<>> by_score;
    for (const auto place : candidates(words)) {
        const auto& name = names_[place];
        int worth = score(name, words);
        if (worth == no_match || (may_see && !may_see(name.subject))) continue;
        const auto& key = world_.directory[name.subject].key;
        if (key.size() == whole.size() && small_letters(key) == whole) worth += for_key;
        by_score[worth].push_back(name.subject);
        ++found.total;
    }
    // Only as many as are shown are put in order by name.
    for (auto& [worth, subjects] : by_score) {
        if (found.subjects.size() >= most) break;
        std::vector<std::pair<std::string, SubjectNo>> ordered;
        ordered.reserve(subjects.size());
        for (const auto subject : subjects) ordered.emplace_back(order_of(subject), subject);
        const auto wanted = std::min(most - found.subjects.size(), ordered.size());
        std::partial_sort(ordered.begin(), ordered.begin() + static_cast<std::ptrdiff_t>(wanted), ordered.end());
        for (std::size_t i = 0; i < wanted; ++i) found.subjects.push_back(ordered[i].second);
    }
    return found;
}

std::unordered_map<SubjectNo, world::OrganisationNo> belonging(const world::World& world,
                                                              const catalogue::Catalogue& catalogue, Day day) {
    std::unordered_map<SubjectNo, world::OrganisationNo> all;
    for (const auto name : {"members.prospects", "members.total"}) {
        const auto number = catalogue.ledger(*catalogue.figure(name));
        if (number >= world.ledgers.size()) continue;
        const auto& ledger = world.ledgers[number];
        for (const auto organisation : ledger.occupied()) {
            for (const auto& row : ledger.rows(organisation, Day::beginning(), day)) {
                if (day < row.to) all[row.subject] = organisation;
            }
        }
    }
    return all;
}

}  // namespace nennep::service
