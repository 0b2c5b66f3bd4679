# SPDX-License-Identifier: EUPL-1.2
set(ENTRAIDE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Werror)

# entraide_library(NAME SOURCES ... DEPS ...) is every library of this project.
function(entraide_library name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${A_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE ${ENTRAIDE_WARNINGS})
  target_link_libraries(${name} PUBLIC ${A_DEPS})
endfunction()

# entraide_header_library(NAME DEPS ...) has headers only.
function(entraide_header_library name)
  cmake_parse_arguments(A "" "" "DEPS" ${ARGN})
  add_library(${name} INTERFACE)
  target_include_directories(${name} INTERFACE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} INTERFACE ${A_DEPS})
endfunction()

# entraide_program(NAME SOURCES ... DEPS ...) is a program that is shipped.
function(entraide_program name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_compile_options(${name} PRIVATE ${ENTRAIDE_WARNINGS})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${A_DEPS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endfunction()

# entraide_test(NAME SOURCES ... DEPS ... LABELS unit|db|...) links gtest's main; label `db` needs the PostgreSQL that
# tests/support/with-postgres starts.
function(entraide_test name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPS;LABELS" ${ARGN})
  add_executable(${name} ${A_SOURCES})
  target_compile_options(${name} PRIVATE ${ENTRAIDE_WARNINGS})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${A_DEPS} GTest::gmock_main)
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS "${A_LABELS}" TIMEOUT 120)
endfunction()

# entraide_story(NAME MODULE LABELS...) runs tests/MODULE (Python's unittest, Debian's own Python) on the shipped
# programs; it needs the PostgreSQL that tests/support/with-postgres starts.
function(entraide_story name module)
  add_test(NAME ${name} COMMAND /usr/bin/python3 -m unittest -v tests.${module} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS "${ARGN}" TIMEOUT 300
                       ENVIRONMENT "ENTRAIDE_BIN=${PROJECT_BINARY_DIR}/bin;PYTHONDONTWRITEBYTECODE=1")
endfunction()

# entraide_embed(NAME NAMESPACE FILE...) builds library NAME whose header `NAME.h`
# declares `NAMESPACE::Files()`: each file's path relative to the calling folder, and its bytes, sorted by path.
function(entraide_embed name namespace)
  set(out ${PROJECT_BINARY_DIR}/embed/${name})
  add_custom_command(
    OUTPUT ${out}.cc ${out}.h
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DNAMESPACE=${namespace} -DOUT=${out} "-DFILES=${ARGN}"
            -DFOLDER=${CMAKE_CURRENT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/Embed.cmake
    VERBATIM)
  add_library(${name} STATIC ${out}.cc ${out}.h)
  target_include_directories(${name} PUBLIC ${PROJECT_BINARY_DIR}/embed)
  target_link_libraries(${name} PUBLIC absl::strings)
endfunction()
