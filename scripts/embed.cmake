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
