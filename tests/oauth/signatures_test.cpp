// Remembered signatures and verdicts say what fresh ones would say.
#include <gtest/gtest.h>

#include <string>

#include "oauth/crafted_key.hpp"
#include "oauth/keys.hpp"

namespace flowsim::oauth {
namespace {

TEST(SignatureMemory, FindsWhatWasRememberedLast) {
  SignatureMemory memory;
  EXPECT_EQ(memory.find({"key", "input"}), nullptr);
  memory.remember({"key", "input"}, "first");
  memory.remember({"key", "input"}, "second");
  ASSERT_NE(memory.find({"key", "input"}), nullptr);
  EXPECT_EQ(*memory.find({"key", "input"}), "second");
}

TEST(SignatureMemory, KeepsKeyAndInputApart) {
  SignatureMemory memory;
  memory.remember({"ab", "c"}, "result");
  EXPECT_EQ(memory.find({"a", "bc"}), nullptr);
  EXPECT_EQ(memory.find({"abc", ""}), nullptr);
  EXPECT_EQ(memory.find({"", "abc"}), nullptr);
  EXPECT_EQ(memory.find({"ab", "d"}), nullptr);
}

TEST(SignatureMemory, ForgetsAllWhenItIsFull) {
  SignatureMemory memory;
  for (int entry = 0; entry < 4096; ++entry) memory.remember({"key", std::to_string(entry)}, "result");
  EXPECT_NE(memory.find({"key", "0"}), nullptr);
  memory.remember({"key", "one more"}, "result");
  EXPECT_EQ(memory.find({"key", "0"}), nullptr);
  EXPECT_NE(memory.find({"key", "one more"}), nullptr);
}

TEST(SignatureMemory, HoldsAtMostSixteenMebibytes) {
  SignatureMemory memory;
  const std::string six(6 * 1024 * 1024, 'x');
  memory.remember({"a", six}, "result");
  memory.remember({"b", six}, "result");
  EXPECT_NE(memory.find({"a", six}), nullptr);
  memory.remember({"c", six}, "result");
  EXPECT_EQ(memory.find({"a", six}), nullptr);
  EXPECT_NE(memory.find({"c", six}), nullptr);
  memory.remember({"d", six + six + six}, "result");
  EXPECT_EQ(memory.find({"d", six + six + six}), nullptr);
  EXPECT_NE(memory.find({"c", six}), nullptr);
}

struct RememberedSignature : testing::Test {
  SignatureMemory memory;
  SigningKey key = SigningKey::okta(&memory);
  std::string signature = key.sign("input");

  bool verifies(const Jwk& public_key, std::string_view input, std::string_view with) {
    const bool first = verify_rs256(public_key, input, with, &memory);
    EXPECT_EQ(verify_rs256(public_key, input, with, &memory), first);
    EXPECT_EQ(verify_rs256(public_key, input, with), first);
    return first;
  }
};

TEST_F(RememberedSignature, Verifies) { EXPECT_TRUE(verifies(key.public_key(), "input", signature)); }

TEST_F(RememberedSignature, VerifiesNoOtherInput) {
  ASSERT_TRUE(verifies(key.public_key(), "input", signature));
  EXPECT_FALSE(verifies(key.public_key(), "inpux", signature));
  EXPECT_FALSE(verifies(key.public_key(), "", signature));
}

TEST_F(RememberedSignature, DoesNotVerifyWithTheBorderMoved) {
  ASSERT_TRUE(verifies(key.public_key(), "input", signature));
  EXPECT_FALSE(verifies(key.public_key(), "input" + signature, ""));
  EXPECT_FALSE(verifies(key.public_key(), "input" + signature.substr(0, 1), signature.substr(1)));
  EXPECT_FALSE(verifies(key.public_key(), "nput", signature + "i"));
  EXPECT_FALSE(verifies(key.public_key(), "", signature + "input"));
}

TEST_F(RememberedSignature, DoesNotVerifyUnderAnotherKeyOfTheSameName) {
  ASSERT_TRUE(verifies(key.public_key(), "input", signature));
  auto impostor = SigningKey::okta_next().public_key();
  impostor.kid = key.public_key().kid;
  EXPECT_FALSE(verifies(impostor, "input", signature));
}

TEST_F(RememberedSignature, DoesNotVerifyUnderAnotherExponentOrPurpose) {
  ASSERT_TRUE(verifies(key.public_key(), "input", signature));
  auto changed = key.public_key();
  changed.e = "Aw";
  EXPECT_FALSE(verifies(changed, "input", signature));
  changed.e = "AQAB" + changed.n.substr(0, 4);
  changed.n = changed.n.substr(4);
  EXPECT_FALSE(verifies(changed, "input", signature));
  changed = key.public_key();
  changed.alg = "RS512";
  EXPECT_FALSE(verifies(changed, "input", signature));
}

TEST_F(RememberedSignature, VerifiesUnderItsKeyWhateverItIsCalled) {
  auto renamed = key.public_key();
  renamed.kid = "renamed";
  EXPECT_TRUE(verifies(renamed, "input", signature));
}

TEST_F(RememberedSignature, IsNotTakenForAVerdictNorAVerdictForIt) {
  EXPECT_FALSE(verifies(key.public_key(), "5:inputvalid", std::string(256, 'x')));
  EXPECT_EQ(key.sign("256:" + signature + "input"), SigningKey::okta().sign("256:" + signature + "input"));
}

TEST_F(RememberedSignature, StaysWrongWhenItWasWrongFirst) {
  const std::string wrong(256, 'x');
  EXPECT_FALSE(verifies(key.public_key(), "input", wrong));
  EXPECT_TRUE(verifies(key.public_key(), "input", signature));
  EXPECT_FALSE(verifies(key.public_key(), "input", wrong));
}

}  // namespace
}  // namespace flowsim::oauth
