// Finding a person, an organisation or a document by what somebody remembers of its name or key.
//
// Words may stand in any order, be cut short and lack their accents (đ is d then). A key typed whole
// comes first, then what was typed with the right accents, then whole words, then words in the order
// that was typed; among equals people stand by their given names.
//
// A dictionary holds each different word once, sorted by its letters without accents, so that the
// words which begin as a typed one are a range of numbers; a name is a few such numbers.
#pragma once
#include <functional>
#include <unordered_map>

#include "catalogue/catalogue.hpp"

namespace nennep::service {

struct Found {
    std::vector<world::SubjectNo> subjects;     // best first, no more than asked for
    std::size_t total = 0;
};

class Search {
public:
    // Looks at the subjects of these types, as they are called now.
    Search(const world::World& world, const catalogue::Catalogue& catalogue,
           const std::vector<catalogue::TypeNo>& types);

    // `may_see` says who may be found at all; others are not counted either.
    Found find(std::string_view query, std::size_t most,
               const std::function<bool(world::SubjectNo)>& may_see = {}) const;

private:
    struct Word {
        std::string plain;      // without accents
        std::string accented;
    };
    struct Name {
        world::SubjectNo subject;
        std::uint32_t begin;    // its words in `numbers_`
        std::uint32_t end;
    };
    struct Typed {
        std::string accented;
        std::uint32_t first = 0;        // the words that begin so
        std::uint32_t last = 0;
        std::size_t plain_size = 0;
        std::size_t place = 0;          // as it was typed
    };

    std::vector<Typed> typed(std::string_view query) const;     // the longest first
    std::vector<std::uint32_t> candidates(const std::vector<Typed>& words) const;   // places in `names_`
    int score(const Name& name, const std::vector<Typed>& words) const;
    std::string order_of(world::SubjectNo subject) const;

    const world::World& world_;
    catalogue::TypeNo people_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> numbers_;
    std::vector<Name> names_;
    std::vector<std::uint32_t> having_;     // places in `names_`, word after word
    std::vector<std::uint32_t> begin_of_;   // where those of a word begin in `having_`; one more in the end
};

// Where members and prospects belong on a day, by the lists of those who do.
std::unordered_map<world::SubjectNo, world::OrganisationNo> belonging(const world::World& world,
                                                                     const catalogue::Catalogue& catalogue,
                                                                     Day day);

}  // namespace nennep::service
