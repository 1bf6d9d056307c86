#include "render/pdf/paper.hpp"

#include <cairo-pdf.h>

#include <array>
#include <new>

#include "base/result.hpp"
#include "render/pdf/type.hpp"

namespace nennep::render {
namespace {

std::string destination(unsigned list) { return "list-" + std::to_string(list); }

cairo_status_t append(void* to, const unsigned char* bytes, unsigned size) {
    try {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

}  // namespace

// Glyphs are gathered while the font stays the same: most of a page is one call.
struct Paper::Ink {
    std::string bytes;
    cairo_surface_t* surface;
    cairo_t* cairo;

    struct Font {
        cairo_font_face_t* face;
        double size;
        cairo_scaled_font_t* scaled;
    };
    std::vector<Font> fonts;            // there are few, and cairo is slower to find them
    cairo_font_face_t* font = nullptr;
    double size = 0;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;

    std::vector<const char*> open;
    std::array<int, 4> outline{CAIRO_PDF_OUTLINE_ROOT};     // the last entry of each level

    Ink()
        : surface(cairo_pdf_surface_create_for_stream(append, &bytes, paper_short, paper_long)),
          cairo(cairo_create(surface)) {
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    }
    ~Ink() {
        for (const auto& each : fonts) cairo_scaled_font_destroy(each.scaled);
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }

    void take_font(cairo_font_face_t* face, double wanted) {
        font = face;
        size = wanted;
        for (const auto& each : fonts) {
            if (each.face == face && each.size == size) return cairo_set_scaled_font(cairo, each.scaled);
        }
        cairo_set_font_face(cairo, face);
        cairo_set_font_size(cairo, size);
        fonts.push_back({face, size, cairo_scaled_font_reference(cairo_get_scaled_font(cairo))});
    }
};

Paper::Paper(Type& type) : type_(type), ink_(std::make_unique<Ink>()) { check(); }
Paper::~Paper() = default;

double Paper::width() const {
    return (turn_ == Turn::portrait ? paper_short : paper_long) - margin_left - margin_right;
}

double Paper::bottom() const {
    return (turn_ == Turn::portrait ? paper_long : paper_short) - margin_bottom;
}

void Paper::check() const {
    for (const auto status : {cairo_status(ink_->cairo), cairo_surface_status(ink_->surface)}) {
        if (status == CAIRO_STATUS_NO_MEMORY) throw std::bad_alloc();
        ensure(status == CAIRO_STATUS_SUCCESS, cairo_status_to_string(status));
    }
}

void Paper::put_text(Style style, std::string_view text, double x, double baseline) {
    while (!text.empty()) {
        const auto& piece = type_.first_piece(style.face, text);
        put(piece, style.size, x, baseline);
        x += piece.width * style.size;
        text.remove_prefix(piece.text.size());
    }
}

void Paper::next_page(Turn turn, std::string_view running_title) {
    flush();
    cairo_show_page(ink_->cairo);
    turn_ = turn;
    const bool upright = turn == Turn::portrait;
    cairo_pdf_surface_set_size(ink_->surface, upright ? paper_short : paper_long,
                               upright ? paper_long : paper_short);
    ++page_;
    check();
    const auto number = std::to_string(page_);
    const double middle = left() + (width() - type_.width(styles::page_number, number)) / 2;
    put_text(styles::page_number, number, middle, mm(13));
    put_text(styles::running_title, running_title,
             right() - type_.width(styles::running_title, running_title), mm(13));
    flush();
}

void Paper::put(const Piece& piece, double size, double x, double baseline) {
    auto& ink = *ink_;
    for (const auto& run : piece.runs) {
        if (run.font != ink.font || size != ink.size) {
            flush();
            ink.take_font(run.font, size);
        }
        ink.text += run.text;
        for (const auto& glyph : run.glyphs) {
            ink.glyphs.push_back({glyph.index, x + glyph.x * size, baseline - glyph.y * size});
        }
        for (const auto& cluster : run.clusters) ink.clusters.push_back({cluster.bytes, cluster.glyphs});
    }
}

void Paper::flush() {
    auto& ink = *ink_;
    if (ink.glyphs.empty()) return;
    cairo_show_text_glyphs(ink.cairo, ink.text.data(), static_cast<int>(ink.text.size()),
                           ink.glyphs.data(), static_cast<int>(ink.glyphs.size()), ink.clusters.data(),
                           static_cast<int>(ink.clusters.size()), cairo_text_cluster_flags_t{});
    ink.text.clear();
    ink.glyphs.clear();
    ink.clusters.clear();
}

void Paper::open(const char* name) {
    flush();
    cairo_tag_begin(ink_->cairo, name, "");
    ink_->open.push_back(name);
}

void Paper::open_link(unsigned list) {
    flush();
    cairo_tag_begin(ink_->cairo, CAIRO_TAG_LINK, ("dest='" + destination(list) + "'").c_str());
    ink_->open.push_back(CAIRO_TAG_LINK);
}

void Paper::close() {
    flush();
    ensure(!ink_->open.empty(), "every tag that is closed was opened");
    cairo_tag_end(ink_->cairo, ink_->open.back());
    ink_->open.pop_back();
}

void Paper::bookmark(int level, std::string_view title, double y) {
    auto& outline = ink_->outline;
    const auto at = static_cast<std::size_t>(level);
    const auto here = "page=" + std::to_string(page_) + " pos=[" + std::to_string(left()) + " " +
                      std::to_string(y) + "]";
    outline.at(at) = cairo_pdf_surface_add_outline(ink_->surface, outline.at(at - 1),
                                                   std::string(title).c_str(), here.c_str(),
                                                   cairo_pdf_outline_flags_t{});
    // What comes next below may be deeper by more than one: it hangs here.
    for (auto deeper = at + 1; deeper < outline.size(); ++deeper) outline[deeper] = outline[at];
}

void Paper::arrive(unsigned list, double y) {
    const auto place = "name='" + destination(list) + "' x=" + std::to_string(left()) +
                       " y=" + std::to_string(y);
    cairo_tag_begin(ink_->cairo, CAIRO_TAG_DEST, place.c_str());
    cairo_tag_end(ink_->cairo, CAIRO_TAG_DEST);
}

void Paper::rule(Point from, Point to, double thickness, double grey) {
    flush();
    cairo_set_source_rgb(ink_->cairo, grey, grey, grey);
    cairo_set_line_width(ink_->cairo, thickness);
    cairo_move_to(ink_->cairo, from.x, from.y);
    cairo_line_to(ink_->cairo, to.x, to.y);
    cairo_stroke(ink_->cairo);
    cairo_set_source_rgb(ink_->cairo, 0, 0, 0);
}

void Paper::grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    flush();
    auto* cairo = ink_->cairo;
    cairo_set_line_width(cairo, 0.4);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_SQUARE);
    for (const double y : ys) {
        cairo_move_to(cairo, xs.front(), y);
        cairo_line_to(cairo, xs.back(), y);
    }
    for (const double x : xs) {
        cairo_move_to(cairo, x, ys.front());
        cairo_line_to(cairo, x, ys.back());
    }
    cairo_stroke(cairo);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_BUTT);
}

void Paper::fill(const Box& box, Fill with) {
    flush();
    auto* cairo = ink_->cairo;
    const auto shape = [&] { cairo_rectangle(cairo, box.x, box.y, box.width, box.height); };
    const double grey = with == Fill::dark ? 0.25 : with == Fill::middle ? 0.55 : with == Fill::light ? 0.82 : 1;
    cairo_set_source_rgb(cairo, grey, grey, grey);
    shape();
    cairo_fill(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, 0.5);
    if (with == Fill::hatched) {
        constexpr double step = 3;
        cairo_save(cairo);
        shape();
        cairo_clip(cairo);
        for (double x = box.x - box.height; x < box.x + box.width; x += step) {
            cairo_move_to(cairo, x, box.y + box.height);
            cairo_line_to(cairo, x + box.height, box.y);
        }
        cairo_stroke(cairo);
        cairo_restore(cairo);
    }
    shape();
    cairo_stroke(cairo);
}

void Paper::polyline(const std::vector<Point>& points, Dash dash) {
    static constexpr std::array<std::array<double, 4>, 4> dashes{
        {{1, 0, 1, 0}, {6, 3, 6, 3}, {1.5, 2.5, 1.5, 2.5}, {7, 2.5, 1.5, 2.5}}};
    flush();
    auto* cairo = ink_->cairo;
    cairo_set_line_width(cairo, 1.1);
    if (dash != Dash::solid) cairo_set_dash(cairo, dashes[static_cast<std::size_t>(dash)].data(), 4, 0);
    for (const auto& point : points) cairo_line_to(cairo, point.x, point.y);
    cairo_stroke(cairo);
    cairo_set_dash(cairo, nullptr, 0, 0);
}

void Paper::mark(Point at, std::size_t n) {
    constexpr double half = 2.4;
    constexpr double turn = 6.283185307179586;
    flush();
    auto* cairo = ink_->cairo;
    const auto [x, y] = at;
    cairo_new_path(cairo);
    switch (n / 2 % 3) {
        case 0: cairo_arc(cairo, x, y, half, 0, turn); break;
        case 1: cairo_rectangle(cairo, x - half, y - half, 2 * half, 2 * half); break;
        default:
            cairo_move_to(cairo, x, y - half * 1.3);
            cairo_line_to(cairo, x + half * 1.2, y + half);
            cairo_line_to(cairo, x - half * 1.2, y + half);
            cairo_close_path(cairo);
    }
    const double grey = n % 2 == 0 ? 0 : 1;
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, 0.9);
    cairo_stroke(cairo);
}

std::string Paper::finish(const Properties& properties) {
    flush();
    ensure(ink_->open.empty(), "every tag is closed");
    const auto say = [&](cairo_pdf_metadata_t which, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(ink_->surface, which, value.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, properties.title);
    say(CAIRO_PDF_METADATA_AUTHOR, properties.author);
    say(CAIRO_PDF_METADATA_CREATE_DATE, properties.created);
    cairo_show_page(ink_->cairo);
    cairo_surface_finish(ink_->surface);
    check();
    return std::move(ink_->bytes);
}

}  // namespace nennep::render
