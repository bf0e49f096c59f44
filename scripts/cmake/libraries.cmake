# The libraries flowsim stands on, linked statically where a static one is packaged: a process that has few shared
# libraries to load starts in half the time.

if(FLOWSIM_STATIC)
  find_library(static_crypto NAMES libcrypto.a NO_CACHE)
  find_library(static_json NAMES libboost_json.a NO_CACHE)
  find_library(static_url NAMES libboost_url.a NO_CACHE)
  find_library(static_yaml NAMES libyaml-cpp.a NO_CACHE)
  find_library(static_fmt NAMES libfmt.a NO_CACHE)
  find_library(utf8proc NAMES libutf8proc.a utf8proc REQUIRED NO_CACHE)
else()
  find_library(utf8proc NAMES utf8proc REQUIRED NO_CACHE)
  if(static_crypto)
    set(OPENSSL_USE_STATIC_LIBS ON)
  endif()
  if(static_json AND static_url)
    set(Boost_USE_STATIC_LIBS ON)
  endif()
endif()

find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)

# yaml-cpp's own target names the shared library even where the static one lies beside it.
add_library(flowsim_yaml INTERFACE)
if(static_yaml)
  target_include_directories(flowsim_yaml SYSTEM INTERFACE ${YAML_CPP_INCLUDE_DIR})
  target_link_libraries(flowsim_yaml INTERFACE ${static_yaml})
else()
  target_link_libraries(flowsim_yaml INTERFACE yaml-cpp)
endif()

# utf8proc comes without a description for CMake.
find_path(utf8proc_include utf8proc.h REQUIRED NO_CACHE)
add_library(flowsim_utf8proc INTERFACE)
target_include_directories(flowsim_utf8proc SYSTEM INTERFACE ${utf8proc_include})
target_link_libraries(flowsim_utf8proc INTERFACE ${utf8proc})

# Debian packages fmt only as a shared library, which brings the shared C++ runtime with it; header-only fmt costs every
# file three seconds. So its compiled part becomes one file of ours.
add_library(flowsim_fmt INTERFACE)
if(static_fmt OR NOT FLOWSIM_STATIC OR NOT fmt_VERSION MATCHES "^9\\.")
  target_link_libraries(flowsim_fmt INTERFACE fmt::fmt)
else()
  add_library(flowsim_fmt_compiled STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt.cpp)
  target_link_libraries(flowsim_fmt INTERFACE flowsim_fmt_compiled)
endif()
