#include "catalogue/folding.hpp"

#include <algorithm>

namespace nennep::catalogue {
namespace {

world::OrganisationNo home(OrganisationRef organisation, const world::Directory& directory) {
    return organisation ? directory[organisation.no].rank : world::nowhere;
}

}  // namespace

std::unordered_set<journal::Seq> voided_in(std::vector<StreamEvent> stream) {
    std::unordered_set<journal::Seq> gone;
    const auto voids = [](const StreamEvent& event) { return event.type == nullptr; };
    if (std::none_of(stream.begin(), stream.end(), voids)) return gone;
    // From the last to the first: whether a voiding event stands is known before what it voids.
    std::sort(stream.begin(), stream.end(),
              [](const auto& a, const auto& b) { return a.seq > b.seq; });
    for (const auto& event : stream) {
        if (!voids(event) || gone.contains(event.seq)) continue;
        Fact front;
        Voided voided;
        if (!decode(event.payload, front, voided)) {
            throw Fault("store.damaged", "entry " + std::to_string(event.seq));
        }
        gone.insert(voided.target);
    }
    return gone;
}

void arrange(std::vector<StreamEvent>& stream) {
    const auto voids = [](const StreamEvent& event) { return event.type == nullptr; };
    if (std::any_of(stream.begin(), stream.end(), voids)) {
        const auto gone = voided_in(stream);
        std::erase_if(stream, [&](const StreamEvent& event) {
            return voids(event) || gone.contains(event.seq);
        });
    }
    std::sort(stream.begin(), stream.end(), [](const auto& a, const auto& b) {
        if (a.on != b.on) return a.on < b.on;
        if (a.type->opens != b.type->opens) return a.type->opens;
        return a.seq < b.seq;
    });
}

void Folder::close(world::Yield& yield, const Figure& figure, const Open& open, Day to,
                   const world::Directory& directory) const {
    if (!open.place || open.since >= to) return;
    world::Row row;
    row.from = open.since;
    row.to = to;
    row.on = open.since;
    row.subject = subject_;
    row.about = open.place->about == nobody ? subject_ : open.place->about;
    row.seq = static_cast<std::uint32_t>(open.seq);
    row.amount = open.place->amount;
    yield.rows.push_back({catalogue_.ledger(figure), home(open.place->organisation, directory), row});
}

// After an event: which stocks does the subject count in now?
void Folder::look(world::TypeNo type, const Moment& at, world::Yield& yield,
                  const world::Directory& directory) {
    const auto& stocks = catalogue_.stocks_of(type);
    for (std::size_t i = 0; i < stocks.size(); ++i) {
        if (!stocks[i]->stock) continue;
        auto place = stocks[i]->stock(state_.get());
        if (place == open_[i].place) continue;
        close(yield, *stocks[i], open_[i], at.on, directory);
        open_[i] = {std::move(place), at.on, at.seq};
    }
}

namespace {

constexpr std::uint32_t no_step = 0xffffffff;

constexpr world::Coding coding_of(TraitKind kind) {
    switch (kind) {
        case TraitKind::choice: return world::Coding::choice;
        case TraitKind::day: return world::Coding::day;
        case TraitKind::subject: return world::Coding::subject;
        case TraitKind::text: return world::Coding::text;
        default: return world::Coding::number;
    }
}

bool same(const world::Step& step, const world::Knowledge& known, const TraitValue& value) {
    if (step.is_there != value.is_there) return false;
    if (!value.is_there) return true;
    return step.coding == world::Coding::text ? known.text(step) == value.text : step.number == value.number;
}

}  // namespace

// After an event: what is known now, where that differs from what was known before it.
void Folder::learn(const std::vector<Trait>& traits, const void* state, Day on, LastSteps& last,
                   world::Knowledge& known) {
    last.resize(traits.size(), no_step);
    for (std::size_t i = 0; i < traits.size(); ++i) {
        const auto& trait = traits[i];
        if (trait.read == nullptr) continue;
        TraitValue value;
        trait.read(state, value);
        if (last[i] == no_step ? !value.is_there : same(known.steps[last[i]], known, value)) continue;
        world::Step step{static_cast<TraitNo>(i), coding_of(trait.kind), value.is_there, on, value.number, 0, 0};
        if (step.coding == world::Coding::text && value.is_there) {
            step.begin = static_cast<std::uint32_t>(known.texts.size());
            step.size = static_cast<std::uint32_t>(value.text.size());
            known.texts += value.text;
        }
        if (last[i] != no_step && known.steps[last[i]].from == on) {
            known.steps[last[i]] = step;
        } else {
            last[i] = static_cast<std::uint32_t>(known.steps.size());
            known.steps.push_back(step);
        }
    }
}

void Folder::learn(const SubjectType& type, Day on, world::Yield& yield) {
    learn(type.traits, state_.get(), on, last_, yield.known);
    for (const auto& part_type : type.parts) {
        const auto table = catalogue_.table(part_type);
        part_type.each(state_.get(), [&](std::string_view key, const void* part) {
            const auto [open, is_new] =
                open_parts_.try_emplace(std::pair(table, std::string(key)), OpenPart{yield.parts.size(), {}});
            if (is_new) yield.parts.push_back({table, std::string(key), on, {}});
            learn(part_type.traits, part, on, open->second.last, yield.parts[open->second.number].known);
        });
    }
}

std::optional<Broken> Folder::fold(world::TypeNo type, SubjectNo subject,
                                   std::span<const StreamEvent> stream,
                                   const world::Directory& directory, world::Yield& yield,
                                   const Heard& heard) {
    const auto& subject_type = catalogue_.subjects()[type];
    yield = {};
    if (stream.empty()) return std::nullopt;     // all of it voided: as if it had never been
    state_.emplace(subject_type.state, subject);
    subject_ = subject;
    open_.assign(catalogue_.stocks_of(type).size(), {});
    last_.clear();
    open_parts_.clear();
    bool opened = false;
    for (std::size_t i = 0; i < stream.size(); ++i) {
        const auto& event = stream[i];
        if (!decode(event.payload, *event.type, directory, front_, &event_)) {
            throw Fault("store.damaged", "entry " + std::to_string(event.seq));
        }
        if (heard) heard(event, event_.get());
        if (event.type->opens && opened) return Broken{i, {"subject.opened_twice", "type", {}}};
        if (!event.type->opens && !opened) return Broken{i, {"subject.not_opened", "subject", {}}};
        opened = true;
        const Moment at{event.on, event.seq, subject};
        if (auto violation = event.type->apply(state_.get(), event_.get(), at)) {
            return Broken{i, std::move(*violation)};
        }
        for (const auto* figure : catalogue_.flows_of(*event.type)) {
            const auto place = figure->flow(state_.get(), event_.get(), at);
            if (!place) continue;
            world::Row row;
            row.from = place->from.value_or(event.on);
            row.to = row.from;
            row.on = event.on;
            row.subject = subject;
            row.about = place->about == nobody ? subject : place->about;
            row.seq = static_cast<std::uint32_t>(event.seq);
            row.amount = place->amount;
            yield.rows.push_back(
                {catalogue_.ledger(*figure), home(place->organisation, directory), row});
        }
        look(type, at, yield, directory);
        learn(subject_type, event.on, yield);
    }
    const auto& stocks = catalogue_.stocks_of(type);
    for (std::size_t i = 0; i < stocks.size(); ++i) {
        if (stocks[i]->stock) {
            close(yield, *stocks[i], open_[i], Day::never(), directory);
        } else {
            stocks[i]->stretches(state_.get(), [&](const Place& place, journal::Seq seq) {
                const Open stretch{place, place.from.value(), seq};
                close(yield, *stocks[i], stretch, place.to.value_or(Day::never()), directory);
            });
        }
    }
    Portrait portrait;
    subject_type.describe(state_.get(), portrait);
    yield.label = std::move(portrait.label);
    std::replace_if(yield.label.begin(), yield.label.end(),
                    [](char c) { return c == '\n' || c == '\t'; }, ' ');   // a label is one line
    yield.since = stream.front().on;
    yield.until = portrait.until;
    yield.timeline = std::move(portrait.timeline);
    auto& timeline = yield.timeline;
    for (auto& span : timeline.spans) span.parent = home({span.parent}, directory);
    if (timeline.into != world::nowhere) timeline.into = home({timeline.into}, directory);
    return std::nullopt;
}

}  // namespace nennep::catalogue
