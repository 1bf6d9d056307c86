// The annex: the lists behind the figures, row by row, however many there are.
#pragma once
#include "render/pdf/paper.hpp"
#include "render/pdf/type.hpp"
#include "render/press.hpp"

namespace nennep::render {

// Starts on a new page. Lists that want more letters than fit are set on landscape pages.
void print_annex(Paper& paper, Type& type, const Copy& copy, const catalogue::Wording& wording);

}  // namespace nennep::render
