// Changes the head of an SVG file, whose texts cannot hold what is looked for: their quotes and brackets are escaped.
#include "emit/html/embedded_picture.hpp"

#include <ostream>
#include <streambuf>
#include <string_view>
#include <utility>

namespace flowsim::emit {
namespace {

constexpr std::string_view style_begin = "<style>", style_end = "</style>";

/// What stands in the quotes behind `before`, where that is first found.
std::string attribute(std::string_view head, std::string_view before) {
  const auto at = head.find(before);
  if (at == std::string_view::npos) return {};
  const auto value = head.substr(at + before.size());
  return std::string(value.substr(0, value.find('"')));
}

void replace_first(std::string& text, const std::string& before, const std::string& after) {
  if (const auto at = text.find(before); at != std::string::npos) text.replace(at, before.size(), after);
}

/// The head as it stands in a page, and what follows the style sheet.
std::string fit_for_page(std::string head, const std::string& id) {
  if (const auto begin = head.find(style_begin), end = head.find(style_end); begin < end && end != std::string::npos)
    head.erase(begin, end + style_end.size() - begin);
  const auto title = attribute(head, "aria-labelledby=\""), description = attribute(head, "aria-describedby=\"");
  for (const auto& [own, wanted] : {std::pair(title, id + "-title"), std::pair(description, id + "-desc")}) {
    replace_first(head, "=\"" + own + "\"", "=\"" + wanted + "\"");
    replace_first(head, " id=\"" + own + "\"", " id=\"" + wanted + "\"");
  }
  return head;
}

/// Holds what comes until the style sheet has ended; what follows goes on as it is.
class HeadHolder : public std::streambuf {
 public:
  HeadHolder(std::ostream& out, const std::string& id) : out_(out), id_(id) {}

  void finish() {
    if (!std::exchange(is_past_, true)) out_ << fit_for_page(std::move(head_), id_);
  }

 protected:
  int_type overflow(int_type letter) override {
    const char written = traits_type::to_char_type(letter);
    xsputn(&written, 1);
    return letter;
  }

  std::streamsize xsputn(const char* letters, std::streamsize count) override {
    if (is_past_) {
      out_.write(letters, count);
    } else {
      head_.append(letters, static_cast<std::size_t>(count));
      if (head_.find(style_end) != std::string::npos) finish();
    }
    return count;
  }

 private:
  std::ostream& out_;
  const std::string& id_;
  std::string head_;
  bool is_past_ = false;
};

}  // namespace

void embed_picture(std::ostream& out, const std::string& id, const std::function<void(std::ostream&)>& draw) {
  HeadHolder holder(out, id);
  std::ostream picture(&holder);
  draw(picture);
  holder.finish();
}

}  // namespace flowsim::emit
