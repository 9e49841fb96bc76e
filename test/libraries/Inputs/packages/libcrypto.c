#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

// Digests and ciphers are fetched by name, from the default provider and from the legacy one, which is a part of the library.
static void digest(const char *name) {
  unsigned char sum[EVP_MAX_MD_SIZE];
  size_t size;
  printf("%s ", name);
  if (EVP_Q_digest(NULL, name, NULL, "abc", 3, sum, &size))
    for (size_t i = 0; i < size && i < 8; i++)
      printf("%02x", sum[i]);
  else
    printf("missing");
  puts("");
}

static void cipher(const char *name) {
  EVP_CIPHER *one = EVP_CIPHER_fetch(NULL, name, NULL);
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  unsigned char out[64], key[32] = {0}, iv[16] = {0};
  int size = 0;
  int works = one && EVP_EncryptInit_ex2(context, one, key, iv, NULL) && EVP_EncryptUpdate(context, out, &size, (unsigned char *)"abcdefghijklmnop", 16);
  printf("%s %s\n", name, works ? "works" : "missing");
  EVP_CIPHER_CTX_free(context);
  EVP_CIPHER_free(one);
}

int main(void) {
  unsigned char random[16];
  if (RAND_bytes(random, sizeof random) != 1)
    return 1;
  digest("MD4");
  printf("legacy %s\n", OSSL_PROVIDER_load(NULL, "legacy") && OSSL_PROVIDER_load(NULL, "default") ? "loaded" : "missing");
  for (const char **name = (const char *[]){"MD4", "MD5", "SHA1", "SHA256", "SHA3-256", "BLAKE2b512", NULL}; *name; name++)
    digest(*name);
  for (const char **name = (const char *[]){"AES-256-GCM", "ChaCha20-Poly1305", "RC4", "DES-CBC", NULL}; *name; name++)
    cipher(*name);
  EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "ML-KEM-768");
  printf("ML-KEM-768 %s\n", key ? "works" : "missing");
  EVP_PKEY_free(key);
  printf("%s %s\n", OPENSSL_VERSION_STR, strcmp(OPENSSL_VERSION_STR, OpenSSL_version(OPENSSL_VERSION_STRING)) ? "another header" : "same");
  puts(OpenSSL_version(OPENSSL_DIR));
}
