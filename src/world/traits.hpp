// What is known of subjects on a day: a name, a standing, the organisation that they belong to.
//
// A table holds the traits of all subjects of one type, or of all parts of one kind (the tasks of
// documents); a column one trait of them all. A value is a number, its code: a day and a choice are
// numbers anyway, texts lie once in the column's dictionary. Most subjects keep a value from their
// first day on, so a slot is its code alone; where a value changed, or came later, the slot points
// to the steps:
//
//     slots     7   3   •   7            of four people, the third with two steps
//                       └──► 2 steps:  from 02/01/2015: 3   from 19/05/2020: 7
//
// The value on a day is that of the last step by then. 100,000 people with thirty traits take some
// tens of megabytes, and a list of them is filtered by comparing numbers.
#pragma once
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "world/directory.hpp"

namespace nennep::world {

using TraitNo = std::uint16_t;
// Of a subject type: its TypeNo. Parts come after all types.
using TableNo = std::uint16_t;
constexpr TableNo first_table_of_parts = 256;
// The place of a subject in its table is its rank; that of a part is given when it is put.
using Rank = std::uint32_t;

enum class Coding : std::uint8_t { choice, day, subject, number, text };
using Code = std::uint32_t;
constexpr Code unknown = 0;                     // there is no value

constexpr Code code_of(Day day) { return static_cast<Code>(day.number() + (1 << 30)); }
constexpr Day day_of(Code code) { return Day{static_cast<std::int32_t>(code) - (1 << 30)}; }

// What a fold came to know: from a day on, a trait has a value, or none any more.
struct Step {
    TraitNo trait = 0;
    Coding coding = Coding::choice;
    bool is_there = false;
    Day from;
    std::int64_t number = 0;        // the code of a choice, a day or a subject; a number itself
    std::uint32_t begin = 0;        // of a text: where it lies
    std::uint32_t size = 0;
};
struct Knowledge {
    std::vector<Step> steps;        // no two of one trait on one day
    std::string texts;

    std::string_view text(const Step& step) const {
        return std::string_view(texts).substr(step.begin, step.size);
    }
};
// A part of a subject that is listed by itself.
struct KnownPart {
    TableNo table = 0;
    std::string key;                // unique among the parts of this kind in its subject
    Day since;
    Knowledge known;
};

// Different values, each once. Values that nobody has any more are forgotten.
template <class Value, class View>
class Dictionary {
public:
    Dictionary() = default;
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;

    Code acquire(View view);
    void release(Code code);
    const Value& operator[](Code code) const { return values_[code - 1]; }
    // One more than the greatest code.
    Code end() const { return static_cast<Code>(values_.size() + 1); }
    bool is_used(Code code) const { return uses_[code - 1] > 0; }
    // When a code was last given to a value; `stamp` is the latest of all.
    std::uint64_t given(Code code) const { return given_[code - 1]; }
    std::uint64_t stamp() const { return stamp_; }
    void fill(std::vector<Value> values);
    void count(Code code) { ++uses_[code - 1]; }

private:
    void index();

    std::deque<Value> values_;                  // never moved: the index looks at them
    std::vector<std::uint32_t> uses_;
    std::vector<std::uint64_t> given_;
    std::vector<Code> free_;
    std::unordered_map<View, Code> by_value_;
    bool is_indexed_ = true;                    // not yet, after a snapshot
    std::uint64_t stamp_ = 0;
};
using TextValues = Dictionary<std::string, std::string_view>;
using NumberValues = Dictionary<std::int64_t, std::int64_t>;

class Column {
public:
    struct Since {
        Day day;
        Code code;
        friend bool operator==(const Since&, const Since&) = default;
    };
    Coding coding() const { return coding_; }
    Code on(Rank rank, Day since, Day day) const;
    Code last(Rank rank) const;
    void steps(Rank rank, Day since, std::vector<Since>& into) const;
    bool is_empty() const;

    std::string_view text(Code code) const { return texts_[code]; }
    std::int64_t number(Code code) const { return numbers_[code]; }
    const TextValues& texts() const { return texts_; }
    const NumberValues& numbers() const { return numbers_; }

    void put(Rank rank, Day since, std::span<const Step> steps, const Knowledge& known);
    void clear(Rank rank);
    void settle();
    void write(ByteWriter& out, std::span<const Rank> order) const;
    bool read(ByteReader& in, std::size_t rows, SubjectNo subjects);

private:
    static constexpr Code many = 0x80000000;    // the slot says where the steps lie
    Code acquire(const Step& step, const Knowledge& known);
    void release(Code code);
    std::span<const Since> many_at(Code slot) const;
    void hold(Rank rank, Day since, std::span<const Since> steps);
    bool is_sound(Code code, SubjectNo subjects) const;

    Coding coding_ = Coding::choice;
    std::vector<Code> slots_;
    std::vector<Since> steps_;                  // before each run: how many it has
    std::size_t garbage_ = 0;
    TextValues texts_;
    NumberValues numbers_;
    std::vector<Since> scratch_;
    std::vector<Since> scratch_before_;
};

// Codes of texts as people put them in order.
struct Order {
    std::vector<std::uint32_t> places;          // by code
    std::vector<Code> sorted;
};

class Table {
public:
    Rank size() const { return static_cast<Rank>(since_.size()); }
    // Never: nothing is known at this place.
    Day since(Rank rank) const { return rank < since_.size() ? since_[rank] : Day::never(); }
    const Column& column(TraitNo trait) const;
    Code on(TraitNo trait, Rank rank, Day day) const { return column(trait).on(rank, since(rank), day); }
    Code last(TraitNo trait, Rank rank) const { return column(trait).last(rank); }
    // Whose part it is, and its key; of a table of parts.
    SubjectNo owner(Rank rank) const { return parts_[rank].owner; }
    const std::string& key(Rank rank) const { return parts_[rank].key; }

private:
    friend class Traits;
    struct Part {
        SubjectNo owner = nobody;
        std::string key;
    };
    void put(Rank rank, Day since, const Knowledge& known);
    void clear(Rank rank);
    void write(ByteWriter& out, bool has_parts) const;
    bool read(ByteReader& in, bool has_parts, SubjectNo subjects);

    std::vector<Day> since_;
    std::vector<Column> columns_;
    std::vector<Part> parts_;
    std::unordered_map<SubjectNo, std::vector<Rank>> by_owner_;
    std::vector<Rank> free_;
    std::vector<Step> scratch_;
};

class Traits {
public:
    const Table& operator[](TableNo table) const;
    // The order of a column's texts: of names, or of titles. Kept until other texts come.
    std::shared_ptr<const Order> order(TableNo table, TraitNo trait, bool of_names) const;

    void put(TypeNo type, Rank rank, Day since, const Knowledge& known);
    // All parts of a subject, in the place of those that it had.
    void put_parts(SubjectNo subject, const std::vector<KnownPart>& parts);
    // Forgets the subjects from a rank on.
    void shrink_to(TypeNo type, Rank size);
    void settle();
    void write(ByteWriter& out) const;
    bool read(ByteReader& in, const Directory& directory);

private:
    struct Ordering;
    Table& at(TableNo table);

    std::vector<Table> types_;
    std::vector<Table> parts_;
    mutable std::mutex mutex_;
    mutable std::map<std::tuple<TableNo, TraitNo, bool>, std::shared_ptr<Ordering>> orders_;
};

}  // namespace nennep::world
