#include "service/selection.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "base/vietnamese.hpp"

namespace nennep::service {
namespace {

using catalogue::TraitKind;

constexpr std::pair<std::string_view, Filter::How> endings[] = {{".from", Filter::How::from},
                                                               {".to", Filter::How::to},
                                                               {".has", Filter::How::has},
                                                               {".present", Filter::How::is_there},
                                                               {".missing", Filter::How::is_missing}};

constexpr std::string_view without_ending = "eq";

bool is_number(TraitKind kind) {
    return kind == TraitKind::number || kind == TraitKind::money || kind == TraitKind::hundredths;
}

// Which ways there are of asking for a trait of a kind.
bool takes(TraitKind kind, Filter::How how) {
    if (how == Filter::How::has) return kind == TraitKind::text;
    if (how == Filter::How::from || how == Filter::How::to) return kind == TraitKind::day || is_number(kind);
    return true;
}

std::string_view ending_of(Filter::How how) {
    for (const auto& [ending, meant] : endings) {
        if (meant == how) return ending;
    }
    return {};
}

Refusal not_such(std::string_view what, std::string_view field, std::string_view value,
                 const std::vector<std::string>& names) {
    const auto near = nearest(value, names);
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    return {std::string(what) + (near ? "_near" : ""), std::string(field),
            {{"value", std::string(value)}, {"nearest", near.value_or("")}, {"choices", all}}};
}

// A filter, made ready to be asked of many.
class Test {
public:
    static Result<Test> of(const Catalogue& catalogue, const World& world, const KnownOn& known,
                           const Filter& filter);

    bool passes(const Value& value) const {
        switch (how_) {
            case Filter::How::is_there: return value.is_there;
            case Filter::How::is_missing: return !value.is_there;
            case Filter::How::from:
            case Filter::How::to: return value.is_there && from_ <= value.number && value.number <= to_;
            default: break;
        }
        if (!value.is_there) return takes_missing_;
        const auto code = static_cast<std::size_t>(value.number);
        if (!by_code_.empty()) return code < by_code_.size() && by_code_[code] != 0;
        return std::binary_search(numbers_.begin(), numbers_.end(), value.number);
    }
    TraitNo trait() const { return trait_; }

private:
    std::optional<Refusal> take_value(const Catalogue& catalogue, const World& world, const KnownOn& known,
                                      const Trait& trait, const std::string& text, const std::string& field);

    TraitNo trait_ = 0;
    Filter::How how_ = Filter::How::any_of;
    bool takes_missing_ = false;
    std::vector<char> by_code_;         // of choices and texts
    std::vector<std::int64_t> numbers_;
    std::int64_t from_ = std::numeric_limits<std::int64_t>::min();
    std::int64_t to_ = std::numeric_limits<std::int64_t>::max();
};

// A day or number of a trait as it was written.
Result<std::int64_t> read_number(TraitKind kind, const std::string& text, const std::string& field) {
    if (kind == TraitKind::day) {
        if (const auto day = Day::parse(text)) return std::int64_t{day->number()};
        return Refusal{"value.not_a_date", field, {{"value", text}}};
    }
    const bool is_negative = text.starts_with('-');
    const auto number = parse_decimal(is_negative ? text.substr(1) : text, kind == TraitKind::hundredths ? 2 : 0);
    if (number) return is_negative ? -*number : *number;
    return Refusal{"value.not_a_whole_number", field, {{"value", text}}};
}

std::optional<Refusal> Test::take_value(const Catalogue& catalogue, const World& world, const KnownOn& known,
                                        const Trait& trait, const std::string& text, const std::string& field) {
    if (text.empty()) {
        takes_missing_ = true;      // `ethnicity=` asks for those of whom nobody knows it
        return std::nullopt;
    }
    if (trait.kind == TraitKind::choice) {
        const auto& codes = trait.choices->codes;
        by_code_.resize(codes.size());
        const auto found = std::find(codes.begin(), codes.end(), text);
        if (found == codes.end()) {
            std::vector<std::string> names(codes.begin(), codes.end());
            auto refusal = not_such("value.not_in_list", field, text, names);
            refusal.code = "value.not_in_list";
            if (!nearest(text, names)) refusal.arguments[1].second = names.front();
            return refusal;
        }
        by_code_[static_cast<std::size_t>(found - codes.begin())] = 1;
        return std::nullopt;
    }
    if (trait.kind == TraitKind::text) {
        const auto& texts = known.column(trait_).texts();
        by_code_.resize(texts.end());
        const auto wanted = composed(text);
        for (world::Code code = 1; code < texts.end(); ++code) {
            if (texts[code] == wanted) by_code_[code] = 1;
        }
        return std::nullopt;
    }
    if (trait.kind == TraitKind::subject) {
        for (const auto type : {catalogue.organisations(), catalogue.people()}) {
            if (const auto subject = world.directory.find(type, composed(text))) numbers_.push_back(*subject);
        }
        return std::nullopt;
    }
    const auto number = read_number(trait.kind, text, field);
    if (!number) return number.error();
    numbers_.push_back(*number);
    return std::nullopt;
}

Result<Test> Test::of(const Catalogue& catalogue, const World& world, const KnownOn& known, const Filter& filter) {
    Test test;
    const auto number = find_trait(known.list(), filter.trait, filter.trait);
    if (!number) return number.error();
    test.trait_ = *number;
    test.how_ = filter.how;
    const auto& trait = (*known.list().traits)[*number];
    const auto ending = ending_of(filter.how);
    if (!takes(trait.kind, filter.how)) {
        return Refusal{"list.no_such_filter", filter.trait, {{"trait", filter.trait}, {"how", std::string(ending)}}};
    }
    if (filter.how == Filter::How::has) {
        const WantedWords words(filter.values.front());
        const auto& texts = known.column(*number).texts();
        test.by_code_.resize(texts.end());
        for (world::Code code = 1; code < texts.end(); ++code) {
            test.by_code_[code] = texts.is_used(code) && words.match(plain_words(texts[code])) ? 1 : 0;
        }
        return test;
    }
    if (filter.how == Filter::How::from || filter.how == Filter::How::to) {
        const auto bound = read_number(trait.kind, filter.values.front(), filter.trait + std::string(ending));
        if (!bound) return bound.error();
        (filter.how == Filter::How::from ? test.from_ : test.to_) = *bound;
        return test;
    }
    for (const auto& text : filter.values) {
        if (auto refusal = test.take_value(catalogue, world, known, trait, text, filter.trait)) return *refusal;
    }
    std::sort(test.numbers_.begin(), test.numbers_.end());
    return test;
}

// Which organisations are asked for and which may be seen, by their numbers; the last place is that of
// what belongs to the root of the tree.
constexpr char is_asked = 1, is_seen = 2;
Result<std::vector<char>> scope(const Catalogue& catalogue, const World& world, const Selecting& asked,
                                const std::vector<bool>* seen) {
    const auto numbering = world.tree.on(asked.on);
    const auto count = world.tree.size();
    std::optional<OrganisationNo> top;
    if (!asked.organisation.empty()) {
        const auto type = catalogue.organisations();
        const auto key = composed(asked.organisation);
        const auto subject = world.directory.find(type, key);
        if (!subject) {
            const auto near = nearest(key, world.directory.keys(type));
            return Refusal{near ? "reference.unknown_near" : "reference.not_in_books", "org",
                           {{"kind", "organisation"}, {"key", key}, {"nearest", near.value_or("")}}};
        }
        top = world.directory[*subject].rank;
    }
    std::vector<char> in(count + std::size_t{1});
    bool sees_a_root = seen == nullptr;
    for (OrganisationNo i = 0; i < count; ++i) {
        const bool may_see = seen == nullptr || (i < seen->size() && (*seen)[i]);
        sees_a_root = sees_a_root || (may_see && numbering->is_root(i));
        if (may_see) in[i] |= is_seen;
        if (!top || numbering->is_below(i, *top)) in[i] |= is_asked;
    }
    if (sees_a_root) in[count] |= is_seen;
    if (!top || numbering->is_root(*top)) in[count] |= is_asked;
    return in;
}

class Counter {
public:
    Counter(TraitNo trait, std::uint64_t own_tests) : trait_(trait), own_tests_(own_tests) {}

    // `failed`: the tests that the row did not pass.
    void look(const KnownOn& known, Rank rank, std::uint64_t failed) {
        if ((failed & ~own_tests_) != 0) return;
        const auto value = known.value(trait_, rank);
        ++counts_[value.is_there ? value.number : missing];
    }
    Counts counts() const {
        Counts counts{trait_, {}};
        for (const auto& [number, count] : counts_) {
            counts.of_values.push_back({number == missing ? Value{} : Value{true, number}, count});
        }
        std::sort(counts.of_values.begin(), counts.of_values.end(), [](const auto& a, const auto& b) {
            if (a.second != b.second) return a.second > b.second;
            return a.first.number < b.first.number;
        });
        return counts;
    }

private:
    static constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();
    TraitNo trait_;
    std::uint64_t own_tests_;
    std::unordered_map<std::int64_t, std::int64_t> counts_;
};

}  // namespace

const std::vector<std::string_view>& filter_forms(TraitKind kind) {
    static const auto by_kind = [] {
        std::map<TraitKind, std::vector<std::string_view>> all;
        for (const auto each : {TraitKind::choice, TraitKind::day, TraitKind::number, TraitKind::hundredths,
                                TraitKind::money, TraitKind::text, TraitKind::subject}) {
            all[each].push_back(without_ending);
            for (const auto& [ending, how] : endings) {
                if (takes(each, how)) all[each].push_back(ending.substr(1));
            }
        }
        return all;
    }();
    return by_kind.at(kind);
}

void add_filter(std::vector<Filter>& filters, std::string_view name, std::string_view value) {
    Filter filter{std::string(name), Filter::How::any_of, {}};
    for (const auto& [ending, how] : endings) {
        if (!name.ends_with(ending)) continue;
        filter.trait = name.substr(0, name.size() - ending.size());
        filter.how = how;
    }
    const bool needs_value = filter.how != Filter::How::is_there && filter.how != Filter::How::is_missing;
    if (filter.how == Filter::How::any_of) {
        const auto same = std::find_if(filters.begin(), filters.end(), [&](const Filter& known) {
            return known.trait == filter.trait && known.how == filter.how;
        });
        if (same != filters.end()) return same->values.emplace_back(value), void();
    }
    if (needs_value) filter.values.emplace_back(value);
    filters.push_back(std::move(filter));
}

std::vector<std::pair<std::string, std::string>> parameters_of(const std::vector<Filter>& filters) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto& filter : filters) {
        const auto name = filter.trait + std::string(ending_of(filter.how));
        if (filter.values.empty()) all.emplace_back(name, "1");
        for (const auto& value : filter.values) all.emplace_back(name, value);
    }
    return all;
}

Result<TraitNo> find_trait(const ListType& list, std::string_view name, std::string_view parameter) {
    if (const auto found = list.trait(name)) return *found;
    return not_such("list.unknown_trait", parameter, name, list.trait_names());
}

Result<Selection> Selection::of(const Catalogue& catalogue, const World& world, const Rosters& rosters,
                                const Selecting& asked, const Sight& sight,
                                const std::vector<std::string>& counted) {
    const auto* list = catalogue.list(asked.list);
    if (list == nullptr) return not_such("list.unknown", "list", asked.list, catalogue.list_names());
    const auto in = scope(catalogue, world, asked, sight.organisations);
    if (!in) return in.error();

    Selection selection;
    selection.known_ = std::make_shared<KnownOn>(catalogue, world, *list, asked.on);
    selection.roster_ = rosters.roster(world, list->type);
    selection.filters_ = asked.filters;
    const auto& counted_by = list->parts == nullptr ? list->subjects->counted_by : std::string();
    const bool is_chosen = std::any_of(asked.filters.begin(), asked.filters.end(),
                                       [&](const Filter& filter) { return filter.trait == counted_by; });
    if (!counted_by.empty() && !is_chosen) {
        selection.filters_.push_back({counted_by, Filter::How::any_of, list->subjects->counted});
    }
    const auto& known = *selection.known_;
    std::vector<Test> tests;
    for (const auto& filter : selection.filters_) {
        auto test = Test::of(catalogue, world, known, filter);
        if (!test) return test.error();
        tests.push_back(std::move(test.value()));
    }
    if (tests.size() > 63) return Refusal{"list.too_many_filters", "", {}};
    std::vector<Counter> counters;
    for (const auto& name : counted) {
        const auto trait = find_trait(*list, name, "facets");
        if (!trait) return trait.error();
        std::uint64_t own = 0;
        for (std::size_t i = 0; i < tests.size(); ++i) {
            if (tests[i].trait() == *trait) own |= std::uint64_t{1} << i;
        }
        counters.emplace_back(*trait, own);
    }

    const WantedWords words(asked.words);
    const auto names = words.empty() || list->parts != nullptr ? nullptr : rosters.names(world, list->type);
    const auto nowhere = in->size() - 1;
    const auto sees = [&](Rank rank) {
        const auto subject = selection.subject(rank);
        if (subject == sight.self && sight.self != world::nobody) return true;
        // A part is seen where it belongs: a task by whom it was assigned to.
        const bool by_subject = sight.seat_today && list->parts == nullptr;
        const auto seat = by_subject ? sight.seat_today(subject)
                                     : world.seat_of(known.table().last(world::seat_trait, rank));
        return seat == world::nowhere ? (in->back() & is_seen) != 0
                                      : seat < nowhere && ((*in)[seat] & is_seen) != 0;
    };
    for (Rank rank = 0; rank < known.size(); ++rank) {
        if (!known.exists(rank)) continue;
        const auto seat = known.seat(rank);
        if (((*in)[seat == world::nowhere ? nowhere : seat] & is_asked) == 0) continue;
        if (sight.organisations != nullptr && !sees(rank)) continue;
        if (names != nullptr && !words.match(names->plain[rank])) continue;
        if (!words.empty() && names == nullptr && !words.match(plain_words(known.table().key(rank)))) continue;
        std::uint64_t failed = 0;
        for (std::size_t i = 0; i < tests.size(); ++i) {
            if (tests[i].passes(known.value(tests[i].trait(), rank))) continue;
            failed |= std::uint64_t{1} << i;
            if (counters.empty()) break;
        }
        if (failed == 0) selection.ranks_.push_back(rank);
        for (auto& counter : counters) counter.look(known, rank, failed);
    }
    for (const auto& counter : counters) selection.counts_.push_back(counter.counts());
    return selection;
}

std::string written(const KnownOn& known, const World& world, TraitNo number, const Value& value) {
    const auto& trait = (*known.list().traits)[number];
    if (!value.is_there) return {};
    switch (trait.kind) {
        case TraitKind::choice: {
            const auto place = static_cast<std::size_t>(value.number);
            return place < trait.choices->codes.size() ? std::string(trait.choices->codes[place]) : std::string();
        }
        case TraitKind::day: return Day{static_cast<std::int32_t>(value.number)}.iso();
        case TraitKind::number:
        case TraitKind::money: return std::to_string(value.number);
        case TraitKind::hundredths: return plain({value.number, 2});
        case TraitKind::text: return std::string(known.text(number, value.number));
        case TraitKind::subject: return world.directory[static_cast<SubjectNo>(value.number)].key;
    }
    return {};
}

}  // namespace nennep::service
