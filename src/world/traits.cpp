#include "world/traits.hpp"

#include <algorithm>
#include <cstring>

#include "base/result.hpp"
#include "base/vietnamese.hpp"

namespace nennep::world {

template <class Value, class View>
void Dictionary<Value, View>::index() {
    if (is_indexed_) return;
    is_indexed_ = true;
    by_value_.reserve(values_.size());
    for (Code code = 1; code < end(); ++code) by_value_.emplace(View(values_[code - 1]), code);
}

template <class Value, class View>
Code Dictionary<Value, View>::acquire(View view) {
    index();
    if (const auto known = by_value_.find(view); known != by_value_.end()) {
        ++uses_[known->second - 1];
        return known->second;
    }
    Code code = end();
    if (free_.empty()) {
        values_.emplace_back(view);
        uses_.push_back(1);
        given_.push_back(++stamp_);
    } else {
        code = free_.back();
        free_.pop_back();
        values_[code - 1] = Value(view);
        uses_[code - 1] = 1;
        given_[code - 1] = ++stamp_;
    }
    by_value_.emplace(View(values_[code - 1]), code);
    return code;
}

template <class Value, class View>
void Dictionary<Value, View>::release(Code code) {
    if (--uses_[code - 1] > 0) return;
    index();
    by_value_.erase(View(values_[code - 1]));
    values_[code - 1] = Value{};
    given_[code - 1] = ++stamp_;
    free_.push_back(code);
}

template <class Value, class View>
void Dictionary<Value, View>::fill(std::vector<Value> values) {
    values_.assign(std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
    uses_.assign(values_.size(), 0);
    given_.assign(values_.size(), ++stamp_);
    is_indexed_ = false;
}

template class Dictionary<std::string, std::string_view>;
template class Dictionary<std::int64_t, std::int64_t>;

std::span<const Column::Since> Column::many_at(Code slot) const {
    const auto* run = &steps_[slot & ~many];
    return {run + 1, run->code};
}

Code Column::on(Rank rank, Day since, Day day) const {
    const Code slot = rank < slots_.size() ? slots_[rank] : unknown;
    if ((slot & many) == 0) return since <= day ? slot : unknown;
    const auto steps = many_at(slot);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        if (step->day <= day) return step->code;
    }
    return unknown;
}

Code Column::last(Rank rank) const {
    const Code slot = rank < slots_.size() ? slots_[rank] : unknown;
    return (slot & many) == 0 ? slot : many_at(slot).back().code;
}

void Column::steps(Rank rank, Day since, std::vector<Since>& into) const {
    const Code slot = rank < slots_.size() ? slots_[rank] : unknown;
    into.clear();
    if ((slot & many) != 0) {
        const auto steps = many_at(slot);
        into.assign(steps.begin(), steps.end());
    } else if (slot != unknown) {
        into.push_back({since, slot});
    }
}

bool Column::is_empty() const {
    return std::all_of(slots_.begin(), slots_.end(), [](Code slot) { return slot == unknown; });
}

Code Column::acquire(const Step& step, const Knowledge& known) {
    if (!step.is_there) return unknown;
    if (coding_ == Coding::text) return texts_.acquire(known.text(step));
    if (coding_ == Coding::number) return numbers_.acquire(step.number);
    return static_cast<Code>(step.number);
}

void Column::release(Code code) {
    if (code == unknown) return;
    if (coding_ == Coding::text) texts_.release(code);
    if (coding_ == Coding::number) numbers_.release(code);
}

void Column::hold(Rank rank, Day since, std::span<const Since> steps) {
    auto& slot = slots_[rank];
    if ((slot & many) != 0) garbage_ += many_at(slot).size() + 1;
    if (steps.empty()) {
        slot = unknown;
    } else if (steps.size() == 1 && steps.front().day == since) {
        slot = steps.front().code;
    } else {
        slot = many | static_cast<Code>(steps_.size());
        steps_.push_back({Day{}, static_cast<Code>(steps.size())});
        steps_.insert(steps_.end(), steps.begin(), steps.end());
    }
}

void Column::put(Rank rank, Day since, std::span<const Step> steps, const Knowledge& known) {
    coding_ = steps.front().coding;
    if (slots_.size() <= rank) slots_.resize(rank + std::size_t{1});
    scratch_.clear();
    for (const auto& step : steps) {
        const auto code = acquire(step, known);
        const auto before = scratch_.empty() ? unknown : scratch_.back().code;
        if (code == before) release(code);
        else scratch_.push_back({step.from, code});
    }
    if (slots_[rank] == unknown) return hold(rank, since, scratch_);
    // Taken before the old ones are let go: so a text that stays keeps its code.
    this->steps(rank, since, scratch_before_);
    hold(rank, since, scratch_);
    for (const auto& step : scratch_before_) release(step.code);
}

void Column::clear(Rank rank) {
    if (rank >= slots_.size() || slots_[rank] == unknown) return;
    steps(rank, Day{}, scratch_before_);
    hold(rank, Day{}, {});
    for (const auto& step : scratch_before_) release(step.code);
}

void Column::settle() {
    if (garbage_ * 2 <= steps_.size()) return;
    std::vector<Since> kept;
    kept.reserve(steps_.size() - garbage_);
    for (auto& slot : slots_) {
        if ((slot & many) == 0) continue;
        const auto run = many_at(slot);
        slot = many | static_cast<Code>(kept.size());
        kept.insert(kept.end(), run.data() - 1, run.data() + run.size());
    }
    steps_ = std::move(kept);
    garbage_ = 0;
}

namespace {

template <class T>
void write_all(ByteWriter& out, const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    out.varint(values.size());
    out.raw({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
}

template <class T>
bool read_all(ByteReader& in, std::vector<T>& values) {
    const auto count = in.varint();
    if (count > in.left() / sizeof(T)) return false;
    const auto bytes = in.raw(static_cast<std::size_t>(count) * sizeof(T));
    values.resize(static_cast<std::size_t>(count));
    if (count > 0) std::memcpy(static_cast<void*>(values.data()), bytes.data(), bytes.size());
    return in.ok();
}

constexpr std::uint8_t no_column = 255;

}  // namespace

// Equal columns have equal bytes, whatever was put and taken back before: codes are counted anew in
// the order in which they occur.
void Column::write(ByteWriter& out, std::span<const Rank> order) const {
    if (is_empty()) return out.u8(no_column);
    out.u8(static_cast<std::uint8_t>(coding_));
    const bool is_text = coding_ == Coding::text;
    const bool is_number = coding_ == Coding::number;
    std::vector<Code> anew(is_text ? texts_.end() : is_number ? numbers_.end() : 0);
    std::vector<Code> used;
    const auto renumber = [&](Code code) {
        if (code == unknown || anew.empty()) return code;
        if (anew[code] == unknown) {
            used.push_back(code);
            anew[code] = static_cast<Code>(used.size());
        }
        return anew[code];
    };
    std::vector<Code> slots;
    std::vector<Since> steps;
    slots.reserve(order.size());
    for (const auto rank : order) {
        const Code slot = rank < slots_.size() ? slots_[rank] : unknown;
        if ((slot & many) == 0) {
            slots.push_back(renumber(slot));
            continue;
        }
        slots.push_back(many | static_cast<Code>(steps.size()));
        const auto run = many_at(slot);
        steps.push_back({Day{}, static_cast<Code>(run.size())});
        for (const auto& step : run) steps.push_back({step.day, renumber(step.code)});
    }
    out.varint(used.size());
    for (const auto code : used) {
        if (is_text) out.text(texts_[code]);
        else out.i64(numbers_[code]);
    }
    write_all(out, slots);
    write_all(out, steps);
}

bool Column::is_sound(Code code, SubjectNo subjects) const {
    switch (coding_) {
        case Coding::text: return code < texts_.end();
        case Coding::number: return code < numbers_.end();
        case Coding::subject: return code < subjects;
        case Coding::choice: return code <= 256;
        case Coding::day: return (code & many) == 0;
    }
    return false;
}

bool Column::read(ByteReader& in, std::size_t rows, SubjectNo subjects) {
    const auto coding = in.u8();
    if (coding == no_column) return in.ok();
    if (coding > static_cast<std::uint8_t>(Coding::text)) return false;
    coding_ = static_cast<Coding>(coding);
    const auto count = in.varint();
    if (count > in.left()) return false;
    if (coding_ == Coding::text) {
        std::vector<std::string> texts;
        texts.reserve(static_cast<std::size_t>(count));
        for (std::uint64_t i = 0; i < count && in.ok(); ++i) texts.emplace_back(in.text());
        texts_.fill(std::move(texts));
    } else if (coding_ == Coding::number) {
        std::vector<std::int64_t> numbers;
        for (std::uint64_t i = 0; i < count && in.ok(); ++i) numbers.push_back(in.i64());
        numbers_.fill(std::move(numbers));
    } else if (count != 0) {
        return false;
    }
    if (!read_all(in, slots_) || !read_all(in, steps_) || slots_.size() > rows) return false;
    const auto note = [&](Code code) {
        if (!is_sound(code, subjects)) return false;
        if (code != unknown && coding_ == Coding::text) texts_.count(code);
        if (code != unknown && coding_ == Coding::number) numbers_.count(code);
        return true;
    };
    for (const auto slot : slots_) {
        if ((slot & many) == 0) {
            if (!note(slot)) return false;
            continue;
        }
        const std::size_t at = slot & ~many;
        if (at >= steps_.size()) return false;
        const std::size_t run = steps_[at].code;
        if (run == 0 || run > steps_.size() - at - 1) return false;
        for (std::size_t i = at + 1; i <= at + run; ++i) {
            if (!note(steps_[i].code) || (i > at + 1 && !(steps_[i - 1].day < steps_[i].day))) return false;
        }
    }
    return true;
}

const Column& Table::column(TraitNo trait) const {
    static const Column empty;
    return trait < columns_.size() ? columns_[trait] : empty;
}

void Table::put(Rank rank, Day since, const Knowledge& known) {
    if (since_.size() <= rank) since_.resize(rank + std::size_t{1}, Day::never());
    // A first day that moved changes what a bare slot means; so what is not put again is let go.
    const bool is_new = since_[rank] == Day::never();
    since_[rank] = since;
    scratch_ = known.steps;
    std::sort(scratch_.begin(), scratch_.end(), [](const Step& a, const Step& b) {
        return a.trait != b.trait ? a.trait < b.trait : a.from < b.from;
    });
    TraitNo next = 0;
    for (std::size_t i = 0; i < scratch_.size();) {
        const auto trait = scratch_[i].trait;
        std::size_t end = i;
        while (end < scratch_.size() && scratch_[end].trait == trait) ++end;
        if (columns_.size() <= trait) columns_.resize(trait + std::size_t{1});
        for (; !is_new && next < trait; ++next) columns_[next].clear(rank);
        next = static_cast<TraitNo>(trait + 1);
        columns_[trait].put(rank, since, std::span(scratch_).subspan(i, end - i), known);
        i = end;
    }
    for (; !is_new && next < columns_.size(); ++next) columns_[next].clear(rank);
}

void Table::clear(Rank rank) {
    if (rank >= since_.size()) return;
    since_[rank] = Day::never();
    for (auto& column : columns_) column.clear(rank);
}

void Table::write(ByteWriter& out, bool has_parts) const {
    std::vector<Rank> order;
    for (Rank rank = 0; rank < size(); ++rank) {
        if (!has_parts || since_[rank] != Day::never()) order.push_back(rank);
    }
    if (has_parts) {
        std::sort(order.begin(), order.end(), [&](Rank a, Rank b) {
            return parts_[a].owner != parts_[b].owner ? parts_[a].owner < parts_[b].owner
                                                      : parts_[a].key < parts_[b].key;
        });
    } else {
        while (!order.empty() && since_[order.back()] == Day::never()) order.pop_back();
    }
    std::vector<Day> since;
    for (const auto rank : order) since.push_back(since_[rank]);
    write_all(out, since);
    if (has_parts) {
        for (const auto rank : order) {
            out.u32(parts_[rank].owner);
            out.text(parts_[rank].key);
        }
    }
    auto used = columns_.size();
    while (used > 0 && columns_[used - 1].is_empty()) --used;
    out.varint(used);
    for (std::size_t i = 0; i < used; ++i) columns_[i].write(out, order);
}

bool Table::read(ByteReader& in, bool has_parts, SubjectNo subjects) {
    if (!read_all(in, since_)) return false;
    if (has_parts) {
        parts_.resize(since_.size());
        for (Rank rank = 0; rank < size() && in.ok(); ++rank) {
            parts_[rank].owner = in.u32();
            parts_[rank].key = in.text();
            if (parts_[rank].owner == nobody || parts_[rank].owner >= subjects) return false;
            by_owner_[parts_[rank].owner].push_back(rank);
        }
    }
    const auto columns = in.varint();
    if (columns > in.left()) return false;
    columns_.resize(static_cast<std::size_t>(columns));
    for (auto& column : columns_) {
        if (!column.read(in, since_.size(), subjects)) return false;
    }
    return in.ok();
}

const Table& Traits::operator[](TableNo table) const {
    static const Table empty;
    const auto& tables = table < first_table_of_parts ? types_ : parts_;
    const std::size_t number = table < first_table_of_parts ? table : table - first_table_of_parts;
    return number < tables.size() ? tables[number] : empty;
}

Table& Traits::at(TableNo table) {
    auto& tables = table < first_table_of_parts ? types_ : parts_;
    const std::size_t number = table < first_table_of_parts ? table : table - first_table_of_parts;
    if (tables.size() <= number) tables.resize(number + 1);
    return tables[number];
}

void Traits::put(TypeNo type, Rank rank, Day since, const Knowledge& known) {
    auto& table = at(type);
    if (since == Day::never()) table.clear(rank);
    else table.put(rank, since, known);
}

void Traits::put_parts(SubjectNo subject, const std::vector<KnownPart>& parts) {
    const auto keeps = [&](TableNo number, const std::string& key) {
        return std::any_of(parts.begin(), parts.end(), [&](const KnownPart& part) {
            return part.table == number && part.key == key;
        });
    };
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        auto& table = parts_[i];
        const auto own = table.by_owner_.find(subject);
        if (own == table.by_owner_.end()) continue;
        std::erase_if(own->second, [&](Rank rank) {
            if (keeps(static_cast<TableNo>(first_table_of_parts + i), table.key(rank))) return false;
            table.clear(rank);
            table.parts_[rank] = {};
            table.free_.push_back(rank);
            return true;
        });
        if (own->second.empty()) table.by_owner_.erase(own);
    }
    for (const auto& part : parts) {
        auto& table = at(part.table);
        auto& own = table.by_owner_[subject];
        auto place = std::find_if(own.begin(), own.end(), [&](Rank rank) { return table.key(rank) == part.key; });
        if (place == own.end()) {
            Rank rank = static_cast<Rank>(table.parts_.size());
            if (table.free_.empty()) {
                table.parts_.emplace_back();
            } else {
                rank = table.free_.back();
                table.free_.pop_back();
            }
            table.parts_[rank] = {subject, part.key};
            place = own.insert(own.end(), rank);
        }
        table.put(*place, part.since, part.known);
    }
}

void Traits::shrink_to(TypeNo type, Rank size) {
    if (type >= types_.size()) return;
    auto& table = types_[type];
    for (Rank rank = size; rank < table.size(); ++rank) table.clear(rank);
    if (table.since_.size() > size) table.since_.resize(size);
}

void Traits::settle() {
    for (auto* tables : {&types_, &parts_}) {
        for (auto& table : *tables) {
            for (auto& column : table.columns_) column.settle();
        }
    }
}

void Traits::write(ByteWriter& out) const {
    for (const auto* tables : {&types_, &parts_}) {
        const bool has_parts = tables == &parts_;
        auto used = tables->size();
        const auto is_empty = [](const Table& table) {
            return std::all_of(table.since_.begin(), table.since_.end(), [](Day day) { return day == Day::never(); });
        };
        while (used > 0 && is_empty((*tables)[used - 1])) --used;
        out.varint(used);
        for (std::size_t i = 0; i < used; ++i) (*tables)[i].write(out, has_parts);
    }
}

bool Traits::read(ByteReader& in, const Directory& directory) {
    for (auto* tables : {&types_, &parts_}) {
        const bool has_parts = tables == &parts_;
        const auto count = in.varint();
        if (count > first_table_of_parts) return false;
        tables->resize(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < count; ++i) {
            auto& table = (*tables)[i];
            if (!table.read(in, has_parts, directory.size())) return false;
            if (!has_parts && table.size() > directory.count(static_cast<TypeNo>(i))) return false;
        }
    }
    return in.ok();
}

// What texts compare by, and how far it has followed the dictionary.
struct Traits::Ordering {
    std::uint64_t stamp = 0;
    std::vector<std::string> compared;          // by code
    std::shared_ptr<const Order> order;
};

std::shared_ptr<const Order> Traits::order(TableNo table, TraitNo trait, bool of_names) const {
    const auto& texts = (*this)[table].column(trait).texts();
    const std::lock_guard lock(mutex_);
    auto& kept = orders_[{table, trait, of_names}];
    if (!kept) kept = std::make_shared<Ordering>();
    if (kept->order && kept->stamp == texts.stamp()) return kept->order;
    // Only what came since is put in order by itself, and then in its places among the others.
    auto order = std::make_shared<Order>();
    std::vector<Code> fresh;
    kept->compared.resize(texts.end());
    const auto is_fresh = [&](Code code) { return !kept->order || texts.given(code) > kept->stamp; };
    for (Code code = 1; code < texts.end(); ++code) {
        if (!is_fresh(code)) continue;
        kept->compared[code].clear();
        if (!texts.is_used(code)) continue;
        kept->compared[code] = of_names ? order_of_name(texts[code]) : order_of_title(texts[code]);
        fresh.push_back(code);
    }
    const auto before = [&](Code a, Code b) {
        const auto order_of_both = kept->compared[a].compare(kept->compared[b]);
        return order_of_both != 0 ? order_of_both < 0 : texts[a] < texts[b];
    };
    std::sort(fresh.begin(), fresh.end(), before);
    if (kept->order) {
        std::copy_if(kept->order->sorted.begin(), kept->order->sorted.end(), std::back_inserter(order->sorted),
                     [&](Code code) { return !is_fresh(code); });
    }
    const auto old = static_cast<std::ptrdiff_t>(order->sorted.size());
    order->sorted.insert(order->sorted.end(), fresh.begin(), fresh.end());
    std::inplace_merge(order->sorted.begin(), order->sorted.begin() + old, order->sorted.end(), before);
    order->places.resize(texts.end());
    for (std::size_t i = 0; i < order->sorted.size(); ++i) {
        order->places[order->sorted[i]] = static_cast<std::uint32_t>(i);
    }
    kept->stamp = texts.stamp();
    kept->order = order;
    return order;
}

}  // namespace nennep::world
