#include "catalogue/possible.hpp"

#include <algorithm>

namespace nennep::catalogue {
namespace {

// Whether something else could be said, and the objection would fall away.
bool depends_on_what_is_said(const Folded& violation) {
    return !violation || violation->field.starts_with("data.");
}

class Trial {
public:
    Trial(const Box& state, const Moment& at) : state_(state), at_(at) {}

    bool is_possible(const EventType& type) {
        if (depends_on_what_is_said(answer(type, nullptr))) return true;
        return std::any_of(type.fields.begin(), type.fields.end(), [&](const Field& field) {
            if (field.kind->fill == nullptr) return false;
            const auto violation = answer(type, &field);
            // Objected to for being said at all, the field opens no other way.
            return depends_on_what_is_said(violation) && !(violation && violation->field == "data." + field.name);
        });
    }

private:
    Folded answer(const EventType& type, const Field* filled) {
        state_now_.emplace_copy(state_);
        auto* event = event_.emplace(type.ops);
        if (filled != nullptr) filled->kind->fill(filled->in(event));
        return type.apply(state_now_.get(), event, at_);
    }

    const Box& state_;
    const Moment at_;
    Box state_now_;
    Box event_;
};

}  // namespace

std::vector<const EventType*> possible_next(const Catalogue& catalogue, world::TypeNo type, SubjectNo subject,
                                            std::span<const StreamEvent> stream,
                                            const world::Directory& directory, Day on) {
    std::vector<const EventType*> possible;
    if (stream.empty()) return possible;
    const auto& subject_type = catalogue.subjects()[type];
    Box state(subject_type.state, subject);
    Box event;
    Fact front;
    journal::Seq last = 0;
    for (const auto& each : stream) {
        if (!decode(each.payload, *each.type, directory, front, &event)) {
            throw Fault("store.damaged", "entry " + std::to_string(each.seq));
        }
        ensure(!each.type->apply(state.get(), event.get(), {each.on, each.seq, subject}), "what is recorded folds");
        last = std::max(last, each.seq);
    }
    Trial trial(state, {on, last + 1, subject});
    for (const auto& next : catalogue.events()) {
        if (!next.opens && next.subject_type == subject_type.name && trial.is_possible(next)) possible.push_back(&next);
    }
    return possible;
}

}  // namespace nennep::catalogue
