/* mysql USER CA: connects to the server of the SERVER_… variables as USER, over TLS with a certificate that CA signed; or prints the error. */
#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  MYSQL *mysql = mysql_init(NULL);
  my_bool verify = 1;
  mysql_options(mysql, MYSQL_OPT_SSL_CA, argv[2]);
  mysql_options(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);
  if (!mysql_real_connect(mysql, getenv("SERVER_HOST"), argv[1], getenv("SERVER_PASSWORD"), NULL, atoi(getenv("SERVER_PORT")), NULL, 0) ||
      mysql_query(mysql, "select 6 * 7")) {
    fprintf(stderr, "%s: %s\n", argv[1], mysql_error(mysql));
    return 1;
  }
  MYSQL_RES *result = mysql_store_result(mysql);
  printf("%s by %s: %s\n", argv[1], mysql_get_ssl_cipher(mysql) ? "TLS" : "plain text", mysql_fetch_row(result)[0]);
  mysql_free_result(result);
  mysql_close(mysql);
  mysql_library_end();
  return 0;
}
