// What the tests of stores share: a folder that goes away, a journal's first words, and entries
// that are linked as real ones are.
#pragma once
#include <string>
#include <vector>

#include "journal/store.hpp"
#include "temporary_folder.hpp"

namespace nennep::store_contract {

// Journals are told apart by their first byte.
inline journal::Genesis genesis_of(char name) {
    journal::Genesis genesis;
    genesis.journal.fill(name);
    genesis.founded_ms = 1'577'836'800'000;
    return genesis;
}

// `count` entries after `head`, spread over `subjects` subjects numbered from 1. Payloads differ
// by `mark`, and hold bytes of every kind, also none at all.
inline std::vector<journal::StoredEntry> entries_after(journal::Head head, std::size_t count,
                                                       std::size_t subjects = 3,
                                                       std::string mark = "a") {
    std::vector<journal::StoredEntry> entries(count);
    journal::Linker linker;
    for (auto& entry : entries) {
        entry.seq = head.seq + 1;
        entry.subject = entry.seq % subjects + 1;
        journal::Header header;
        header.seq = entry.seq;
        header.subject = entry.subject;
        header.action = "member.admitted";
        if (entry.seq % 5 != 0) entry.payload = mark + std::string("\0\xff'", 3);
        header.payload_size = static_cast<std::uint32_t>(entry.payload.size());
        entry.header = encode(header);
        entry.link = linker.link(head.link, entry.seq, entry.header, entry.payload);
        head = {entry.seq, entry.link};
    }
    return entries;
}

inline journal::Head end_of(const std::vector<journal::StoredEntry>& entries) {
    return {entries.back().seq, entries.back().link};
}

// One text for each entry, so that a difference shows where it is.
inline std::vector<std::string> described(const std::vector<journal::StoredEntry>& entries) {
    std::vector<std::string> texts;
    for (const auto& entry : entries) {
        texts.push_back(std::to_string(entry.seq) + "/" + std::to_string(entry.subject) + "/" +
                        entry.header + "/" + entry.payload + "/" +
                        std::string(bytes_of(entry.link)));
    }
    return texts;
}

inline std::vector<journal::StoredEntry> all_of(journal::Store& store, journal::Seq after = 0) {
    std::vector<journal::StoredEntry> entries;
    store.read(after, [&entries](const journal::StoredEntry& entry) {
        entries.push_back(entry);
        return true;
    });
    return entries;
}

inline std::vector<journal::Seq> stream_of(journal::Store& store, journal::SubjectId subject) {
    std::vector<journal::Seq> seqs;
    store.read_stream(subject, [&seqs](const journal::StoredEntry& entry) {
        seqs.push_back(entry.seq);
        return true;
    });
    return seqs;
}

}  // namespace nennep::store_contract
