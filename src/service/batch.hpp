// One batch of drafts on its way into the journal: resolved, numbered, folded into the world,
// checked; then sealed, or taken back.
#pragma once
#include <unordered_map>

#include "service/checks.hpp"
#include "service/entitlement.hpp"

namespace nennep::service {

class Batch {
public:
    Batch(Books& books, const Surroundings& surroundings, const std::string& actor);

    // Reads and judges all lines but those left out. Afterwards the batch stands in the world.
    void judge(std::span<const std::string_view> lines, const std::set<std::size_t>& left_out,
               const RecordingOptions& options);
    bool is_refused() const { return !objections_.empty(); }
    std::size_t size() const { return size_; }
    const journal::Head& before() const { return before_; }
    // What was found so far; objections in order of lines.
    Receipt receipt() const;

    std::vector<journal::StoredEntry> seal();
    // The world as it was before.
    void take_back();

private:
    struct Change {
        SubjectNo subject;
        world::Yield before;
        world::Yield after;
    };
    struct Mention {
        const Draft* draft;
        catalogue::NamedIn named;
        Day on;                                             // of the event that names it
        std::optional<journal::Seq> again;                  // that event, where it stands again by the draft
    };
    using Group = std::span<Draft* const>;

    // Who records, or confirms.
    struct Actor {
        std::string name;               // empty: nobody
        SubjectNo number = 0;
        bool is_new = false;
    };
    void name(Actor& actor);
    void find_targets();
    void find_target(Draft& draft, const std::unordered_map<std::string_view, const Draft*>& by_id);
    void unknown_target(Draft& draft);
    void group();
    void drop_known(Group group, const Stream& stream);
    void number();
    void fold(Group group, const Stream& stream);
    void check();
    void note_acts(Group group);
    void note_place(const Draft& draft, SubjectNo organisation);
    std::string_view voided_by(const Draft& draft) const;
    bool is_for_two(const Act& act) const;
    void check_rights();
    void object(std::size_t line, Refusal refusal, std::optional<Seq> with = {});
    const Draft* draft_of(Seq seq) const;
    bool existed(SubjectNo subject) const { return subject < subjects_before_; }

    Books& books_;
    const Surroundings& surroundings_;
    Actor actor_;
    Actor second_actor_;
    catalogue::Folder folder_;

    journal::Head before_;
    SubjectNo subjects_before_;
    std::size_t ids_before_;
    std::int64_t now_ms_;

    std::vector<Entitlement> entitlements_;     // of who sends and who confirms; none: everything is allowed
    // As a line about somebody is refused who is not there; for those whom its sender does not see.
    std::map<std::size_t, Refusal> unknown_;
    std::vector<Act> acts_;
    std::vector<ActForTwo> for_two_;
    const catalogue::Rights* rights_ = nullptr;
    std::size_t lines_ = 0;
    std::vector<Draft> drafts_;
    std::vector<Objection> objections_;
    std::vector<std::size_t> already_;
    std::vector<std::size_t> already_voided_;
    std::vector<Draft*> by_subject_;
    std::vector<std::pair<std::size_t, std::size_t>> groups_;
    std::vector<const Draft*> by_seq_;          // from before_.seq + 1 on
    std::size_t size_ = 0;

    std::vector<Change> changes_;
    bool is_large_ = false;
    std::vector<Mention> mentions_;
    std::vector<std::pair<const Draft*, Laid>> laid_;
    std::vector<std::pair<const Draft*, SubjectNo>> organisations_;
    std::set<SubjectNo> broken_;
};

}  // namespace nennep::service
