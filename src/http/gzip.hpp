// Packing what is sent.
#pragma once
#include <string>
#include <string_view>

namespace nennep::http {

std::string gzipped(std::string_view bytes);

}  // namespace nennep::http
