// Type: pieces of text shaped once, in units of the type size, and kept. An annex of a hundred
// thousand rows consists of a few thousand different words.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"
#include "render/pdf/styles.hpp"

typedef struct _cairo_font_face cairo_font_face_t;

namespace nennep::render {

struct Glyph {
    unsigned long index = 0;
    double x = 0;               // from the start of the piece
    double y = 0;               // upwards from the line
};

// Letters that belong together: so many bytes of text are so many glyphs.
struct Cluster {
    int bytes = 0;
    int glyphs = 0;
};

// What one font draws of a piece. Where Liberation Serif lacks a letter, another font helps out.
struct Run {
    cairo_font_face_t* font = nullptr;
    std::string text;
    std::vector<Glyph> glyphs = {};
    std::vector<Cluster> clusters = {};
};

struct Piece {
    Face face = Face::regular;
    std::string text;
    double width = 0;
    bool is_space = false;
    std::vector<Run> runs = {};
};

class Type {
public:
    // Throws Fault font.missing.
    explicit Type(Language language);
    ~Type();
    Type(const Type&) = delete;
    Type& operator=(const Type&) = delete;

    // The piece at the beginning of a text, which must not be empty: a run of letters, or a single
    // other ASCII character. Figures are never kerned, so that they stand in columns.
    const Piece& first_piece(Face face, std::string_view text);
    // A piece of exactly this text.
    const Piece& piece(Face face, std::string_view text);
    double width(Style style, std::string_view text);

private:
    struct Workshop;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Case {       // as printers had them: one for each face
        std::array<std::unique_ptr<Piece>, 128> ascii;
        std::unordered_map<std::string, Piece, Hash, std::equal_to<>> words;
    };

    Piece shape(Face face, std::string_view text);

    std::unique_ptr<Workshop> workshop_;
    std::array<Case, 3> cases_;
};

}  // namespace nennep::render
