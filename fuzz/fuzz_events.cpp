// Any bytes as an entry's payload, header or genesis. What is no such thing is said to be none;
// what is one has exactly these bytes, so that a digest over bytes is a digest over facts.
//
// The first byte chooses what the rest is read as: one of the event types in the catalogue's order,
// then a voiding, a header, a genesis.
#include <random>

#include "catalogue/fact.hpp"
#include "house.hpp"
#include "journal/entry.hpp"
#include "service/line_reader.hpp"

namespace nennep::fuzz {
namespace {

// The payloads of the seed lines, and the directory of everybody whom they name.
struct Seeds {
    world::Directory directory;
    std::vector<std::string> inputs;

    Seeds() {
        std::uint64_t id = 0;
        for (const auto& text : seeds()) {
            service::LineReader reader(house(), directory, [&] { return ++id * 2; });
            const auto lines = lines_of(text);
            for (std::size_t i = 0; i < lines.size(); ++i) reader.read(i, lines[i]);
            reader.finish();
            for (const auto& draft : reader.drafts) {
                if (draft.type == nullptr) continue;
                const auto number = draft.type - house().events().data();
                inputs.push_back(static_cast<char>(number) + draft.payload);
            }
        }
        const auto other = [&](std::size_t which, const std::string& bytes) {
            inputs.push_back(static_cast<char>(house().events().size() + which) + bytes);
        };
        other(0, catalogue::encode(catalogue::Fact{}, catalogue::Voided{7, "Nhầm"}));
        journal::Header header;
        header.seq = 17;
        header.action = "member.admitted";
        other(1, journal::encode(header));
        other(2, journal::encode(journal::Genesis{{}, 1'600'000'000'000, "key"}));
    }
};

const Seeds& read_seeds() {
    static const Seeds all;
    return all;
}

void try_event(std::string_view payload, const catalogue::EventType& type) {
    const auto& directory = read_seeds().directory;
    catalogue::Fact fact;
    catalogue::Box event;
    const bool is_event = catalogue::decode(payload, type, directory, fact, &event);
    // These look at payloads by themselves, whatever they are.
    const auto id = catalogue::id_of(payload);
    expect(catalogue::same_but_for_id(payload, payload), "a payload states the same as itself");
    if (!is_event) return;
    expect(id == fact.id, "an id is found without decoding the rest");
    expect(catalogue::encode(fact, type, event.get(), directory) == payload, "one event, one encoding");
    std::vector<catalogue::NamedIn> named;
    catalogue::names_in(type, event.get(), named);
    std::string json;
    catalogue::write_data(json, type, event.get(), directory);
}

}  // namespace
}  // namespace nennep::fuzz

using namespace nennep;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto& types = fuzz::house().events();
    const std::size_t which = data[0] % (types.size() + 3);
    if (which < types.size()) {
        fuzz::try_event(bytes, types[which]);
    } else if (which == types.size()) {
        catalogue::Fact fact;
        catalogue::Voided voided;
        if (catalogue::decode(bytes, fact, voided)) {
            fuzz::expect(catalogue::encode(fact, voided) == bytes, "one voiding, one encoding");
        }
    } else if (which == types.size() + 1) {
        const auto header = journal::decode_header(bytes);
        if (header) fuzz::expect(journal::encode(*header) == bytes, "one header, one encoding");
    } else {
        const auto genesis = journal::decode_genesis(bytes);
        if (genesis) fuzz::expect(journal::encode(*genesis) == bytes, "one genesis, one encoding");
    }
    return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

// Seeds are lines that people can read; here they come in as the bytes that they become.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room,
                                               unsigned int seed) {
    std::minstd_rand chance(seed);
    const auto& inputs = fuzz::read_seeds().inputs;
    if (chance() % 8 == 0) {
        const auto& input = inputs[chance() % inputs.size()];
        if (input.size() <= room) {
            std::copy(input.begin(), input.end(), data);
            size = input.size();
        }
    }
    return LLVMFuzzerMutate(data, size, room);
}
