// fold(stream) -> yield or violation
//
// The only way to state. The events of one subject, voided ones left out, are applied in order of
// (effective_on, seq), what opens the subject first on its day; what comes out depends on nothing
// else. So a late entry is simply put into its place and the one subject folded again:
//
//     recorded:   1 admitted 19/05   2 confirmed 19/05/2021   3 transferred 01/09 (late)
//     folded:     1 admitted 19/05   3 transferred 01/09      2 confirmed 19/05/2021
//
// and each event counts for the branch that the fold has reached by then: the confirmation now
// counts for the new branch, without anybody having touched it.
#pragma once
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <unordered_set>

#include "catalogue/fact.hpp"

namespace nennep::catalogue {

struct StreamEvent {
    const EventType* type = nullptr;        // null: it voids another one
    Day on;
    journal::Seq seq = 0;
    std::string_view payload;
};

// The events of a stream that are voided. A voiding event that is voided itself takes nothing
// back: so what it took back stands again.
std::unordered_set<journal::Seq> voided_in(std::vector<StreamEvent> stream);

// Puts a stream into folding order and drops what is voided, the voiding events included.
void arrange(std::vector<StreamEvent>& stream);

struct Broken {
    std::size_t index = 0;      // in the arranged stream
    Violation violation;
};

class Folder {
public:
    explicit Folder(const Catalogue& catalogue) : catalogue_(catalogue) {}

    // Hears each event as it is decoded, before it is applied.
    using Heard = std::function<void(const StreamEvent&, const void* event)>;

    // Folds an arranged stream. Throws Fault store.damaged for a payload that cannot be read:
    // it was checked when it was written.
    std::optional<Broken> fold(world::TypeNo type, SubjectNo subject,
                               std::span<const StreamEvent> stream,
                               const world::Directory& directory, world::Yield& yield,
                               const Heard& heard = {});

private:
    struct Open {               // a stock row that has not ended yet
        std::optional<Place> place;
        Day since;
        journal::Seq seq = 0;
    };
    void close(world::Yield& yield, const Figure& figure, const Open& open, Day to,
               const world::Directory& directory) const;
    void look(world::TypeNo type, const Moment& at, world::Yield& yield,
              const world::Directory& directory);
    // The step that each trait took last, in `Knowledge::steps`.
    using LastSteps = std::vector<std::uint32_t>;
    static void learn(const std::vector<Trait>& traits, const void* state, Day on, LastSteps& last,
                      world::Knowledge& known);
    void learn(const SubjectType& type, Day on, world::Yield& yield);

    const Catalogue& catalogue_;
    Box state_;
    Box event_;
    SubjectNo subject_ = nobody;
    std::vector<Open> open_;
    LastSteps last_;
    struct OpenPart {
        std::size_t number = 0;     // in `Yield::parts`
        LastSteps last;
    };
    std::map<std::pair<TableNo, std::string>, OpenPart> open_parts_;
    Fact front_;
};

}  // namespace nennep::catalogue
