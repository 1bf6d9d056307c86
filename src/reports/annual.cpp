#include "reports/annual.hpp"

#include <algorithm>
#include <map>

#include "catalogue/wording.hpp"
#include "reports/figures.hpp"
#include "reports/issuer.hpp"
#include "reports/lists.hpp"
#include "reports/words.hpp"

namespace nennep::reports {
namespace {

using catalogue::Block;
using catalogue::Catalogue;
using catalogue::Figure;
using catalogue::Report;
using catalogue::ReportRequest;
using catalogue::Span;

// Says what the words say of one organisation and year.
class Telling {
public:
    Telling(const Catalogue& catalogue, const world::World& world, const ReportRequest& request)
        : catalogue_(catalogue),
          world_(world),
          request_(request),
          wording_(catalogue, request.language),
          sheet_(catalogue, world, request),
          issuer_(catalogue, world, request) {}

    Result<Report, Refusals> tell(const Words& words) {
        report_.title = text_of(words.title);
        report_.organisation = request_.organisation;
        report_.year = request_.year;
        report_.structure = request_.structure;
        report_.head = world_.head;
        report_.as_known = request_.as_known;
        report_.previous_by_this_years_tree = sheet_.previous_by_this_years_tree();
        for (const auto& statement : words.statements) add(statement);
        auto letterhead = issuer_.numbered(letterhead_of(words));
        if (!letterhead) {
            Refusals refusals;
            refusals.add(letterhead.error());
            return refusals;
        }
        report_.letterhead = std::move(*letterhead);
        const auto lists = std::make_shared<const Lists>(catalogue_, world_, request_, sheet_.question());
        if (request_.annex != ReportRequest::Annex::none) number(lists->annex(mentioned_));
        report_.list_of = [lists](const Figure& figure) { return lists->list_of(figure); };
        for (const auto& figure : catalogue_.figures()) {
            if (!figure.about_figures) report_.figures.push_back(line_of(figure));
        }
        return std::move(report_);
    }

private:
    catalogue::Letterhead letterhead_of(const Words& words) {
        catalogue::Letterhead letterhead;
        letterhead.year = request_.year + 1;        // a year's report is signed in the next one
        for (const auto& [name, pieces] : words.letterhead) set(letterhead, name, text_of(pieces));
        const auto& own = request_.letterhead;
        const bool has_recipients = std::any_of(own.begin(), own.end(), [](const auto& part) {
            return part.first == "recipient";
        });
        if (has_recipients) letterhead.recipients.clear();
        for (const auto& [name, text] : own) set(letterhead, name, text);
        return letterhead;
    }

    static void set(catalogue::Letterhead& letterhead, std::string_view name, const std::string& text) {
        if (name == "kind") letterhead.kind = capitals(text);
        if (name == "superior") letterhead.superior = capitals(text);
        if (name == "issuer") letterhead.issuer = capitals(text);
        if (name == "symbol") letterhead.symbol = text;
        if (name == "place") letterhead.place = text;
        if (name == "authority") letterhead.authority = capitals(text);
        if (name == "post") letterhead.post = capitals(text);
        if (name == "signer") letterhead.signer = text;
        if (name == "recipient") letterhead.recipients.push_back(text);
    }

    void add(const Statement& statement) {
        Block block{.kind = statement.kind};
        block.spans = spans_of(statement.pieces);
        for (const auto& span : block.spans) block.text += span.text;
        switch (statement.kind) {
            case Block::Kind::heading:
            case Block::Kind::subheading: break;
            case Block::Kind::paragraph:
                if (block.text.find_first_not_of(' ') == std::string::npos) return;
                break;
            case Block::Kind::figures:
                for (const auto* figure : statement.figures) {
                    mention(*figure);
                    block.lines.push_back(sheet_.line(*figure));
                }
                break;
            case Block::Kind::targets:
                for (const auto& figure : catalogue_.figures()) {
                    if (auto line = sheet_.next_year(figure)) block.lines.push_back(std::move(*line));
                }
                break;
            case Block::Kind::months:
                for (const auto* figure : statement.figures) {
                    block.lines.push_back(sheet_.line(*figure));
                    block.by_month.push_back(sheet_.by_month(*figure));
                }
                if (!shows_anything(block)) return;
                break;
            case Block::Kind::progress:
                add_targets_of_this_year(block, statement);
                if (block.lines.empty()) return;
                break;
        }
        report_.blocks.push_back(std::move(block));
    }

    static bool shows_anything(const Block& months) {
        for (const auto& values : months.by_month) {
            for (const auto& value : values) {
                if (value && value->units != 0) return true;
            }
        }
        return false;
    }

    // The figures named, or all; those that have a target this year.
    void add_targets_of_this_year(Block& block, const Statement& statement) {
        auto figures = statement.figures;
        if (figures.empty()) {
            for (const auto& figure : catalogue_.figures()) figures.push_back(&figure);
        }
        for (const auto* figure : figures) {
            if (figure->about_figures) continue;
            if (const auto& line = sheet_.line(*figure); line.target) block.lines.push_back(line);
        }
    }

    std::string text_of(const Pieces& pieces) {
        std::string text;
        for (const auto& span : spans_of(pieces)) text += span.text;
        return text;
    }

    std::vector<Span> spans_of(const Pieces& pieces) {
        std::vector<Span> spans;
        say(pieces, spans);
        if (!spans.empty() && spans.back().text.ends_with(' ')) spans.back().text.pop_back();
        return spans;
    }

    void say(const Pieces& pieces, std::vector<Span>& spans) {
        // Choices that say nothing leave blanks on both sides: one is kept between words, none in front.
        const auto put = [&](std::string_view text) {
            const bool follows_blank = spans.empty() || spans.back().text.ends_with(' ');
            if (follows_blank && text.starts_with(' ')) text.remove_prefix(1);
            if (text.empty()) return;
            if (spans.empty() || spans.back().figure != nullptr) spans.push_back({});
            spans.back().text += text;
        };
        for (const auto& piece : pieces) {
            switch (piece.kind) {
                case Piece::Kind::text: put(piece.text); break;
                case Piece::Kind::field: put(field(piece.text)); break;
                case Piece::Kind::figure: {
                    const auto& line = sheet_.line(*piece.figure);
                    const auto text = wording_.part(line, piece.text).value();
                    if (!piece.text.empty()) {
                        put(text);
                        const auto which = catalogue::Wording::number_told(line, piece.text);
                        if (!which.empty()) {
                            auto& into = spans.back();
                            into.numbers.push_back({into.text.size() - text.size(), text.size(), piece.figure, which});
                        }
                        break;
                    }
                    mention(*piece.figure);
                    spans.push_back({.text = text, .figure = piece.figure});
                    break;
                }
                case Piece::Kind::choice:
                    if (catalogue::holds(piece.text, sheet_.line(*piece.figure)).value()) say(piece.inner, spans);
                    break;
            }
        }
    }

    std::string field(std::string_view name) const {
        if (name == "year") return std::to_string(request_.year);
        if (name == "previous_year") return std::to_string(request_.year - 1);
        if (name == "next_year") return std::to_string(request_.year + 1);
        if (name == "organisation") return issuer_.organisation();
        if (name == "committee") return issuer_.committee();
        if (name == "superior") return issuer_.superior();
        if (name == "signing_body") return issuer_.signing_body();
        ensure(name == "committee_symbol", "every field of the words has a value");
        return issuer_.committee_symbol();
    }

    void mention(const Figure& figure) {
        const bool known = std::find(mentioned_.begin(), mentioned_.end(), &figure) != mentioned_.end();
        if (!known) mentioned_.push_back(&figure);
    }

    // Puts the numbers of the lists where their figures stand.
    void number(std::vector<catalogue::List> lists) {
        report_.lists = std::move(lists);
        for (const auto* figure : mentioned_) {
            list_numbers_[figure] = list_number(catalogue_, report_.lists, *figure);
        }
        for (auto& block : report_.blocks) {
            for (auto& span : block.spans) {
                if (span.figure != nullptr) span.list = list_numbers_[span.figure];
            }
            for (auto& line : block.lines) line.list = list_numbers_[line.figure];
        }
    }

    catalogue::FigureLine line_of(const Figure& figure) {
        auto line = sheet_.line(figure);
        if (const auto found = list_numbers_.find(&figure); found != list_numbers_.end()) line.list = found->second;
        return line;
    }

    const Catalogue& catalogue_;
    const world::World& world_;
    const ReportRequest& request_;
    catalogue::Wording wording_;
    FigureSheet sheet_;
    Issuer issuer_;
    Report report_;
    std::vector<const Figure*> mentioned_;      // in order of first mention
    std::map<const Figure*, unsigned> list_numbers_;
};

}  // namespace

Result<Report, Refusals> annual(const Catalogue& catalogue, const world::World& world,
                                const ReportRequest& request) {
    const auto words = request.words_name.empty()
                           ? read_words(catalogue, own_words(request.language), "")
                           : read_words(catalogue, request.words, request.words_name);
    if (!words) return words.error();
    Refusals refusals;
    for (const auto& [name, text] : request.letterhead) {
        if (is_letterhead_part(name)) continue;
        refusals.add(unknown_name("template.unknown_letterhead", name, letterhead_parts(), "--set"));
    }
    if (refusals) return refusals;
    return Telling(catalogue, world, request).tell(*words);
}

}  // namespace nennep::reports
