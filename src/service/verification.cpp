#include "service/verification.hpp"

#include <unordered_map>

#include "service/export.hpp"

namespace nennep::service {

Soundness verify_chain(journal::Store& store, const Progress& progress) {
    Soundness result;
    const auto genesis_bytes = store.genesis();
    const auto genesis = journal::decode_genesis(genesis_bytes);
    if (!genesis) {
        result.fault = "genesis";
        return result;
    }
    const auto head = store.head();
    journal::Linker linker;
    Digest link = journal::head_of(genesis_bytes).link;
    std::int64_t last_ms = 0;
    std::unordered_map<journal::SubjectId, std::uint64_t> sizes;
    const auto fault = [&](Seq at, const char* what) {
        result.at = at;
        result.fault = what;
        return false;
    };
    Seq beyond = 0;
    store.read(0, [&](const journal::StoredEntry& entry) {
        if (entry.seq > head.seq) {
            beyond = entry.seq;
            return false;
        }
        const Seq expected = result.entries + 1;
        if (entry.seq != expected) return fault(expected, "gap");
        const auto header = journal::decode_header(entry.header);
        if (!header || header->seq != entry.seq || header->subject != entry.subject ||
            header->payload_size != entry.payload.size()) {
            return fault(entry.seq, "header");
        }
        if (header->journal != genesis->journal) return fault(entry.seq, "foreign");
        if (linker.link(link, entry.seq, entry.header, entry.payload) != entry.link) {
            return fault(entry.seq, "link");
        }
        if (header->recorded_ms < last_ms && !header->clock_went_back) return fault(entry.seq, "clock");
        last_ms = header->recorded_ms;
        link = entry.link;
        result.entries = entry.seq;
        ++sizes[entry.subject];
        if (progress && entry.seq % 8192 == 0) progress("chain", entry.seq, head.seq);
        return true;
    });
    if (!result.is_sound()) return result;
    // An entry behind the end belongs there only if the end has moved on since.
    const bool has_grown = beyond == 0 || beyond <= store.head().seq;
    if (result.entries != head.seq || link != head.link || !has_grown) fault(result.entries + 1, "head");
    result.subjects = sizes.size();
    // The store's own way to a stream must lead to the same entries.
    for (const auto& [subject, size] : sizes) {
        std::uint64_t found = 0;
        bool is_own = true;
        store.read_stream(subject, [&, id = subject](const journal::StoredEntry& entry) {
            is_own = is_own && entry.subject == id;
            if (entry.seq <= head.seq) ++found;
            return true;
        });
        if (found != size || !is_own) {
            fault(0, "stream");
            break;
        }
    }
    return result;
}

Soundness verify_facts(const Books& books, const Progress& progress) {
    Soundness result;
    const auto head = books.store().head();
    const auto rebuilt = books.world_at(head.seq, progress);
    result.entries = head.seq;
    result.subjects = rebuilt->directory.size() - std::size_t{1};
    for (const auto& law : books.catalogue().laws()) {
        if (auto broken = law.broken(books.catalogue(), *rebuilt)) {
            result.fault = "law";
            result.detail = law.name + ": " + *broken;
            return result;
        }
    }
    if (const auto snapshot = books.store().get_snapshot();
        snapshot && snapshot->layout == books.layout()) {
        const auto then = snapshot->head == rebuilt->head ? nullptr : books.world_at(snapshot->head.seq);
        if (sha256(world::encode(then ? *then : *rebuilt)) != sha256(snapshot->bytes)) {
            result.fault = "snapshot";
            return result;
        }
    }
    result.facts = facts_digest(books, *rebuilt);
    return result;
}

}  // namespace nennep::service
