#include "service/books.hpp"

#include <algorithm>
#include <unordered_map>

namespace nennep::service {
namespace {

using catalogue::EventType;
using catalogue::Fact;
using journal::Header;
using journal::StoredEntry;

constexpr auto journal_order = "entries are read in order";

// Below this many entries since the last snapshot, folding them again is faster than saving.
constexpr Seq entries_worth_a_snapshot = 2'000;
// Saving takes the longer the more is in the books, a third of a second for a million entries: where others
// would wait, this part of all must have come.
constexpr Seq part_worth_a_snapshot = 50;

[[noreturn]] void damaged(Seq seq) {
    throw Fault("store.damaged", "entry " + std::to_string(seq));
}

// Enters a subject that an entry speaks of for the first time.
void introduce(World& world, const Catalogue& catalogue, const Header& header,
               const EventType* type, std::string_view payload) {
    Fact fact;
    if (header.action == catalogue::naming_an_actor) {
        catalogue::Voided none;
        if (!decode(payload, fact, none)) damaged(header.seq);
        world.directory.add(world::actor_type, header.subject, fact.key);
        return;
    }
    const bool brings_key = type != nullptr && type->opens &&
                            catalogue::decode(payload, *type, world.directory, fact, nullptr);
    if (!brings_key || fact.key.empty()) damaged(header.seq);
    world.directory.add(catalogue.subject_of(*type), header.subject, fact.key);
}

void note_id(World& world, std::string_view payload, Seq seq) {
    const auto id = catalogue::id_of(payload);
    if (!id.empty()) world.ids.add(id, seq);
}

}  // namespace

Header header_of(const StoredEntry& entry) {
    auto header = journal::decode_header(entry.header);
    if (!header || header->seq != entry.seq) damaged(entry.seq);
    return std::move(*header);
}

Books::Books(journal::Store& store, const Catalogue& catalogue, const Digest& program)
    : store_(store), catalogue_(catalogue) {
    std::string laid_out = "nen-nep/world/1\n" + catalogue.fingerprint();
    laid_out += bytes_of(program);
    layout_ = sha256(laid_out);
    const auto genesis = journal::decode_genesis(store_.genesis());
    if (!genesis) throw Fault("store.damaged", "genesis");
    journal_ = hex({genesis->journal.data(), 8});
    reload();
}

Books::Books(const Books& other)
    : store_(other.store_), catalogue_(other.catalogue_), journal_(other.journal_), layout_(other.layout_) {
    reload();
}

void Books::take_over(Books&& other) {
    ensure(other.staged_.empty(), "what is taken over is in the store");
    world_ = std::move(other.world_);
    const std::lock_guard lock(staged_mutex_);
    stored_ = other.stored_;
    staged_.clear();
    snapshot_at_ = other.snapshot_at_;
}

const EventType* Books::type_of(const Header& header) const {
    if (header.action == catalogue::voiding || header.action == catalogue::naming_an_actor) {
        return nullptr;
    }
    const auto* type = catalogue_.event(header.action);
    if (type == nullptr) damaged(header.seq);
    return type;
}

bool Books::load_snapshot() {
    auto snapshot = store_.get_snapshot();
    if (!snapshot || snapshot->layout != layout_) return false;
    auto world = std::make_unique<World>();
    if (!world::decode(snapshot->bytes, *world)) return false;
    world->head = snapshot->head;
    snapshot_at_ = snapshot->head.seq;
    world_ = std::move(world);
    return true;
}

void Books::stage(std::vector<StoredEntry> entries) {
    ensure(!entries.empty() && entries.front().seq == world_->head.seq + 1, "entries continue the head");
    world_->head = {entries.back().seq, entries.back().link};
    const std::lock_guard lock(staged_mutex_);
    if (staged_.empty()) staged_ = std::move(entries);
    else std::move(entries.begin(), entries.end(), std::back_inserter(staged_));
}

std::optional<journal::HeadMoved> Books::commit() {
    if (staged_.empty()) return std::nullopt;
    if (auto moved = store_.append(stored_, staged_)) return moved;
    {
        const std::lock_guard lock(staged_mutex_);
        staged_.clear();
        stored_ = world_->head;
    }
    save_snapshot();
    return std::nullopt;
}

void Books::reload() {
    {
        const std::lock_guard lock(staged_mutex_);
        staged_.clear();
    }
    if (!load_snapshot()) {
        world_ = world_at(store_.head().seq);
        snapshot_at_ = 0;
    }
    catch_up();
}

void Books::save_snapshot() {
    const auto seq = world_->head.seq;
    const auto part = others_wait_ ? seq / part_worth_a_snapshot : 0;
    if (seq < snapshot_at_ + std::max(entries_worth_a_snapshot, part)) return;
    store_.put_snapshot({world_->head, layout_, world::encode(*world_)});
    snapshot_at_ = world_->head.seq;
}

Digest Books::digest_of(const World& world) { return sha256(world::encode(world)); }

std::optional<StoredEntry> Books::entry(Seq seq) const {
    std::optional<StoredEntry> found;
    if (seq == 0) return found;
    {
        const std::lock_guard lock(staged_mutex_);
        if (seq > stored_.seq) {
            const auto at = seq - stored_.seq - 1;
            if (at < staged_.size()) found = staged_[at];
            return found;
        }
    }
    store_.read(seq - 1, [&](const StoredEntry& entry) {
        if (entry.seq == seq) found = entry;
        return false;
    });
    return found;
}

void Books::entries(std::span<const Seq> wanted, const journal::Store::Take& take) const {
    Seq stored = 0;
    {
        const std::lock_guard lock(staged_mutex_);
        stored = stored_.seq;
    }
    const auto staged = std::upper_bound(wanted.begin(), wanted.end(), stored);
    bool goes_on = true;
    store_.read_each(wanted.first(static_cast<std::size_t>(staged - wanted.begin())),
                     [&](const StoredEntry& entry) { return goes_on = take(entry); });
    for (auto seq = staged; goes_on && seq != wanted.end(); ++seq) {
        const auto found = entry(*seq);
        if (!found) return;
        goes_on = take(*found);
    }
}

std::string Books::export_id(Seq seq) const { return journal_ + "-" + std::to_string(seq); }

std::optional<Books::Found> Books::find_id(std::string_view id) const {
    for (const auto seq : world_->ids.candidates(id)) {
        const auto found = entry(seq);
        if (!found || catalogue::id_of(found->payload) != id) continue;
        return Found{seq, world_->directory.find(found->subject).value()};
    }
    return std::nullopt;
}

std::optional<Books::Found> Books::find_event(std::string_view id_or_number) const {
    if (auto found = find_id(id_or_number)) return found;
    if (id_or_number.starts_with(journal_ + "-")) id_or_number.remove_prefix(journal_.size() + 1);
    const auto seq = parse_decimal(id_or_number, 0);
    if (!seq || *seq <= 0) return std::nullopt;
    const auto found = entry(static_cast<Seq>(*seq));
    if (!found || header_of(*found).action == catalogue::naming_an_actor) return std::nullopt;
    return Found{found->seq, world_->directory.find(found->subject).value()};
}

Stream Books::stream_of(journal::SubjectId subject) const {
    Stream stream;
    store_.read_stream(subject, [&](const StoredEntry& entry) {
        stream.entries.push_back(entry);
        return true;
    });
    {
        const std::lock_guard lock(staged_mutex_);
        const auto last = stream.entries.empty() ? 0 : stream.entries.back().seq;
        std::copy_if(staged_.begin(), staged_.end(), std::back_inserter(stream.entries),
                     [&](const StoredEntry& entry) { return entry.subject == subject && entry.seq > last; });
    }
    for (const auto& entry : stream.entries) {
        const auto header = header_of(entry);
        if (header.action == catalogue::naming_an_actor) continue;
        stream.events.push_back({type_of(header), header.effective_on, entry.seq, entry.payload});
    }
    return stream;
}

std::unique_ptr<World> Books::world_at(Seq entries, const Progress& progress) const {
    auto world = std::make_unique<World>();
    struct Item {
        SubjectNo subject;
        StreamEvent event;
        std::size_t offset;
        std::size_t size;
    };
    std::vector<Item> items;
    std::string payloads;
    Seq expected = 1;
    store_.read(0, [&](const StoredEntry& entry) {
        if (entry.seq > entries) return false;
        ensure(entry.seq == expected++, journal_order);
        const auto header = header_of(entry);
        const auto* type = type_of(header);
        auto known = world->directory.find(header.subject);
        if (!known) {
            introduce(*world, catalogue_, header, type, entry.payload);
            known = world->directory.size() - 1;
        }
        world->head = {entry.seq, entry.link};
        note_id(*world, entry.payload, entry.seq);
        if (header.action == catalogue::naming_an_actor) return true;
        items.push_back({*known, {type, header.effective_on, entry.seq, {}}, payloads.size(),
                         entry.payload.size()});
        payloads += entry.payload;
        if (progress && entry.seq % 4096 == 0) progress("read", entry.seq, entries);
        return true;
    });
    if (entries == 0) world->head = journal::head_of(store_.genesis());
    for (auto& item : items) {
        item.event.payload = std::string_view(payloads).substr(item.offset, item.size);
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return a.subject != b.subject ? a.subject < b.subject : a.event.seq < b.event.seq;
    });
    catalogue::Folder folder(catalogue_);
    std::vector<StreamEvent> stream;
    world::Yield yield;
    for (std::size_t i = 0; i < items.size();) {
        const SubjectNo subject = items[i].subject;
        stream.clear();
        for (; i < items.size() && items[i].subject == subject; ++i) stream.push_back(items[i].event);
        catalogue::arrange(stream);
        const auto type = world->directory[subject].type;
        if (folder.fold(type, subject, stream, world->directory, yield)) {
            damaged(stream.front().seq);
        }
        world->put(subject, yield, {}, type == catalogue_.organisations());
        if (progress && subject % 4096 == 0) progress("fold", i, items.size());
    }
    world->settle();
    return world;
}

void Books::catch_up() {
    ensure(staged_.empty(), "what is staged is committed before others are followed");
    const auto head = store_.head();
    {
        const std::lock_guard lock(staged_mutex_);
        stored_ = head;
    }
    if (head == world_->head) return;
    if (head.seq < world_->head.seq || head.seq - world_->head.seq > world_->head.seq / 4 + 1'000) {
        world_ = world_at(head.seq);
        return;
    }
    follow(*world_);
}

// Folds the streams that were added to since the world's head, before and after.
void Books::follow(World& world) const {
    const Seq from = world.head.seq;
    std::vector<SubjectNo> touched;
    store_.read(from, [&](const StoredEntry& entry) {
        const auto header = header_of(entry);
        auto known = world.directory.find(header.subject);
        if (!known) {
            introduce(world, catalogue_, header, type_of(header), entry.payload);
            known = world.directory.size() - 1;
        }
        note_id(world, entry.payload, entry.seq);
        if (header.action != catalogue::naming_an_actor) touched.push_back(*known);
        world.head = {entry.seq, entry.link};
        return true;
    });
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    catalogue::Folder folder(catalogue_);
    for (const auto subject : touched) {
        const auto type = world.directory[subject].type;
        auto after = stream_of(world.directory[subject].id);
        auto before = after.events;
        std::erase_if(before, [&](const StreamEvent& event) { return event.seq > from; });
        world::Yield was;
        world::Yield is;
        catalogue::arrange(before);
        catalogue::arrange(after.events);
        if (folder.fold(type, subject, before, world.directory, was) ||
            folder.fold(type, subject, after.events, world.directory, is)) {
            damaged(from + 1);
        }
        world.put(subject, is, std::move(was), type == catalogue_.organisations());
    }
    world.settle();
}

Seq Books::known_by(std::int64_t utc_ms) const {
    // A clock that went back must not hide what was recorded before: the latest time so far counts.
    Seq known = 0;
    std::int64_t latest = 0;
    store_.read(0, [&](const StoredEntry& entry) {
        latest = std::max(latest, header_of(entry).recorded_ms);
        if (latest > utc_ms) return false;
        known = entry.seq;
        return true;
    });
    return known;
}

}  // namespace nennep::service
