// Reads import lines (model.md, "Events as files") into drafts. Everything that is wrong with a
// line is noted, not only the first thing.
#pragma once
#include <functional>
#include <memory>
#include <span>

#include "service/draft.hpp"
#include "service/zone.hpp"

namespace nennep::service {

class LineReader {
public:
    // New subjects are entered into `directory`; `random` gives them their ids.
    LineReader(const catalogue::Catalogue& catalogue, world::Directory& directory,
               std::function<std::uint64_t()> random, Zone zone = Zone::alone);
    ~LineReader();

    // The longest line that is read, in bytes.
    static constexpr std::size_t longest_line = 1 << 20;

    // Reads one line; what it cannot resolve yet is kept for `finish`, since what a line refers to
    // may stand further down.
    void read(std::size_t line, std::string_view text);
    // Reads what was kept. Afterwards drafts are in the order of their lines.
    void finish();

    std::vector<Draft> drafts;
    std::vector<Objection> objections;

private:
    struct Parsing;
    enum class Pass { first, last };

    const catalogue::Catalogue& catalogue_;
    world::Directory& directory_;
    std::function<std::uint64_t()> random_;
    Zone zone_;
    std::unique_ptr<Parsing> parsing_;
    std::vector<std::pair<std::size_t, std::string_view>> kept_;
};

}  // namespace nennep::service
