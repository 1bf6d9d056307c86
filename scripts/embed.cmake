# nennep_embed(target symbol file): the bytes of `file` as `extern const std::string_view symbol`
# in namespace nennep::embedded. Made of plain C++, so that no other tool is needed.
function(nennep_embed target symbol file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
  get_filename_component(path ${file} ABSOLUTE)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DIN=${path} -DOUT=${out} -DSYMBOL=${symbol}
            -P ${PROJECT_SOURCE_DIR}/scripts/embed_file.cmake
    DEPENDS ${path} ${PROJECT_SOURCE_DIR}/scripts/embed_file.cmake)
  target_sources(${target} PRIVATE ${out})
endfunction()

# nennep_embed_bytes(target symbol file): the same for a file of any bytes and size, which the assembler takes
# as it is: a compiler is slow with long literals. `file` may be one that the build makes; empty: no bytes.
function(nennep_embed_bytes target symbol file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cpp)
  if(file STREQUAL "")
    file(CONFIGURE OUTPUT ${out} CONTENT "#include <string_view>
namespace nennep::embedded {
extern const std::string_view ${symbol};
const std::string_view ${symbol};
}  // namespace nennep::embedded
")
  else()
    file(CONFIGURE OUTPUT ${out} CONTENT "#include <string_view>
asm(R\"(
    .section .rodata
    .balign 16
    .hidden nennep_embedded_${symbol}
    .global nennep_embedded_${symbol}
nennep_embedded_${symbol}:
    .incbin \"${file}\"
    .hidden nennep_embedded_${symbol}_end
    .global nennep_embedded_${symbol}_end
nennep_embedded_${symbol}_end:
    .byte 0
    .text
)\");
extern \"C\" {
extern const char nennep_embedded_${symbol}[] __attribute__((visibility(\"hidden\")));
extern const char nennep_embedded_${symbol}_end[] __attribute__((visibility(\"hidden\")));
}
namespace nennep::embedded {
extern const std::string_view ${symbol};
const std::string_view ${symbol}(nennep_embedded_${symbol},
    static_cast<std::size_t>(nennep_embedded_${symbol}_end - nennep_embedded_${symbol}));
}  // namespace nennep::embedded
")
    set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS ${file})
  endif()
  target_sources(${target} PRIVATE ${out})
endfunction()
