#include "service/listing.hpp"

#include <algorithm>
#include <limits>

#include "base/bytes.hpp"
#include "base/vietnamese.hpp"

namespace nennep::service {
namespace {

using catalogue::TraitKind;

constexpr std::int64_t comes_last = std::numeric_limits<std::int64_t>::max();

struct Sort {
    std::optional<TraitNo> trait;       // none: by key
    bool is_backwards = false;
};

// Where a row stands in the order of the list.
struct Key {
    std::int64_t value = 0;
    std::int64_t key = 0;
    friend auto operator<=>(const Key&, const Key&) = default;
};
struct Placed {
    Key at;
    Rank rank = 0;
    friend bool operator<(const Placed& a, const Placed& b) {
        return a.at != b.at ? a.at < b.at : a.rank < b.rank;
    }
};

struct Cursor {
    std::string sort;
    bool is_there = false;
    std::string value;
    std::string key;
    std::string part;                   // of a part: its own key within its subject
};

std::string encode(const Cursor& cursor, const std::string& list) {
    ByteWriter out;
    out.u8(1);                          // how it is laid out
    out.text(list);
    out.text(cursor.sort);
    out.u8(cursor.is_there ? 1 : 0);
    out.text(cursor.value);
    out.text(cursor.key);
    out.text(cursor.part);
    return hex(out.bytes());
}

std::optional<Cursor> decode(const std::string& text, const std::string& list) {
    std::string bytes;
    const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        if (digit(text[i]) < 0 || digit(text[i + 1]) < 0) return std::nullopt;
        bytes.push_back(static_cast<char>(digit(text[i]) * 16 + digit(text[i + 1])));
    }
    ByteReader in(bytes);
    Cursor cursor;
    const bool is_ours = text.size() % 2 == 0 && in.u8() == 1 && in.text() == list;
    cursor.sort = in.text();
    cursor.is_there = in.u8() == 1;
    cursor.value = in.text();
    cursor.key = in.text();
    cursor.part = in.text();
    return is_ours && in.done() ? std::optional(std::move(cursor)) : std::nullopt;
}

// Rows in order, by numbers that are found once: of parts the keys are few, and looked at one by one.
class Ordering {
public:
    Ordering(const Selection& selection, const World& world, const Sort& sort)
        : selection_(selection), world_(world), sort_(sort) {
        if (sort.trait) values_.emplace(selection.known(), world, *sort.trait, selection.ranks());
        if (selection.list().parts == nullptr) return;
        for (const auto rank : selection.ranks()) parts_.push_back(rank);
        std::sort(parts_.begin(), parts_.end(), [&](Rank a, Rank b) { return name(a) < name(b); });
        for (std::size_t i = 0; i < parts_.size(); ++i) place_of_part_[parts_[i]] = static_cast<std::int64_t>(i);
    }

    Key key(Rank rank) const {
        Key key;
        if (sort_.trait) key.value = turned(values_->place(selection_.known().value(*sort_.trait, rank)));
        key.key = 2 * (parts() ? place_of_part_.at(rank) : std::int64_t{selection_.roster().places[rank]});
        return key;
    }
    std::optional<Key> key(const Cursor& cursor) const {
        Key key;
        if (sort_.trait) {
            const auto place = cursor.is_there ? values_->place_of(cursor.value) : comes_last;
            if (!place) return std::nullopt;
            key.value = turned(*place);
        }
        key.key = parts() ? between(parts_, std::pair(cursor.key, cursor.part), [&](Rank rank) { return name(rank); })
                          : between(selection_.roster().by_key, cursor.key, [&](Rank rank) {
                                return world_.directory[selection_.roster().subjects[rank]].key;
                            });
        return key;
    }
    Cursor cursor(Rank rank, const std::string& sort) const {
        Cursor cursor;
        cursor.sort = sort;
        if (sort_.trait) {
            const auto value = selection_.known().value(*sort_.trait, rank);
            cursor.is_there = value.is_there;
            cursor.value = written(selection_.known(), world_, *sort_.trait, value);
        }
        cursor.key = world_.directory[selection_.subject(rank)].key;
        if (parts()) cursor.part = selection_.known().table().key(rank);
        return cursor;
    }

private:
    bool parts() const { return selection_.list().parts != nullptr; }
    std::pair<std::string, std::string> name(Rank rank) const {
        return {world_.directory[selection_.subject(rank)].key, selection_.known().table().key(rank)};
    }
    std::int64_t turned(std::int64_t place) const {
        return sort_.is_backwards && place != comes_last ? -place : place;
    }
    template <class Name, class NameOf>
    static std::int64_t between(const std::vector<Rank>& ranks, const Name& name, NameOf&& name_of) {
        const auto at = std::partition_point(ranks.begin(), ranks.end(), [&](Rank r) { return name_of(r) < name; });
        const auto place = 2 * (at - ranks.begin());
        return at != ranks.end() && name_of(*at) == name ? place : place - 1;
    }

    const Selection& selection_;
    const World& world_;
    Sort sort_;
    std::optional<ValueOrder> values_;
    std::vector<Rank> parts_;
    std::unordered_map<Rank, std::int64_t> place_of_part_;
};

Result<Sort> read_sort(const ListType& list, const std::string& text) {
    Sort sort;
    sort.is_backwards = text.starts_with('-');
    const auto name = text.substr(sort.is_backwards ? 1 : 0);
    if (name.empty() || name == "key") return sort;
    const auto trait = find_trait(list, name, "sort");
    if (!trait) return trait.error();
    sort.trait = *trait;
    return sort;
}

}  // namespace

ValueOrder::ValueOrder(const KnownOn& known, const World& world, TraitNo trait, const std::vector<Rank>& ranks)
    : known_(known), world_(world), trait_(trait), described_((*known.list().traits)[trait]) {
    if (described_.kind == TraitKind::text) {
        texts_ = world.traits.order(known.list().table, trait, described_.is_name);
    } else if (described_.kind == TraitKind::subject) {
        for (const auto rank : ranks) {
            const auto value = known.value(trait, rank);
            const auto subject = static_cast<SubjectNo>(value.number);
            if (!value.is_there || !place_of_subject_.try_emplace(subject, 0).second) continue;
            subjects_.emplace_back(order_of_title(world.directory[subject].label) + world.directory[subject].key,
                                   subject);
        }
        std::sort(subjects_.begin(), subjects_.end());
        for (std::size_t i = 0; i < subjects_.size(); ++i) {
            place_of_subject_[subjects_[i].second] = static_cast<std::int64_t>(2 * i);
        }
    }
}

std::int64_t ValueOrder::place(const Value& value) const {
    if (!value.is_there) return comes_last;
    if (texts_) return 2 * std::int64_t{texts_->places[static_cast<std::size_t>(value.number)]};
    if (described_.kind == TraitKind::subject) return place_of_subject_.at(static_cast<SubjectNo>(value.number));
    return value.number * 2;
}

std::optional<std::int64_t> ValueOrder::place_of(std::string_view text) const {
    if (texts_) {
        const auto order = described_.is_name ? order_of_name : order_of_title;
        const auto compared = order(text);
        const auto at = std::partition_point(texts_->sorted.begin(), texts_->sorted.end(), [&](world::Code code) {
            const auto known = known_.text(trait_, code);
            const auto of_known = order(known);
            return of_known != compared ? of_known < compared : known < text;
        });
        const auto place = 2 * (at - texts_->sorted.begin());
        return at != texts_->sorted.end() && known_.text(trait_, *at) == text ? place : place - 1;
    }
    switch (described_.kind) {
        case TraitKind::choice: {
            const auto& codes = described_.choices->codes;
            const auto at = std::find(codes.begin(), codes.end(), text);
            if (at == codes.end()) return std::nullopt;
            return 2 * (at - codes.begin());
        }
        case TraitKind::day: {
            const auto day = Day::parse(text);
            if (!day) return std::nullopt;
            return 2 * std::int64_t{day->number()};
        }
        case TraitKind::subject: {
            for (const auto type : {known_.catalogue().organisations(), known_.catalogue().people()}) {
                const auto subject = world_.directory.find(type, text);
                if (!subject) continue;
                const std::pair wanted(order_of_title(world_.directory[*subject].label) + std::string(text), *subject);
                const auto at = std::lower_bound(subjects_.begin(), subjects_.end(), wanted);
                const auto place = 2 * (at - subjects_.begin());
                return at != subjects_.end() && *at == wanted ? place : place - 1;
            }
            return std::nullopt;
        }
        default: {
            const bool is_negative = text.starts_with('-');
            const auto number = parse_decimal(text.substr(is_negative ? 1 : 0),
                                              described_.kind == TraitKind::hundredths ? 2 : 0);
            if (!number) return std::nullopt;
            return 2 * (is_negative ? -*number : *number);
        }
    }
}

Result<ListPage> Lists::page(const World& world, const ListQuery& query, const Sight& sight) const {
    if (!query.is_whole && (query.limit == 0 || query.limit > most_rows_of_a_page)) {
        return Refusal{"list.limit", "limit", {{"most", std::to_string(most_rows_of_a_page)}}};
    }
    auto selected = Selection::of(catalogue_, world, rosters_, query, sight, query.facets);
    if (!selected) return selected.error();
    ListPage page{std::move(selected.value()), {}, 0, {}};
    const auto& selection = page.selection;
    page.total = selection.ranks().size();
    const auto sort = read_sort(selection.list(), query.sort);
    if (!sort) return sort.error();
    const Ordering ordering(selection, world, *sort);

    std::optional<Key> after;
    if (!query.cursor.empty()) {
        const auto cursor = decode(query.cursor, query.list);
        if (cursor && cursor->sort == query.sort) after = ordering.key(*cursor);
        if (!after) return Refusal{"list.bad_cursor", "cursor", {}};
    }
    const bool backwards_by_key = sort->is_backwards && !sort->trait;
    std::vector<Placed> placed;
    placed.reserve(selection.ranks().size());
    for (const auto rank : selection.ranks()) {
        auto key = ordering.key(rank);
        if (backwards_by_key) key.key = -key.key;
        placed.push_back({key, rank});
    }
    if (after && backwards_by_key) after->key = -after->key;
    if (after) std::erase_if(placed, [&](const Placed& row) { return row.at <= *after; });
    const auto most = query.is_whole ? placed.size() : query.limit;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(most, placed.size()));
    if (static_cast<std::size_t>(shown) < placed.size()) {
        std::nth_element(placed.begin(), placed.begin() + shown, placed.end());
    }
    std::sort(placed.begin(), placed.begin() + shown);
    for (std::ptrdiff_t i = 0; i < shown; ++i) page.rows.push_back(placed[static_cast<std::size_t>(i)].rank);
    if (static_cast<std::size_t>(shown) < placed.size()) {
        page.next = encode(ordering.cursor(page.rows.back(), query.sort), query.list);
    }
    return page;
}

}  // namespace nennep::service
