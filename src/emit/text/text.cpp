// The text format, from its first line to its last.
#include <fmt/core.h>

#include "base/text.hpp"
#include "diagram/prose.hpp"
#include "emit/text/text_page.hpp"
#include "emit/text/text_parts.hpp"
#include "emit/writers.hpp"

namespace flowsim::emit {
namespace {

void write_heading(TextPage& page) {
  const auto& header = page.trace.header;
  page.spread(header.title, Ink::strong,
              fmt::format("seed {} · {} profile · {} {}", header.seed, header.profile, header.faults,
                          header.faults == 1 ? "fault" : "faults"));
  page.line(legacy_sentence);
  if (!header.disabled_checks.empty()) page.sentence("switched off  ", join(header.disabled_checks, ", "), Ink::bad);
  if (!header.teaches.empty()) page.sentence("teaches       ", header.teaches);
  if (!header.references.empty()) page.sentence("references    ", join(header.references, ", "));
  page.gap();
}

}  // namespace

void write_text(const Trace& trace, const EmitOptions& options, std::ostream& out) {
  TextPage page(trace, options, out);
  write_heading(page);
  if (options.detail == Detail::overview)
    write_overview(page);
  else
    write_messages(page);
  write_ending(page);
}

}  // namespace flowsim::emit
