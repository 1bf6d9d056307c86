// Who and what the journal speaks of. A subject has a random id in the journal, a key that people
// chose, and here a number: dense, in order of first mention, and good for this run only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.hpp"
#include "base/day.hpp"
#include "journal/entry.hpp"

namespace nennep::world {

using SubjectNo = std::uint32_t;
constexpr SubjectNo nobody = 0;

// The place of a subject type in the catalogue's list.
using TypeNo = std::uint8_t;

struct Subject {
    journal::SubjectId id = 0;
    TypeNo type = 0;
    std::string key;
    std::string label;              // a name, for lists; as last recorded
    Day since = Day::never();       // lives from this day
    Day until = Day::never();       // and no longer on this one
    std::uint32_t rank = 0;         // its place among those of its type
};

class Directory {
public:
    Directory();

    SubjectNo add(TypeNo type, journal::SubjectId id, std::string_view key);
    // Forgets all but the first `size` subjects: for a batch that was refused.
    void shrink_to(SubjectNo size);

    SubjectNo size() const { return static_cast<SubjectNo>(subjects_.size()); }
    const Subject& operator[](SubjectNo number) const { return subjects_[number]; }
    Subject& edit(SubjectNo number) { return subjects_[number]; }
    std::optional<SubjectNo> find(TypeNo type, std::string_view key) const;
    std::optional<SubjectNo> find(journal::SubjectId id) const;
    std::uint32_t count(TypeNo type) const { return static_cast<std::uint32_t>(ranked(type).size()); }
    std::vector<std::string> keys(TypeNo type) const;
    // All of a type by their ranks: who an OrganisationNo of the tree and the ledgers is.
    const std::vector<SubjectNo>& ranked(TypeNo type) const;

    // Fills the index, which otherwise is done when first asked: a report needs a few keys. Before
    // many threads ask at once.
    void index() const;

    void write(ByteWriter& out) const;
    bool read(ByteReader& in);

private:
    std::vector<Subject> subjects_;
    std::vector<std::vector<SubjectNo>> ranked_;        // by type
    struct KeyHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    using ByKey = std::unordered_map<std::string, SubjectNo, KeyHash, std::equal_to<>>;
    mutable std::vector<ByKey> by_key_;
    mutable std::unordered_map<journal::SubjectId, SubjectNo> by_id_;
    mutable SubjectNo indexed_ = 1;
};

}  // namespace nennep::world
