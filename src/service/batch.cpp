#include "service/batch.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "service/line_reader.hpp"

namespace nennep::service {
namespace {

using catalogue::Voided;

// A batch is taken out of the world row by row, unless it is so large that opening the books anew
// is faster.
constexpr std::size_t large_batch = 20'000;

bool stops(const RecordingOptions& options) { return options.stop && options.stop(); }

}  // namespace

Batch::Batch(Books& books, const Surroundings& surroundings, const std::string& actor)
    : books_(books),
      surroundings_(surroundings),
      actor_{.name = actor},
      folder_(books.catalogue()),
      before_(books.world().head),
      subjects_before_(books.world().directory.size()),
      ids_before_(books.world().ids.size()),
      now_ms_(surroundings.now_ms()) {}

void Batch::object(std::size_t line, Refusal refusal, std::optional<Seq> with) {
    objections_.push_back({line, std::move(refusal), with});
}

void Batch::judge(std::span<const std::string_view> lines, const std::set<std::size_t>& left_out,
                  const RecordingOptions& options) {
    const auto tell = [&](std::string_view stage, std::size_t done, std::size_t total) {
        if (options.progress) options.progress(stage, done, total);
    };
    lines_ = lines.size();
    const auto entitle = [&](const OnBehalf& by) {
        entitlements_.emplace_back(books_.catalogue(), by, books_.world(), Day::in_viet_nam(now_ms_));
    };
    std::function<bool(SubjectNo)> may_name;
    if (options.on_behalf != nullptr) {
        rights_ = &options.on_behalf->rights;
        entitle(*options.on_behalf);
        may_name = [this](SubjectNo subject) {
            return std::all_of(entitlements_.begin(), entitlements_.end(),
                               [&](const Entitlement& each) { return each.knows(subject); });
        };
    }
    if (options.confirmation != nullptr) {
        ensure(options.on_behalf != nullptr && options.confirmation->actor != actor_.name, "two persons are two");
        second_actor_.name = options.confirmation->actor;
        entitle(options.confirmation->by);
    }
    name(actor_);
    name(second_actor_);
    LineReader reader(books_.catalogue(), books_.edit_world().directory, surroundings_.random, surroundings_.zone,
                      may_name);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!left_out.contains(i)) reader.read(i, lines[i]);
        if (i % 4096 == 0) {
            tell("read", i, lines.size());
            if (stops(options)) return;
        }
    }
    reader.finish();
    drafts_ = std::move(reader.drafts);
    objections_ = std::move(reader.objections);
    // Only the operator's word is taken for it that a line was judged before, elsewhere.
    for (auto& draft : drafts_) {
        if (entitlements_.empty()) break;
        draft.has_own_order = false;
        const bool is_hidden = draft.type != nullptr && draft.type->by_receiver && existed(draft.subject) &&
                               !may_name(draft.subject);
        if (!is_hidden) continue;
        unknown_.emplace(draft.line, reader.unknown_subject(*draft.type, books_.world().directory[draft.subject].key));
    }
    is_large_ = drafts_.size() > large_batch;
    // What opens a subject comes first, wherever it stood: so the first entry of a subject is the
    // one that brings its key.
    std::stable_partition(drafts_.begin(), drafts_.end(),
                          [](const Draft& draft) { return draft.type != nullptr && draft.type->opens; });

    find_targets();
    group();
    std::vector<Stream> streams(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        const Group drafts(&by_subject_[groups_[i].first], groups_[i].second);
        const auto subject = drafts.front()->subject;
        if (existed(subject)) {
            streams[i] = books_.stream_of(books_.world().directory[subject].id);
        }
        drop_known(drafts, streams[i]);
    }
    number();
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        fold({&by_subject_[groups_[i].first], groups_[i].second}, streams[i]);
        if (i % 1024 == 0) {
            tell("fold", i, groups_.size());
            if (stops(options)) return;
        }
    }
    books_.edit_world().settle();
    check();
    check_rights();
    std::stable_sort(objections_.begin(), objections_.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
}

// Who records stands in the books before what they record.
void Batch::name(Actor& actor) {
    if (actor.name.empty()) return;
    auto& directory = books_.edit_world().directory;
    const auto known = directory.find(world::actor_type, actor.name);
    actor.is_new = !known;
    actor.number = known ? *known : directory.add(world::actor_type, surroundings_.random() >> 1, actor.name);
}

// Finds what is voided, in the journal or among the drafts. Voiding drafts move to the end, each
// behind what it voids, wherever they stood.
void Batch::find_targets() {
    const auto states = [](const Draft& draft) { return draft.type != nullptr; };
    if (std::all_of(drafts_.begin(), drafts_.end(), states)) return;
    std::stable_partition(drafts_.begin(), drafts_.end(), states);
    std::unordered_map<std::string, std::size_t> by_id;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        if (!drafts_[i].id.empty()) by_id.emplace(drafts_[i].id, i);
    }
    // A voiding draft takes its place when its target has one; what never gets one voids in a circle.
    std::vector<std::size_t> order;
    std::vector<bool> placed(drafts_.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        placed[i] = states(drafts_[i]);
        if (placed[i]) order.push_back(i);
    }
    for (bool moved = true; std::exchange(moved, false);) {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (placed[i]) continue;
            const auto inside = by_id.find(drafts_[i].voiding->target);
            if (inside != by_id.end() && !placed[inside->second]) continue;
            placed[i] = moved = true;
            order.push_back(i);
        }
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        if (!placed[i]) unknown_target(drafts_[i]);
    }
    std::vector<Draft> arranged;
    arranged.reserve(order.size());
    for (const auto i : order) arranged.push_back(std::move(drafts_[i]));
    drafts_ = std::move(arranged);
    std::unordered_map<std::string_view, const Draft*> placed_by_id;
    for (auto& draft : drafts_) {
        if (!states(draft)) find_target(draft, placed_by_id);
        if (!draft.id.empty()) placed_by_id.emplace(draft.id, &draft);
    }
}

void Batch::unknown_target(Draft& draft) {
    object(draft.line, {"void.unknown_event", "data.event", {{"event", draft.voiding->target}}});
    draft.is_known = true;
}

void Batch::find_target(Draft& draft, const std::unordered_map<std::string_view, const Draft*>& by_id) {
    auto& voiding = *draft.voiding;
    draft.on = voiding.own_day.value_or(Day::in_viet_nam(now_ms_));
    if (const auto inside = by_id.find(voiding.target); inside != by_id.end()) {
        voiding.target_draft = inside->second;
        draft.subject = inside->second->subject;
    } else if (const auto target = books_.find_event(voiding.target)) {
        voiding.target_seq = target->seq;
        draft.subject = target->subject;
    }
    if (draft.subject == catalogue::nobody) return unknown_target(draft);
    const bool is_seen = !existed(draft.subject) ||
                         std::all_of(entitlements_.begin(), entitlements_.end(), [&](const Entitlement& each) {
                             return each.knows_event(draft.subject, voided_by(draft));
                         });
    if (!is_seen) {
        draft.subject = catalogue::nobody;
        return unknown_target(draft);
    }
    const auto& key = books_.world().directory[draft.subject].key;
    if (!voiding.subject_key.empty() && key != voiding.subject_key) {
        object(draft.line, {"void.other_subject", "subject", {{"key", key}}});
    }
}

// Drafts by subject; organisations first, because everything else is judged by the tree.
void Batch::group() {
    const auto& directory = books_.world().directory;
    const auto organisations = books_.catalogue().organisations();
    // Sorted by small numbers, not by looking at the drafts again and again: there may be a million.
    struct Key {
        std::uint64_t subject;      // organisations before all others
        std::int32_t day;
        std::uint32_t place;
        auto operator<=>(const Key&) const = default;
    };
    constexpr std::uint64_t no_organisation = std::uint64_t{1} << 32;
    std::vector<Key> keys;
    keys.reserve(drafts_.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        const auto& draft = drafts_[i];
        if (draft.subject == catalogue::nobody) continue;
        const bool is_first = directory[draft.subject].type == organisations;
        keys.push_back({draft.subject | (is_first ? 0 : no_organisation), draft.on.number(),
                        static_cast<std::uint32_t>(i)});
    }
    std::sort(keys.begin(), keys.end());
    by_subject_.reserve(keys.size());
    for (const auto& key : keys) by_subject_.push_back(&drafts_[key.place]);
    for (std::size_t i = 0; i < by_subject_.size();) {
        std::size_t end = i;
        while (end < by_subject_.size() && by_subject_[end]->subject == by_subject_[i]->subject) ++end;
        groups_.emplace_back(i, end - i);
        i = end;
    }
}

namespace {

// Whether two drafts of one subject and day ask for the same.
bool same(const Draft& a, const Draft& b) {
    if (a.type != b.type || a.on != b.on) return false;
    if (!a.id.empty() || !b.id.empty()) return a.id == b.id;
    if (a.voiding == nullptr) return catalogue::same_but_for_id(a.payload, b.payload);
    return a.voiding->target_seq == b.voiding->target_seq &&
           a.voiding->target_draft == b.voiding->target_draft &&
           a.voiding->reason == b.voiding->reason;
}

bool voided_before(std::span<Draft* const> drafts, const Voiding& voiding) {
    return std::any_of(drafts.begin(), drafts.end(), [&](const Draft* other) {
        return other->voiding != nullptr && !other->is_known &&
               other->voiding->target_seq == voiding.target_seq &&
               other->voiding->target_draft == voiding.target_draft;
    });
}

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

// Twice is once: a draft with an id that is recorded, or without one and saying the same as an
// entry (or a draft before it) of the same subject and day, changes nothing.
void Batch::drop_known(Group group, const Stream& stream) {
    const auto gone = catalogue::voided_in(stream.events);
    const auto known = [&](Draft& draft, Seq seq) {
        draft.is_known = true;
        draft.known_as = seq;
        already_.push_back(draft.line);
        if (gone.contains(seq)) already_voided_.push_back(draft.line);
    };
    for (std::size_t i = 0; i < group.size(); ++i) {
        auto& draft = *group[i];
        if (draft.is_known) continue;
        const auto* voiding = draft.voiding.get();
        if (voiding != nullptr && voiding->target_draft == nullptr) {
            draft.payload = catalogue::encode(voiding->front, Voided{voiding->target_seq, voiding->reason});
        }
        if (!draft.id.empty()) {
            // A bare number is an id like any other here, not a place in the journal.
            const auto found = is_number(draft.id) ? books_.find_id(draft.id) : books_.find_event(draft.id);
            if (found && found->subject != draft.subject) {
                object(draft.line, {"line.id_of_another", "id", {{"id", draft.id}}});
            }
            if (found) known(draft, found->seq);
        } else if (voiding == nullptr || voiding->target_draft == nullptr) {
            const auto twin = std::find_if(
                stream.events.begin(), stream.events.end(), [&](const StreamEvent& event) {
                    return event.on == draft.on && event.type == draft.type &&
                           catalogue::same_but_for_id(event.payload, draft.payload);
                });
            if (twin != stream.events.end()) known(draft, twin->seq);
        }
        for (std::size_t j = i; j-- > 0 && group[j]->on == draft.on && !draft.is_known;) {
            if (same(*group[j], draft)) {
                known(draft, 0);
                draft.twin = group[j];
            }
        }
        const bool is_voided_twice = voiding != nullptr && !draft.is_known &&
                                     (gone.contains(voiding->target_seq) || voided_before(group.first(i), *voiding));
        if (is_voided_twice) {
            object(draft.line, {"void.already_voided", "data.event", {{"event", voiding->target}}});
        }
    }
}

void Batch::number() {
    auto& world = books_.edit_world();
    Seq seq = before_.seq;
    for (const auto* actor : {&actor_, &second_actor_}) {
        if (!actor->is_new) continue;
        ++seq;
        by_seq_.push_back(nullptr);
    }
    for (auto& draft : drafts_) {
        if (draft.is_known) continue;
        draft.seq = ++seq;
        by_seq_.push_back(&draft);
        ++size_;
        if (const auto* voiding = draft.voiding.get(); voiding && voiding->target_draft) {
            draft.payload = catalogue::encode(voiding->front, Voided{voiding->target_draft->seq, voiding->reason});
        }
        if (!draft.id.empty()) world.ids.add(draft.id, draft.seq);
    }
}

const Draft* Batch::draft_of(Seq seq) const {
    return seq > before_.seq ? by_seq_[seq - before_.seq - 1] : nullptr;
}

void Batch::fold(Group group, const Stream& stream) {
    auto& world = books_.edit_world();
    const auto subject = group.front()->subject;
    const auto type = world.directory[subject].type;
    const bool is_organisation = type == books_.catalogue().organisations();
    note_acts(group);
    std::vector<StreamEvent> events = stream.events;
    const Draft* last = nullptr;
    const Draft* last_voiding = nullptr;
    for (const auto* draft : group) {
        if (draft->is_known) continue;
        events.push_back({draft->type, draft->on, draft->seq, draft->payload});
        if (last == nullptr || last->seq < draft->seq) last = draft;
        if (draft->voiding != nullptr) last_voiding = draft;
    }
    if (last == nullptr) return;
    // What was taken back and now stands again names others anew, and they may be gone meanwhile.
    std::unordered_set<Seq> gone;
    if (last_voiding != nullptr) gone = catalogue::voided_in(stream.events);

    Change change{subject, {}, {}};
    auto before = stream.events;
    catalogue::arrange(before);
    ensure(!folder_.fold(type, subject, before, world.directory, change.before),
           "what is recorded folds");
    catalogue::arrange(events);
    std::vector<catalogue::NamedIn> named;
    const auto broken = folder_.fold(
        type, subject, events, world.directory, change.after,
        [&](const StreamEvent& event, const void* value) {
            const auto* draft = draft_of(event.seq);
            const auto again = gone.contains(event.seq) ? std::optional(event.seq) : std::nullopt;
            if (again) draft = last_voiding;
            if (draft == nullptr) return;
            named.clear();
            catalogue::names_in(*event.type, value, named);
            for (const auto& entry : named) {
                mentions_.push_back({draft, entry, event.on, again});
                if (entry.field->name == "organisation") note_place(*draft, entry.naming.no);
            }
        });
    if (broken) {
        broken_.insert(subject);
        const auto& event = events[broken->index];
        const auto* draft = draft_of(event.seq);
        // An entry that fitted so far no longer does: the draft that came in between is at fault.
        const auto with = draft == nullptr ? std::optional(event.seq) : std::nullopt;
        const auto& violation = broken->violation;
        object((draft ? draft : last)->line, {violation.code, violation.field, violation.shown}, with);
        return;
    }
    for (const auto& entry : change.after.rows) {
        const auto& figure = books_.catalogue().figures()[entry.ledger];
        if (entry.organisation == world::nowhere || figure.needs_a_home) {
            laid_.push_back({last, {entry.organisation, entry.row, figure.needs_a_home}});
        }
    }
    if (is_organisation) organisations_.emplace_back(last, subject);
    if (is_large_) {
        world.put(subject, change.after, std::move(change.before), is_organisation);
    } else {
        world.put(subject, change.after, change.before, is_organisation);
        changes_.push_back(std::move(change));
    }
}

// The type of what a voiding draft takes back; of one that voids a voiding, what then stands again.
std::string_view Batch::voided_by(const Draft& draft) const {
    const auto* voiding = draft.voiding.get();
    while (voiding != nullptr && voiding->target_draft != nullptr) {
        const auto& target = *voiding->target_draft;
        if (target.type != nullptr) return target.type->name;
        voiding = target.voiding.get();
    }
    for (auto seq = voiding != nullptr ? voiding->target_seq : 0; seq != 0;) {
        const auto entry = books_.entry(seq);
        if (!entry) break;
        const auto header = header_of(*entry);
        if (const auto* type = books_.type_of(header)) return type->name;
        catalogue::Fact fact;
        Voided voided;
        if (header.action != catalogue::voiding || !catalogue::decode(entry->payload, fact, voided)) break;
        seq = voided.target;
    }
    return {};
}

// Before the subject is folded: where it still belongs.
void Batch::note_acts(Group group) {
    if (entitlements_.empty()) return;
    const auto subject = group.front()->subject;
    const auto& known = books_.world().directory[subject];
    const bool is_new = !existed(subject);
    auto before = world::nowhere;
    if (!is_new) {
        before = known.type == books_.catalogue().organisations() ? known.rank : books_.world().seat(subject);
    }
    for (const auto* draft : group) {
        acts_.push_back({.line = draft->line,
                         .event = draft->type != nullptr ? std::string_view(draft->type->name) : catalogue::voiding,
                         .voids = draft->type != nullptr ? std::string_view() : voided_by(*draft),
                         .subject = subject,
                         .is_new = is_new,
                         .is_known = draft->is_known,
                         .before = before});
    }
}

void Batch::note_place(const Draft& draft, SubjectNo organisation) {
    for (auto act = acts_.rbegin(); act != acts_.rend() && act->subject == draft.subject; ++act) {
        if (act->line == draft.line) act->place = books_.world().directory[organisation].rank;
    }
}

bool Batch::is_for_two(const Act& act) const {
    return rights_->needs_two(act.event) || rights_->needs_two(act.voids);
}

// Whatever else is wrong with a line that its sender may not record would tell them something about
// it, so that is all they hear. What is recorded already is no exception: it would be confirmed.
void Batch::check_rights() {
    std::set<std::size_t> denied;
    // What goes along with acts for two its sender may record alone: whoever confirms need not.
    bool is_second = false;
    for (const auto& entitlement : entitlements_) {
        const auto after = entitlement.after(books_.world());
        for (const auto& act : acts_) {
            if (is_second && !is_for_two(act)) continue;
            if (!entitlement.allows(after, act)) denied.insert(act.line);
        }
        is_second = true;
    }
    if (!denied.empty()) {
        const auto is_denied = [&](std::size_t line) { return denied.contains(line); };
        std::erase_if(objections_, [&](const Objection& other) { return is_denied(other.line); });
        std::erase_if(already_, is_denied);
        std::erase_if(already_voided_, is_denied);
        for (const auto& act : acts_) {
            if (!denied.erase(act.line)) continue;
            if (const auto unknown = unknown_.find(act.line); unknown != unknown_.end()) {
                object(act.line, unknown->second);
                continue;
            }
            object(act.line, {"access.not_allowed", "type", {{"event", std::string(act.event)}}});
        }
        return;
    }
    const auto& directory = books_.world().directory;
    for (const auto& act : acts_) {
        if (act.is_known || !is_for_two(act)) continue;
        const auto& subject = directory[act.subject];
        for_two_.push_back({std::string(act.event), std::string(act.voids),
                            books_.catalogue().subjects()[subject.type].name, subject.key, subject.label});
    }
}

void Batch::check() {
    const auto& world = books_.world();
    for (const auto& [draft, named, on, again] : mentions_) {
        // A line of an export was judged when it was first recorded, by what was known then.
        if (draft->has_own_order || broken_.contains(named.naming.no)) continue;
        // Opened by a line that is objected to already.
        const bool is_unopened = !existed(named.naming.no) &&
                                 world.directory[named.naming.no].since == Day::never();
        if (is_unopened && !objections_.empty()) continue;
        if (auto refusal = against_naming(books_.catalogue(), world, named, on)) {
            object(draft->line, std::move(*refusal), again);
        }
    }
    if (!objections_.empty()) return;       // the rest would only say the same in other words
    for (const auto& [draft, organisation] : organisations_) {
        if (auto refusal = against_timeline(books_.catalogue(), world, organisation)) {
            object(draft->line, std::move(*refusal));
        }
    }
    if (!objections_.empty()) return;
    for (const auto& [draft, laid] : laid_) {
        if (draft->has_own_order && laid.organisation == world::nowhere) continue;
        if (auto refusal = against_row(world, laid)) object(draft->line, std::move(*refusal));
    }
    // Here the rules of procedure of each draft's day will be judged (rules.md R0-1): they object
    // like everything above, or warn where `--historic` is asked for.
}

Receipt Batch::receipt() const {
    Receipt receipt;
    receipt.already = already_;
    receipt.already_voided = already_voided_;
    std::sort(receipt.already.begin(), receipt.already.end());
    std::sort(receipt.already_voided.begin(), receipt.already_voided.end());
    receipt.seqs.resize(lines_);
    for (const auto& draft : drafts_) {
        const auto& says = draft.twin != nullptr ? *draft.twin : draft;
        receipt.seqs[draft.line] = says.is_known ? says.known_as : says.seq;
    }
    receipt.objections = objections_;
    receipt.head = before_;
    receipt.for_two = for_two_;
    return receipt;
}

std::vector<journal::StoredEntry> Batch::seal() {
    const auto& directory = books_.world().directory;
    const auto genesis = journal::decode_genesis(books_.store().genesis());
    ensure(genesis.has_value(), "a store has a genesis");
    std::int64_t last_ms = 0;
    if (const auto last = books_.entry(before_.seq)) last_ms = header_of(*last).recorded_ms;

    journal::Linker linker;
    std::vector<journal::StoredEntry> entries;
    entries.reserve(by_seq_.size());
    journal::Header header;
    header.journal = genesis->journal;
    header.recorded_ms = now_ms_;
    header.clock_went_back = now_ms_ < last_ms;
    header.actor = directory[actor_.number].id;
    header.session = surroundings_.random();
    Digest link = before_.link;
    const auto add = [&](journal::SubjectId subject, std::string payload) {
        header.seq = before_.seq + entries.size() + 1;
        header.subject = subject;
        header.payload_size = static_cast<std::uint32_t>(payload.size());
        journal::StoredEntry entry{header.seq, subject, journal::encode(header), std::move(payload), {}};
        link = linker.link(link, entry.seq, entry.header, entry.payload);
        entry.link = link;
        entries.push_back(std::move(entry));
    };
    for (const auto* actor : {&actor_, &second_actor_}) {
        if (!actor->is_new) continue;
        header.action = catalogue::naming_an_actor;
        header.effective_on = Day::in_viet_nam(now_ms_);
        header.data_class = journal::DataClass::actor;
        catalogue::Fact fact;
        fact.key = actor->name;
        add(directory[actor->number].id, catalogue::encode(fact, Voided{}));
    }
    if (!second_actor_.name.empty()) header.second_actor = directory[second_actor_.number].id;
    for (const auto* draft : by_seq_) {
        if (draft == nullptr) continue;
        header.action = draft->type != nullptr ? std::string_view(draft->type->name) : catalogue::voiding;
        header.effective_on = draft->on;
        header.data_class = draft->type != nullptr ? draft->type->data_class : journal::DataClass::soft;
        add(directory[draft->subject].id, draft->payload);
    }
    return entries;
}

void Batch::take_back() {
    auto& world = books_.edit_world();
    if (is_large_) {
        books_.reload();
        return;
    }
    const auto organisations = books_.catalogue().organisations();
    for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
        world.put(change->subject, change->before, std::move(change->after),
                  world.directory[change->subject].type == organisations);
    }
    world.settle();
    world.directory.shrink_to(subjects_before_);
    for (std::size_t type = 0; type < books_.catalogue().subjects().size(); ++type) {
        const auto number = static_cast<world::TypeNo>(type);
        world.traits.shrink_to(number, world.directory.count(number));
    }
    world.tree.shrink_to(world.directory.count(organisations));
    world.ids.shrink_to(ids_before_);
}

}  // namespace nennep::service
