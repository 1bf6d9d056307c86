#include "journal/entry.hpp"

#include <algorithm>

#include "base/bytes.hpp"

namespace nennep::journal {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::uint8_t format_version = 1;
constexpr auto header_mark = "nen-nep/header/1\0"sv;
constexpr auto payload_mark = "nen-nep/payload/1\0"sv;
constexpr auto link_mark = "nen-nep/link/1\0"sv;
constexpr auto genesis_mark = "nen-nep/genesis/1\0"sv;

std::string_view bytes_of(const JournalId& id) { return {id.data(), id.size()}; }

JournalId read_journal_id(ByteReader& in) {
    JournalId id{};
    const auto bytes = in.raw(id.size());
    std::copy(bytes.begin(), bytes.end(), id.begin());
    return id;
}

}  // namespace

std::string encode(const Header& header) {
    ByteWriter out;
    out.u8(format_version);
    out.raw(bytes_of(header.journal));
    out.u64(header.seq);
    out.i64(header.recorded_ms);
    out.u8(header.clock_went_back ? 1 : 0);
    out.u32(static_cast<std::uint32_t>(header.effective_on.number()));
    out.u64(header.organisation);
    out.u64(header.actor);
    out.u64(header.second_actor);
    out.u64(header.session);
    out.text(header.action);
    out.u64(header.subject);
    out.u8(static_cast<std::uint8_t>(header.data_class));
    out.u8(static_cast<std::uint8_t>(header.sealing));
    out.u32(header.payload_size);
    return out.take();
}

std::optional<Header> decode_header(std::string_view bytes) {
    ByteReader in(bytes);
    Header header;
    if (in.u8() != format_version) return std::nullopt;
    header.journal = read_journal_id(in);
    header.seq = in.u64();
    header.recorded_ms = in.i64();
    const auto clock = in.u8();
    header.clock_went_back = clock == 1;
    header.effective_on = Day{static_cast<std::int32_t>(in.u32())};
    header.organisation = in.u64();
    header.actor = in.u64();
    header.second_actor = in.u64();
    header.session = in.u64();
    header.action = std::string(in.text());
    header.subject = in.u64();
    const auto data_class = in.u8();
    const auto sealing = in.u8();
    header.data_class = static_cast<DataClass>(data_class);
    header.sealing = static_cast<Sealing>(sealing);
    header.payload_size = in.u32();
    if (!in.done() || clock > 1 || data_class > 4 || sealing > 1) return std::nullopt;
    return header;
}

std::string encode(const Genesis& genesis) {
    ByteWriter out;
    out.u8(format_version);
    out.raw(bytes_of(genesis.journal));
    out.i64(genesis.founded_ms);
    out.text(genesis.public_key);
    return out.take();
}

std::optional<Genesis> decode_genesis(std::string_view bytes) {
    ByteReader in(bytes);
    Genesis genesis;
    if (in.u8() != format_version) return std::nullopt;
    genesis.journal = read_journal_id(in);
    genesis.founded_ms = in.i64();
    genesis.public_key = std::string(in.text());
    if (!in.done()) return std::nullopt;
    return genesis;
}

Head head_of(std::string_view genesis_bytes) {
    return {0, Sha256{}.add(genesis_mark).add(genesis_bytes).finish()};
}

Digest Linker::link(const Digest& previous, Seq seq, std::string_view header,
                    std::string_view payload) {
    const Digest hd = hasher_.add(header_mark).add(header).finish();
    const Digest pd = hasher_.add(payload_mark).add(payload).finish();
    ByteWriter number;
    number.u64(seq);
    return hasher_.add(link_mark)
        .add(nennep::bytes_of(previous))
        .add(number.bytes())
        .add(nennep::bytes_of(hd))
        .add(nennep::bytes_of(pd))
        .finish();
}

}  // namespace nennep::journal
