// OpenSSL's objects with owners, and its error queue kept clean.
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

#include "base/modules.hpp"

namespace flowsim::oauth::openssl {

/// Calls an OpenSSL function where an owner must give its object back.
template <auto Free>
struct FreeWith {
  template <class Object>
  void operator()(Object* object) const {
    Free(object);
  }
};

using Number = std::unique_ptr<BIGNUM, FreeWith<BN_clear_free>>;
using Memory = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD, FreeWith<EVP_MD_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreeWith<OSSL_PARAM_BLD_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, FreeWith<OSSL_PARAM_free>>;

/// Sets OpenSSL up, before anything else of it is called. The machine's configuration file is not read: no run may
/// depend on it. Nor is everything freed when the process ends: that takes longer than a signature, and the system does
/// it.
inline void set_up() {
  static const int done = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT, nullptr);
  static_cast<void>(done);
}

/// Takes back what OpenSSL puts into this thread's error queue during its life.
class SilentErrors {
 public:
  SilentErrors() {
    set_up();
    ERR_set_mark();
  }
  ~SilentErrors() { ERR_pop_to_mark(); }
  SilentErrors(const SilentErrors&) = delete;
  SilentErrors& operator=(const SilentErrors&) = delete;
};

/// SHA-256.
inline const EVP_MD* sha256() {
  static const Digest digest = [] {
    set_up();
    return Digest(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  }();
  return digest.get();
}

}  // namespace flowsim::oauth::openssl
