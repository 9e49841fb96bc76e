#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <stdio.h>

// A client and a server of one program exchange a line. The client trusts the server's certificate alone.
static X509 *certificate(EVP_PKEY *key) {
  X509 *cert = X509_new();
  X509_set_version(cert, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
  X509_gmtime_adj(X509_getm_notBefore(cert), -60);
  X509_gmtime_adj(X509_getm_notAfter(cert), 3600);
  X509_set_pubkey(cert, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_ASC, (const unsigned char *)"example", -1, -1, 0);
  X509_set_issuer_name(cert, X509_get_subject_name(cert));
  X509_EXTENSION *name = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, "DNS:example");
  X509_add_ext(cert, name, -1);
  X509_EXTENSION_free(name);
  X509_sign(cert, key, EVP_sha256());
  return cert;
}

int main(void) {
  if (!OPENSSL_init_ssl(OPENSSL_INIT_LOAD_CONFIG, NULL)) {
    ERR_print_errors_fp(stdout);
    return 1;
  }
  EVP_PKEY *key = EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048);
  X509 *cert = certificate(key);
  SSL_CTX *server_context = SSL_CTX_new(TLS_server_method()), *client_context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_use_certificate(server_context, cert);
  SSL_CTX_use_PrivateKey(server_context, key);
  X509_STORE_add_cert(SSL_CTX_get_cert_store(client_context), cert);
  SSL_CTX_set_verify(client_context, SSL_VERIFY_PEER, NULL);
  SSL *server = SSL_new(server_context), *client = SSL_new(client_context);
  SSL_set1_host(client, "example");
  BIO *one, *other;
  BIO_new_bio_pair(&one, 0, &other, 0);
  SSL_set_bio(server, one, one);
  SSL_set_bio(client, other, other);
  SSL_set_accept_state(server);
  SSL_set_connect_state(client);
  char line[100] = "";
  for (int i = 0; i < 20 && !SSL_is_init_finished(client); i++) {
    SSL_do_handshake(client);
    SSL_do_handshake(server);
  }
  SSL_do_handshake(server);
  SSL_write(server, "a line", 7);
  SSL_read(client, line, sizeof line);
  ERR_print_errors_fp(stdout);
  printf("%s: %s, %s\n", SSL_get_version(client), line, X509_verify_cert_error_string(SSL_get_verify_result(client)));
}
