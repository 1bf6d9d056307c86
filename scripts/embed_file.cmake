# Writes the file IN as a C++ source OUT that defines nennep::embedded::SYMBOL.
file(READ "${IN}" text)
file(WRITE "${OUT}" "#include <string_view>
#pragma GCC diagnostic ignored \"-Woverlength-strings\"
namespace nennep::embedded {
extern const std::string_view ${SYMBOL};
const std::string_view ${SYMBOL} = R\"embedded(${text})embedded\";
}  // namespace nennep::embedded
")
