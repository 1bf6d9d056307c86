// An entry of the journal, as it is stored and as its digest sees it.
//
//   header = what every reader may see: no personal data, only random ids
//   payload = the event itself; becomes ciphertext where it is personal (`sealing`)
//   hd   = SHA-256("nen-nep/header/1"  0x00 header-bytes)
//   pd   = SHA-256("nen-nep/payload/1" 0x00 payload-as-stored)
//   link = SHA-256("nen-nep/link/1"    0x00 previous-link seq hd pd)
//
// The stored bytes are what is hashed; nothing is encoded again to be checked. A link covers
// digests only, so the chain still holds when a payload can no longer be read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/sha256.hpp"

namespace nennep::journal {

using Seq = std::uint64_t;          // 1 for the first entry; without gaps
using SubjectId = std::uint64_t;    // random, meaningless, below 2^63, unique in its journal
using JournalId = std::array<char, 16>;

// How the payload is stored. Ciphertext comes with the keys; its place is kept in the format.
enum class Sealing : std::uint8_t { plain = 0, encrypted = 1 };

// Whose data the payload is, which decides how long its key is kept (reliability.md §4.6).
enum class DataClass : std::uint8_t { open = 0, core = 1, soft = 2, in_case = 3, actor = 4 };

struct Header {
    JournalId journal{};
    Seq seq = 0;
    std::int64_t recorded_ms = 0;   // since 1970, UTC
    bool clock_went_back = false;   // the clock stood before that of the entry before
    Day effective_on;
    SubjectId organisation = 0;     // on whose behalf it was recorded; 0 where nobody said
    SubjectId actor = 0;            // who recorded it
    SubjectId second_actor = 0;     // who confirmed it, where two are asked for
    std::uint64_t session = 0;      // entries recorded together share one
    std::string action;             // the event's type: member.admitted
    SubjectId subject = 0;
    DataClass data_class = DataClass::open;
    Sealing sealing = Sealing::plain;
    std::uint32_t payload_size = 0;
};

std::string encode(const Header& header);
// Nothing for bytes that `encode` did not write.
std::optional<Header> decode_header(std::string_view bytes);

// The first words of a journal: its random name, so that two installations are never spliced.
// `public_key` is empty until checkpoints are signed.
struct Genesis {
    JournalId journal{};
    std::int64_t founded_ms = 0;
    std::string public_key;
};

std::string encode(const Genesis& genesis);
std::optional<Genesis> decode_genesis(std::string_view bytes);

// Where a journal ends: its number of entries and the link of the last one.
struct Head {
    Seq seq = 0;
    Digest link{};
    friend bool operator==(const Head&, const Head&) = default;
};

// The head of a journal without entries.
Head head_of(std::string_view genesis_bytes);

// An entry ready to be stored, and as it is read back. `subject` stands in the header too; it is
// repeated here because a store finds streams by it.
struct StoredEntry {
    Seq seq = 0;
    SubjectId subject = 0;
    std::string header;
    std::string payload;
    Digest link{};
};

// Computes links, one hasher for many entries.
class Linker {
public:
    Digest link(const Digest& previous, Seq seq, std::string_view header, std::string_view payload);

private:
    Sha256 hasher_;
};

}  // namespace nennep::journal
