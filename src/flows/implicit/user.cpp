// The user's transition table, and the few functions it names.
#include "flows/implicit/user.hpp"

#include <utility>

#include "flows/implicit/shell.hpp"
#include "oauth/checks.hpp"

namespace flowsim::flows::implicit {
namespace {

using namespace sim::machine;

/// What the user does next, decided once for each page; the guards only read it.
namespace decision {
constexpr std::string_view sign_in = "sign_in";
constexpr std::string_view grant = "grant";
constexpr std::string_view deny = "deny";
constexpr std::string_view leave = "leave";
constexpr std::string_view give_up = "give_up";
}  // namespace decision

/// The person: what they know, and how often they were refused.
struct User {
  const UserSettings& settings;
  Defences defences;
  std::string trusted_origin;
  Outbox outbox{};
  int attempts = 0;
};

struct Ready : State {};
struct AwaitingPage : State {};
struct CredentialsSent : State {};
struct ConsentGiven : State {};
struct ConsentDenied : State {};
struct GaveUp : State {};
struct Left : State {};
struct SawErrorPage : State {};

struct SignInWanted : Event<"sign_in_wanted"> {};
struct AuthenticationPrompt : Event<"authentication_prompt"> {};
struct ConsentPrompt : Event<"consent_prompt"> {};
struct ErrorPage : Event<"error_page"> {};

std::string_view answer_to_sign_in(const User& user, bool page_is_trusted) {
  if (!page_is_trusted || user.settings.leaves_at == LeavesAt::sign_in) return decision::leave;
  return user.attempts >= user.settings.patience ? decision::give_up : decision::sign_in;
}

std::string_view answer_to_consent(const User& user) {
  if (user.settings.leaves_at == LeavesAt::consent) return decision::leave;
  return user.settings.consent == ConsentAnswer::grant ? decision::grant : decision::deny;
}

Judging judge(User& user, const Incoming& incoming, std::string_view) {
  Judging judging{{}, incoming.id};
  if (incoming.message.kind == AuthenticationPrompt::kind) {
    auto [verdict, refused] = examine(
        sign_in_page_checks(),
        {incoming.message.parameters.value("address", Place::header).value_or(""), user.trusted_origin}, user.defences);
    judging.verdict = std::move(verdict);
    judging.verdict.decision = answer_to_sign_in(user, refused == nullptr);
  } else if (incoming.message.kind == ConsentPrompt::kind) {
    judging.verdict.decision = answer_to_consent(user);
  }
  return judging;
}

bool knows_the_password(const User&, const Dispatched& event) { return event.verdict.decision == decision::sign_in; }
bool agrees(const User&, const Dispatched& event) { return event.verdict.decision == decision::grant; }
bool disagrees(const User&, const Dispatched& event) { return event.verdict.decision == decision::deny; }
bool has_lost_interest(const User&, const Dispatched& event) { return event.verdict.decision == decision::leave; }
bool has_lost_patience(const User&, const Dispatched& event) { return event.verdict.decision == decision::give_up; }

void open_client(User& user, const Dispatched&) {
  user.outbox.send(Participant::user, Participant::client, 0, {"sign_in_request", {}});
}

void enter_credentials(User& user, const Dispatched&) {
  const bool mistyped = user.attempts++ < user.settings.mistypes;
  user.outbox.send(Participant::user, Participant::okta, 3,
                   {"authentication",
                    {{"username", user.settings.username},
                     {"password", mistyped ? "x" + user.settings.password : user.settings.password}}},
                   user.settings.think_time);
}

void answer_consent(User& user, std::string_view answer) {
  user.outbox.send(Participant::user, Participant::okta, 3, {"consent", {{"consent", std::string(answer)}}},
                   user.settings.think_time);
}
void grant_consent(User& user, const Dispatched&) { answer_consent(user, "granted"); }
void deny_consent(User& user, const Dispatched&) { answer_consent(user, "denied"); }

// clang-format off
struct Behaviour : Front<Behaviour, User> {
  using Front::Front;
  using initial_state = Ready;
  using transition_table = Table<
    //  in state         on event              go to            and do                 provided
    Row<Ready,           SignInWanted,         AwaitingPage,    Do<open_client>>,

    Row<AwaitingPage,    AuthenticationPrompt, CredentialsSent, Do<enter_credentials>, If<knows_the_password>>,
    Row<AwaitingPage,    AuthenticationPrompt, Left,            none,                  If<has_lost_interest>>,
    Row<AwaitingPage,    AuthenticationPrompt, GaveUp,          none,                  If<has_lost_patience>>,
    Row<AwaitingPage,    ConsentPrompt,        ConsentGiven,    Do<grant_consent>,     If<agrees>>,
    Row<AwaitingPage,    ConsentPrompt,        ConsentDenied,   Do<deny_consent>,      If<disagrees>>,
    Row<AwaitingPage,    ConsentPrompt,        Left,            none,                  If<has_lost_interest>>,
    Row<AwaitingPage,    ErrorPage,            SawErrorPage>,

    Row<CredentialsSent, AuthenticationPrompt, none,            Do<enter_credentials>, If<knows_the_password>>,
    Row<CredentialsSent, AuthenticationPrompt, Left,            none,                  If<has_lost_interest>>,
    Row<CredentialsSent, AuthenticationPrompt, GaveUp,          none,                  If<has_lost_patience>>,
    Row<CredentialsSent, ConsentPrompt,        ConsentGiven,    Do<grant_consent>,     If<agrees>>,
    Row<CredentialsSent, ConsentPrompt,        ConsentDenied,   Do<deny_consent>,      If<disagrees>>,
    Row<CredentialsSent, ConsentPrompt,        Left,            none,                  If<has_lost_interest>>,
    Row<CredentialsSent, ErrorPage,            SawErrorPage>,

    Row<ConsentGiven,    ErrorPage,            SawErrorPage>,
    Row<ConsentDenied,   ErrorPage,            SawErrorPage>>;
};
// clang-format on

using UserActor =
    Shell<Participant::user, User, Behaviour, SignInWanted, AuthenticationPrompt, ConsentPrompt, ErrorPage>;

}  // namespace

std::unique_ptr<Actor> make_user(const UserSettings& settings, Defences defences, std::string trusted_origin) {
  return std::make_unique<UserActor>(settings, defences, std::move(trusted_origin));
}

const Edges& user_edges() {
  static const Edges table = edges<Behaviour>();
  return table;
}

}  // namespace flowsim::flows::implicit
