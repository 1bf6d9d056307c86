// Any text as an import file. What is wrong with it is said, and nothing else happens; what is
// accepted folds the same from the journal alone, breaks no law, can be exported, imported
// elsewhere, and is known again here.
#include <algorithm>
#include <memory>
#include <random>

#include "house.hpp"
#include "service/export.hpp"
#include "service/recorder.hpp"
#include "service/verification.hpp"

namespace nennep::fuzz {
namespace {

// The books of an office, with a clock and chance that are the same each time.
class Office {
public:
    Office()
        : store_(journal::open_memory_store({{}, 1'600'000'000'000, ""})),
          books_(*store_, house(), {}),
          recorder_(books_, {[this] { return now_ms_ += 1000; }, [this] { return chance_ += 0x9e3779b97f4a7c15; }}) {}

    service::Receipt import(const std::vector<std::string_view>& lines) {
        service::RecordingOptions options;
        options.keep_good = true;
        return recorder_.record("fuzz", lines, options);
    }
    std::vector<std::string> exported() const {
        std::vector<std::string> lines;
        service::export_events(books_, books_.world(), [&](std::string_view line) { lines.emplace_back(line); });
        return lines;
    }
    bool is_sound() const {
        return service::verify_chain(*store_).is_sound() && service::verify_facts(books_).is_sound();
    }
    bool equals_its_journal() const {
        const auto rebuilt = books_.world_at(books_.world().head.seq);
        return service::Books::digest_of(*rebuilt) == service::Books::digest_of(books_.world());
    }
    Digest facts() const { return service::facts_digest(books_, books_.world()); }
    std::uint64_t entries() const { return books_.world().head.seq; }

private:
    std::int64_t now_ms_ = 1'600'000'000'000;
    std::uint64_t chance_ = 1;
    std::unique_ptr<journal::Store> store_;
    service::Books books_;
    service::Recorder recorder_;
};

void try_text(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.size() > 100) return;
    Office here;
    const auto receipt = here.import(lines);
    if (receipt.recorded == 0) {
        expect(here.entries() == 0, "where nothing was accepted nothing is recorded");
        return;
    }
    expect(here.equals_its_journal(), "what is live is what the journal amounts to");
    expect(here.is_sound(), "what was accepted is sound");

    const auto exported = here.exported();
    const std::vector<std::string_view> views(exported.begin(), exported.end());
    Office there;
    const auto elsewhere = there.import(views);
    expect(elsewhere.objections.empty(), "what was exported can be imported");
    expect(there.facts() == here.facts(), "an import of the export states the same facts");

    const auto entries = here.entries();
    const auto again = here.import(views);
    expect(again.objections.empty() && here.entries() == entries, "what was recorded is known again");
}

using Chance = std::minstd_rand;

// The texts between quotation marks, as places in a line.
std::vector<std::pair<std::size_t, std::size_t>> quoted(std::string_view line) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t open = line.find('"'); open != std::string_view::npos; open = line.find('"', open)) {
        const auto close = line.find('"', open + 1);
        if (close == std::string_view::npos) break;
        places.emplace_back(open, close + 1 - open);
        open = close + 1;
    }
    return places;
}

// What people get wrong: a line too many, one missing, another order, a date, key or word from
// another line.
std::string as_people_err(std::string_view text, Chance& chance) {
    static const std::vector<std::string_view> known = [] {
        std::vector<std::string_view> all;
        for (const auto& seed : seeds()) {
            for (const auto line : lines_of(seed)) all.push_back(line);
        }
        return all;
    }();
    const auto views = lines_of(text);
    std::vector<std::string> lines(views.begin(), views.end());
    const auto any = [&](std::size_t size) { return chance() % size; };
    const auto at = [&] { return lines.begin() + static_cast<std::ptrdiff_t>(any(lines.size())); };
    if (lines.empty()) lines.emplace_back(known[any(known.size())]);
    switch (any(5)) {
        case 0: lines.insert(at(), std::string(known[any(known.size())])); break;
        case 1: lines.push_back(*at()); break;
        case 2: lines.erase(at()); break;
        case 3: std::iter_swap(at(), at()); break;
        default: {
            auto& line = *at();
            const std::string other = any(2) == 0 ? *at() : std::string(known[any(known.size())]);
            const auto to = quoted(line);
            const auto from = quoted(other);
            if (to.empty() || from.empty()) break;
            const auto [place, size] = to[any(to.size())];
            const auto [source, length] = from[any(from.size())];
            line.replace(place, size, other.substr(source, length));
        }
    }
    std::string all;
    for (const auto& line : lines) all += line + "\n";
    return all;
}

}  // namespace
}  // namespace nennep::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nennep::fuzz::try_text({reinterpret_cast<const char*>(data), size});
    return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t room);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room,
                                               unsigned int seed) {
    nennep::fuzz::Chance chance(seed);
    if (chance() % 4 == 0) return LLVMFuzzerMutate(data, size, room);
    const auto text = nennep::fuzz::as_people_err({reinterpret_cast<const char*>(data), size}, chance);
    if (text.size() > room) return LLVMFuzzerMutate(data, size, room);
    std::copy(text.begin(), text.end(), data);
    return text.size();
}
