#include "render/docx/filling.hpp"

namespace nennep::render {
namespace {

// Inside a run: the text ends, the line breaks, another text begins.
constexpr std::string_view break_in_run = R"(</w:t><w:br/><w:t xml:space="preserve">)";
constexpr std::string_view kept_blanks = R"( xml:space="preserve">)";
constexpr std::string_view empty_paragraph = "<w:p/>";
constexpr std::uint64_t first_free_id = 1'000'000;  // editors number from 1

// Fifty times what the largest committee's annex takes, and ten times its length.
constexpr std::uint64_t most_turns = 20'000'000;
constexpr std::size_t longest = std::size_t{512} << 20;

constexpr std::size_t piece = std::size_t{256} << 10;
constexpr std::size_t kept = std::size_t{8} << 10;
constexpr std::string_view end_of_section = "</w:sectPr>";
constexpr std::string_view end_of_break = "</w:sectPr></w:pPr></w:p>";

bool needs_its_blanks(std::string_view text) {
    if (text.empty()) return false;
    return text.front() == ' ' || text.back() == ' ' || text.find("  ") != std::string_view::npos ||
           text.find_first_of("\n\t") != std::string_view::npos;
}

class Filling {
public:
    Filling(const Program& program, const Values& values, const TakePiece& take)
        : program_(program), values_(values), take_(take), ids_(program.slots, 0) {
        turns_.reserve(most_levels + 1);  // references into it live while it grows
        turns_.emplace_back();
    }

    bool fill() {
        run(0, static_cast<std::uint32_t>(program_.steps.size()));
        if (!is_full_) take_(out_);
        return !is_full_;
    }

private:
    void run(std::uint32_t begin, std::uint32_t end) {
        for (auto at = begin; at < end && !is_full_; ++at) {
            const auto& step = program_.steps[at];
            switch (step.kind) {
                case Step::Kind::literal: out_.append(program_.literals, step.at, step.size); break;
                case Step::Kind::field: append_xml(out_, text(step), break_in_run); break;
                case Step::Kind::whole_text: {
                    const auto value = text(step);
                    out_ += needs_its_blanks(value) ? kept_blanks : ">";
                    append_xml(out_, value, break_in_run);
                    break;
                }
                case Step::Kind::plain_field: append_xml(out_, text(step), " "); break;
                case Step::Kind::when:
                    if (!values_.holds(program_.conditions[step.at], turns_)) at = step.jump - 1;
                    break;
                case Step::Kind::otherwise: at = step.jump - 1; break;
                case Step::Kind::each:
                    repeat(step, at + 1);
                    at = step.jump - 1;
                    break;
                case Step::Kind::width:
                    out_ += std::to_string(turns_[step.at].share.of(step.size));
                    break;
                case Step::Kind::room: out_ += std::to_string(width_of(program_.rooms[step.at])); break;
                case Step::Kind::new_id:
                    ids_[step.at] = first_free_id + ++last_id_;
                    out_ += std::to_string(ids_[step.at]);
                    break;
                case Step::Kind::same_id: out_ += std::to_string(ids_[step.at]); break;
                case Step::Kind::hold: {
                    const auto before = out_.size();
                    ++holding_;
                    run(at + 1, step.jump);
                    --holding_;
                    if (out_.find(program_.needles[step.at], before) == std::string::npos) {
                        out_.resize(before);
                    }
                    at = step.jump - 1;
                    break;
                }
                case Step::Kind::paragraph_due:
                    if (!out_.ends_with("</w:p>") && !out_.ends_with(empty_paragraph)) {
                        out_ += empty_paragraph;
                    }
                    break;
                case Step::Kind::apart:
                    if (out_.ends_with("</w:tbl>")) out_ += empty_paragraph;
                    break;
                case Step::Kind::last_section:
                    if (end_with_last_section()) at = step.jump - 1;
                    break;
            }
        }
    }

    std::size_t width_of(const Room& room) const {
        auto width = room.width;
        for (const auto& [condition, other] : room.others) {
            if (!values_.holds(program_.conditions[condition], turns_)) width += other;
        }
        return width;
    }

    // A break behind which nothing comes would open an empty page: the section that it ends is the
    // last one. Its paragraph stays, as the one with which a document must end.
    bool end_with_last_section() {
        if (!out_.ends_with(end_of_break)) return false;
        const auto begin = out_.rfind("<w:sectPr");
        if (begin == std::string::npos) return false;
        const auto end = out_.size() - end_of_break.size() + end_of_section.size();
        const auto section = out_.substr(begin, end - begin);
        out_.erase(begin, section.size());
        out_ += section;
        return true;
    }

    void repeat(const Step& step, std::uint32_t body) {
        const auto level = turns_.size();
        turns_.emplace_back();
        values_.each(program_.sources[step.at], turns_, [&](const Turn& turn) {
            if (is_full_) return;
            is_full_ = ++turns_taken_ > most_turns || given_ + out_.size() > longest;
            turns_[level] = turn;
            run(body, step.jump);
            if (out_.size() > piece && holding_ == 0) give();
        });
        turns_.pop_back();
    }

    // The end is kept: some steps look back at it.
    void give() {
        const auto size = out_.size() - kept;
        take_(std::string_view(out_).substr(0, size));
        out_.erase(0, size);
        given_ += size;
    }

    std::string_view text(const Step& step) {
        return values_.text(program_.accesses[step.at], turns_, room_);
    }

    const Program& program_;
    const Values& values_;
    const TakePiece& take_;
    Turns turns_;
    std::vector<std::uint64_t> ids_;
    std::uint64_t last_id_ = 0;
    std::uint64_t turns_taken_ = 0;
    bool is_full_ = false;
    int holding_ = 0;
    std::size_t given_ = 0;
    std::string room_;
    std::string out_;
};

}  // namespace

bool fill_in(const Program& program, const Values& values, const TakePiece& take) {
    return Filling(program, values, take).fill();
}

void append_xml(std::string& out, std::string_view text, std::string_view line_end) {
    std::size_t begin = 0;
    // What stands between two letters that cannot stay is appended at once.
    const auto replace = [&](std::size_t at, std::size_t size, std::string_view by) {
        out.append(text.substr(begin, at - begin));
        out.append(by);
        begin = at + size;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x40 && c != 0xef) continue;
        if (c == '&')
            replace(i, 1, "&amp;");
        else if (c == '<')
            replace(i, 1, "&lt;");
        else if (c == '>')
            replace(i, 1, "&gt;");
        else if (c == '"')
            replace(i, 1, "&quot;");
        else if (c == '\n')
            replace(i, 1, line_end);
        else if (c < 0x20 && c != '\t')
            replace(i, 1, "");
        // U+FFFE and U+FFFF are no characters.
        else if (text.substr(i, 3) == "\xef\xbf\xbe" || text.substr(i, 3) == "\xef\xbf\xbf") {
            replace(i, 3, "");
            i += 2;
        }
    }
    out.append(text.substr(begin));
}

}  // namespace nennep::render
