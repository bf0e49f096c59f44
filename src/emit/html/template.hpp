// Pages are templates, text files of this repository, with places to be filled.
#pragma once

#include <functional>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "emit/html/markup.hpp"

namespace flowsim::emit {

/// A place by its name, and what writes its content.
using Filling = std::pair<std::string_view, std::function<void()>>;

/// Writes the template and, in the place of each `{{name}}`, the filling of that name. What a filling writes is not
/// looked at again. A place without a filling is an error of ours: `std::logic_error`.
void fill(std::string_view page_template, Markup& page, std::initializer_list<Filling> fillings);

}  // namespace flowsim::emit
