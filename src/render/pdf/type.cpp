#include "render/pdf/type.hpp"

#include <pango/pangocairo.h>

#include <algorithm>

#include "base/result.hpp"

namespace nennep::render {
namespace {

constexpr const char* family = "Liberation Serif";
// Shaped at one large size, without hints: widths grow with the size and are never rounded.
constexpr double em = 1000;

struct Free {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(PangoGlyphString* glyphs) const { pango_glyph_string_free(glyphs); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class Thing>
using Held = std::unique_ptr<Thing, Free>;

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

Held<PangoFontDescription> described(Face face) {
    Held<PangoFontDescription> description(pango_font_description_new());
    pango_font_description_set_family(description.get(), family);
    pango_font_description_set_weight(description.get(),
                                      face == Face::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(),
                                     face == Face::italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description.get(), em * PANGO_SCALE);
    return description;
}

double in_em(int units) { return units / (em * PANGO_SCALE); }

// Where a cluster ends: at the next glyph of another one. What does not run from left to right is
// one cluster as a whole: it is copied out as it was written.
std::vector<Cluster> clusters_of(const PangoGlyphString& shaped, int bytes) {
    const auto* begin = shaped.log_clusters;
    const auto* end = begin + shaped.num_glyphs;
    if (!std::is_sorted(begin, end) || shaped.num_glyphs == 0 || *begin != 0) {
        return {{bytes, shaped.num_glyphs}};
    }
    std::vector<Cluster> all;
    for (const auto* at = begin; at != end;) {
        const auto* next = std::upper_bound(at, end, *at);
        all.push_back({(next == end ? bytes : *next) - *at, static_cast<int>(next - at)});
        at = next;
    }
    return all;
}

}  // namespace

struct Type::Workshop {
    Held<PangoFontMap> map{pango_cairo_font_map_new()};
    Held<PangoContext> context{pango_font_map_create_context(map.get())};
    std::array<Held<PangoAttrList>, 3> attributes;
    std::vector<cairo_font_face_t*> fonts;      // Pango may drop its own at any time

    ~Workshop() {
        for (auto* font : fonts) cairo_font_face_destroy(font);
    }

    cairo_font_face_t* keep(PangoFont* font) {
        auto* face = cairo_scaled_font_get_font_face(
            pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
        if (std::find(fonts.begin(), fonts.end(), face) == fonts.end()) {
            fonts.push_back(cairo_font_face_reference(face));
        }
        return face;
    }

    explicit Workshop(Language language) {
        const Held<cairo_font_options_t> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options.get());
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        pango_context_set_language(context.get(),
                                   pango_language_from_string(language == Language::vi ? "vi" : "en"));
        for (const auto face : {Face::regular, Face::bold, Face::italic}) {
            const auto description = described(face);
            require(*description);
            auto& list = attributes[static_cast<std::size_t>(face)];
            list.reset(pango_attr_list_new());
            pango_attr_list_insert(list.get(), pango_attr_font_desc_new(description.get()));
            // Without ligatures each letter can be marked and copied alone.
            pango_attr_list_insert(list.get(), pango_attr_font_features_new("liga=0"));
        }
    }

    // Fontconfig never says no: it gives the next best family instead.
    void require(const PangoFontDescription& wanted) const {
        const Held<PangoFont> font(pango_font_map_load_font(map.get(), context.get(), &wanted));
        bool same = false;
        if (font) {
            const Held<PangoFontDescription> got(pango_font_describe(font.get()));
            same = std::string_view(pango_font_description_get_family(got.get())) == family &&
                   pango_font_description_get_weight(got.get()) ==
                       pango_font_description_get_weight(&wanted) &&
                   pango_font_description_get_style(got.get()) == pango_font_description_get_style(&wanted);
        }
        if (!same) throw Fault("font.missing", family);
    }
};

Type::Type(Language language) : workshop_(std::make_unique<Workshop>(language)) {}
Type::~Type() = default;

Piece Type::shape(Face face, std::string_view text) {
    Piece piece{.face = face, .text = std::string(text), .is_space = text == " "};
    auto* items = pango_itemize_with_base_dir(workshop_->context.get(), PANGO_DIRECTION_LTR,
                                              piece.text.c_str(), 0, static_cast<int>(text.size()),
                                              workshop_->attributes[static_cast<std::size_t>(face)].get(),
                                              nullptr);
    const Held<PangoGlyphString> shaped(pango_glyph_string_new());
    for (const auto* link = items; link != nullptr; link = link->next) {
        auto* item = static_cast<PangoItem*>(link->data);
        const auto part = std::string_view(piece.text).substr(static_cast<std::size_t>(item->offset),
                                                              static_cast<std::size_t>(item->length));
        pango_shape_full(part.data(), item->length, piece.text.c_str(), static_cast<int>(text.size()),
                         &item->analysis, shaped.get());
        Run run{.font = workshop_->keep(item->analysis.font), .text = std::string(part)};
        run.clusters = clusters_of(*shaped, item->length);
        for (int i = 0; i < shaped->num_glyphs; ++i) {
            const auto& glyph = shaped->glyphs[i];
            // A letter that no font has is a box (glyph 0); what is not to be seen, a blank.
            const bool seen = (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
            const auto index = glyph.glyph == PANGO_GLYPH_EMPTY ? first_piece(face, " ").runs[0].glyphs[0].index
                               : seen                           ? glyph.glyph
                                                                : 0;
            run.glyphs.push_back({index, piece.width + in_em(glyph.geometry.x_offset),
                                  -in_em(glyph.geometry.y_offset)});
            piece.width += in_em(glyph.geometry.width);
        }
        piece.runs.push_back(std::move(run));
        pango_item_free(item);
    }
    g_list_free(items);
    return piece;
}

const Piece& Type::first_piece(Face face, std::string_view text) {
    if (!is_letter(text.front())) {
        const char c = text.front() < ' ' ? ' ' : text.front();
        auto& known = cases_[static_cast<std::size_t>(face)].ascii[static_cast<std::size_t>(c)];
        if (!known) known = std::make_unique<Piece>(shape(face, {&c, 1}));
        return *known;
    }
    const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
    return piece(face, {text.begin(), end});
}

const Piece& Type::piece(Face face, std::string_view text) {
    auto& words = cases_[static_cast<std::size_t>(face)].words;
    const auto known = words.find(text);
    if (known != words.end()) return known->second;
    auto shaped = shape(face, text);
    return words.emplace(text, std::move(shaped)).first->second;
}

double Type::width(Style style, std::string_view text) {
    double width = 0;
    while (!text.empty()) {
        const auto& next = first_piece(style.face, text);
        width += next.width;
        text.remove_prefix(next.text.size());
    }
    return width * style.size;
}

}  // namespace nennep::render
