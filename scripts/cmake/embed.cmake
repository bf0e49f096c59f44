# Puts text files into a program: `embed_files(MODULE NAMESPACE FOLDER FILE...)` gives the module a source file that
# defines, for each file such as `lesson.css`, the `std::string_view` `flowsim::MODULE::NAMESPACE::lesson_css`. It is
# made anew where one of the files has changed.

# A string literal has its bounds (the standard asks for 65,536 characters only): long texts are many literals.
function(as_literals text result)
  set(literals "")
  string(LENGTH "${text}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 16000 piece)
    string(APPEND literals "\n    R\"embedded(${piece})embedded\"")
    math(EXPR at "${at} + 16000")
  endwhile()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  set(source "// Made from text files by scripts/cmake/embed.cmake.\n#include \"${header}\"\n\nnamespace flowsim::${module}::${namespace} {\n\n")
  foreach(path IN LISTS files)
    file(READ "${path}" text)
    cmake_path(GET path FILENAME name)
    string(REPLACE "." "_" name "${name}")
    as_literals("${text}" literals)
    string(APPEND source "const std::string_view ${name} ={${literals}};\n\n")
  endforeach()
  file(WRITE "${output}" "${source}}  // namespace flowsim::${module}::${namespace}\n")
  return()
endif()

set(embed_script ${CMAKE_CURRENT_LIST_FILE})
function(embed_files module namespace folder)
  list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/${folder}/ OUTPUT_VARIABLE paths)
  set(output ${PROJECT_BINARY_DIR}/embedded/${namespace}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-Dfiles=${paths}" -Dmodule=${module} -Dnamespace=${namespace} -Dheader=${module}/html/${namespace}.hpp
            -Doutput=${output} -P ${embed_script}
    DEPENDS ${paths} ${embed_script}
    COMMENT "Embedding ${folder}"
    VERBATIM)
  target_sources(flowsim_${module} PRIVATE ${output})
endfunction()
