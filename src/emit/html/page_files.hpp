// The files of `src/emit/page`, as the build has put them into the program.
#pragma once

#include <string_view>

#include "base/modules.hpp"

namespace flowsim::emit::page_files {

extern const std::string_view lesson_html;    ///< the page
extern const std::string_view scenario_html;  ///< one scenario of it
extern const std::string_view lesson_css;
extern const std::string_view run_js, picture_js, lesson_js;  ///< one script, in this order

}  // namespace flowsim::emit::page_files
