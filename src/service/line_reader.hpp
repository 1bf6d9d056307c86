// Reads import lines (model.md, "Events as files") into drafts. Everything that is wrong with a
// line is noted, not only the first thing.
#pragma once
#include <functional>
#include <memory>
#include <span>

#include "service/draft.hpp"
#include "service/zone.hpp"

namespace nennep::service {

// Whether a line holds what no connected machine may keep (service/zone.hpp), event or not: asked
// before a whole file is kept, as it is, beside the books.
bool holds_a_secret(std::string_view line);

class LineReader {
public:
    // New subjects are entered into `directory`; `random` gives them their ids. Whom `may_name` does not
    // let through is as unknown as who does not exist, except for organisations that a line names.
    LineReader(const catalogue::Catalogue& catalogue, world::Directory& directory,
               std::function<std::uint64_t()> random, Zone zone = Zone::alone,
               std::function<bool(world::SubjectNo)> may_name = {});
    ~LineReader();

    // The longest line that is read, in bytes.
    static constexpr std::size_t longest_line = 1 << 20;

    // Reads one line; what it cannot resolve yet is kept for `finish`, since what a line refers to
    // may stand further down.
    void read(std::size_t line, std::string_view text);
    // Reads what was kept. Afterwards drafts are in the order of their lines.
    void finish();

    // As it is refused when a line is about somebody who is not there.
    Refusal unknown_subject(const catalogue::EventType& type, const std::string& key) const;

    std::vector<Draft> drafts;
    std::vector<Objection> objections;

private:
    struct Parsing;
    enum class Pass { first, last };

    std::optional<world::SubjectNo> known(world::TypeNo type, std::string_view key) const;
    std::vector<std::string> known_keys(world::TypeNo type) const;

    const catalogue::Catalogue& catalogue_;
    world::Directory& directory_;
    std::function<std::uint64_t()> random_;
    Zone zone_;
    std::function<bool(world::SubjectNo)> may_name_;
    const world::SubjectNo first_new_;
    std::unique_ptr<Parsing> parsing_;
    std::vector<std::pair<std::size_t, std::string_view>> kept_;
};

// A body that holds one event or a list of them, as import lines. Lines without an id get `ids/1`,
// `ids/2` …, unless `ids` is empty. Refused as a line is: what is no JSON, is too deep, holds no object.
Result<std::vector<std::string>, Refusal> lines_of_body(std::string_view body, std::string_view ids);

// Whom a line names that is not recorded yet, its subject and those in its fields, as far as they are there.
// None of a line that is no event.
std::vector<world::SubjectNo> named_in(const catalogue::Catalogue& catalogue, const world::Directory& directory,
                                       std::string_view line);

// The line without its guarded fields, except those of whose subject (nobody: one that is not recorded yet) and
// guard `is_open` is true; `masked` then names them, as in a history (visible.hpp).
using IsOpen = std::function<bool(world::SubjectNo subject, const std::string& guard)>;
std::string masked(const catalogue::Catalogue& catalogue, const world::Directory& directory, std::string_view line,
                   const IsOpen& is_open);

}  // namespace nennep::service
