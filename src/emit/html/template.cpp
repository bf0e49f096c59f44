// One pass over the template.
#include "emit/html/template.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace flowsim::emit {

void fill(std::string_view page_template, Markup& page, std::initializer_list<Filling> fillings) {
  constexpr std::string_view opening = "{{", closing = "}}";
  while (true) {
    const auto begin = page_template.find(opening);
    page.put_raw(page_template.substr(0, begin));
    if (begin == std::string_view::npos) return;
    page_template.remove_prefix(begin + opening.size());
    const auto end = std::min(page_template.find(closing), page_template.size());
    const auto name = page_template.substr(0, end);
    const auto* const filling = std::ranges::find(fillings, name, &Filling::first);
    if (filling == fillings.end()) throw std::logic_error("nothing fills " + std::string(name));
    filling->second();
    page_template.remove_prefix(std::min(end + closing.size(), page_template.size()));
  }
}

}  // namespace flowsim::emit
