// The product's own template, made of the XML in template/.
#pragma once
#include "base/text.hpp"
#include "render/docx/package.hpp"

namespace nennep::render {

Parts own_template(Language language);

}  // namespace nennep::render
