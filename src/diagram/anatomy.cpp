// Each value is opened as far as its kind is known.
#include "diagram/anatomy.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "diagram/parameter_meanings.hpp"
#include "diagram/secrets.hpp"
#include "oauth/jwt.hpp"
#include "wire/url.hpp"

namespace flowsim::diagram {
namespace {

constexpr std::string_view never_sent = "stays in the browser: it is never sent to a server (RFC 9110 §7.1)";
constexpr std::string_view not_verified = "decoded, which proves nothing: only its signature does (RFC 7519 §7.2)";

/// What a parameter or a claim means: the row whose place fits, else the row of that name if there is only one.
std::string meaning_of(std::string_view name, std::string_view place) {
  const auto in_words = [](const ParameterMeaning& row) { return fmt::format("{} ({})", row.meaning, row.clause); };
  const ParameterMeaning* only = nullptr;
  int count = 0;
  for (const auto& row : parameter_meanings()) {
    if (row.name != name) continue;
    if (!place.empty() && row.where.find(place) != std::string_view::npos) return in_words(row);
    only = &row;
    ++count;
  }
  return count == 1 && !place.starts_with("claim") ? in_words(*only) : std::string();
}

/// Where the interaction's parameters stand in the table of meanings.
std::string_view place_of(int interaction) {
  switch (interaction) {
    case 1:
      return "authorization request";
    case 4:
      return "okta to client";
    case 5:
      return "resource request";
    case 6:
      return "app to client";
    default:
      return "";
  }
}

class Surgeon {
 public:
  Surgeon(int interaction, const AnatomyOptions& options) : place_(place_of(interaction)), options_(options) {}

  Part parameter(std::string_view name, std::string_view value) const {
    Part part{std::string(name), shown_value(name, value, options_.show_tokens), meaning_of(name, place_), {}};
    constexpr std::string_view bearer = "Bearer ";
    const auto token = value.starts_with(bearer) ? value.substr(bearer.size()) : value;
    if (std::ranges::count(token, '.') == 2) add_token(part, token);
    return part;
  }

  Part address(std::string_view url) const {
    Part part{"address", shown_address(url, options_.show_tokens), "", {}};
    const auto parts = split_url(url);
    if (!parts) return part;
    part.parts.push_back({"scheme", std::string(parts->scheme), "", {}});
    part.parts.push_back({"authority", std::string(parts->authority), "", {}});
    part.parts.push_back({"path", std::string(parts->path), "", {}});
    if (parts->has_query)
      part.parts.push_back({"query", "", "sent to the server", parameters(decode_form(parts->query))});
    if (parts->has_fragment)
      part.parts.push_back({"fragment", "", std::string(never_sent), parameters(decode_form(parts->fragment))});
    return part;
  }

  std::vector<Part> parameters(const Parameters& all) const {
    std::vector<Part> parts;
    for (const auto& [name, value, place] : all)
      if (!name.starts_with(':')) parts.push_back(parameter(name, value));
    return parts;
  }

  void add_headers(std::vector<Part>& parts, const Parameters& headers) const {
    for (const auto& [name, value, place] : headers) {
      if (split_url(value)) {
        parts.push_back(address(value));
        parts.back().name = name;
      } else {
        parts.push_back(parameter(name, value));
        parts.back().value = shown_header(name, value, options_.show_tokens);
      }
    }
  }

  void add_content(std::vector<Part>& parts, const Parameters& headers, const std::string& body) const {
    if (body.empty()) return;
    const auto type = header(headers, "Content-Type").value_or(std::string_view());
    if (type.starts_with("application/x-www-form-urlencoded"))
      parts.push_back({"content", "", "a form", parameters(decode_form(body))});
    else
      parts.push_back({"content", shown_prose(body, options_.show_tokens), "", {}});
  }

 private:
  static Part members(std::string_view name, const Claims& claims, std::string_view place) {
    Part part{std::string(name), "", "", {}};
    for (const auto& [member, value] : claims)
      part.parts.push_back({member, claims.shown(member).value_or(""), meaning_of(member, place), {}});
    return part;
  }

  void add_token(Part& part, std::string_view compact) const {
    const auto token = decode_jwt(compact);
    if (!token) return;
    part.remark = part.remark.empty() ? std::string(not_verified) : fmt::format("{}; {}", part.remark, not_verified);
    part.parts.push_back(members("header", token->header, "header"));
    part.parts.push_back(members("claims", token->claims, "claim"));
    part.parts.push_back({"signature", fmt::format("{} bytes", token->signature.size()), "", {}});
  }

  const std::string_view place_;
  const AnatomyOptions options_;
};

class LegSurgeon {
 public:
  explicit LegSurgeon(const Surgeon& surgeon) : surgeon_(surgeon) {}

  std::vector<Part> operator()(const HttpRequest& request) const {
    std::vector<Part> parts{{"method", request.method, "", {}}, surgeon_.address(request.url)};
    surgeon_.add_headers(parts, request.headers);
    surgeon_.add_content(parts, request.headers, request.body);
    return parts;
  }

  std::vector<Part> operator()(const HttpResponse& response) const {
    std::vector<Part> parts{{"status", fmt::format("{} {}", response.status, reason_phrase(response.status)), "", {}}};
    surgeon_.add_headers(parts, response.headers);
    surgeon_.add_content(parts, response.headers, response.body);
    return parts;
  }

  std::vector<Part> operator()(const BrowserAction& action) const {
    std::vector<Part> parts{{"action", action.verb, "", {}}};
    if (!action.url.empty()) parts.push_back(surgeon_.address(action.url));
    if (!action.fields.empty()) parts.push_back({"fields", "", "", surgeon_.parameters(action.fields)});
    return parts;
  }

 private:
  const Surgeon& surgeon_;
};

}  // namespace

std::vector<Part> anatomy_of(const MessageRecord& record, const AnatomyOptions& options) {
  const auto& message = record.as_travelled();
  return Surgeon(record.envelope.interaction, options).parameters(message.parameters);
}

std::vector<Part> anatomy_of(const LegRecord& record, int interaction, const AnatomyOptions& options) {
  const Surgeon surgeon(interaction, options);
  return std::visit(LegSurgeon(surgeon), record.leg.payload);
}

}  // namespace flowsim::diagram
