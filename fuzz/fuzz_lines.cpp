// Any text as an import file. What is wrong with it is said, and nothing else happens; what is
// accepted folds the same from the journal alone, breaks no law, can be exported, imported
// elsewhere, and is known again here.
#include <memory>

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

}  // namespace
}  // namespace nennep::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    nennep::fuzz::try_text({reinterpret_cast<const char*>(data), size});
    return 0;
}
