// Vietnamese text as people look for it and put it in order.
#pragma once
#include <string>
#include <string_view>

namespace nennep {

// Small letters, accents kept, composed: two spellings of one word are one. `text` must be UTF-8.
std::string small_letters(std::string_view text);
// Small letters without accents, đ as d: "Đặng" and "dang" are the same.
std::string without_accents(std::string_view text);

// Bytes that compare as a list of names is ordered in Viet Nam: by the given name, which stands
// last, then by the others from the front; letters as the alphabet has them (a ă â b … d đ e ê …),
// and among equal letters the tones: none, grave, hook, tilde, acute, dot below.
std::string order_of_name(std::string_view name);
// The same for what is read from its first word on: titles, names of organisations.
std::string order_of_title(std::string_view title);

}  // namespace nennep
