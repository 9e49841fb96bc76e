# LLVM for our modules, installed or bundled.
add_library(llvm_headers INTERFACE)
target_include_directories(llvm_headers SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_compile_definitions(llvm_headers INTERFACE ${LLVM_DEFINITIONS})

# option_table(MODULE NAME): TableGen turns NAME.td of the current folder into NAME.inc for the module's own sources.
list(TRANSFORM LLVM_INCLUDE_DIRS PREPEND "-I" OUTPUT_VARIABLE table_includes)
function(option_table module name)
  set(inc "${CMAKE_CURRENT_BINARY_DIR}/${name}.inc")
  add_custom_command(OUTPUT ${inc}
    COMMAND ${LLVM_TBLGEN} -gen-opt-parser-defs ${table_includes} -o ${inc} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.td
    DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}.td
    COMMENT "Option table ${name}.td")
  add_custom_target(${name}Table DEPENDS ${inc})
  add_dependencies(${module} ${name}Table)
  target_sources(${module} PRIVATE ${inc})
  target_include_directories(${module} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
