/* Connects as the PG… variables describe, and prints what the server has of it; or prints the error. */
#include <libpq-fe.h>
#include <stdio.h>

int main(void) {
  PGconn *connection = PQconnectdb("");
  if (PQstatus(connection) != CONNECTION_OK) {
    fprintf(stderr, "%s", PQerrorMessage(connection));
    return 1;
  }
  PGresult *result = PQexec(connection, "select current_user, version, 6 * 7 from pg_stat_ssl where pid = pg_backend_pid()");
  if (PQresultStatus(result) != PGRES_TUPLES_OK) {
    fprintf(stderr, "%s", PQerrorMessage(connection));
    return 1;
  }
  printf("%s by %s: %s\n", PQgetvalue(result, 0, 0), PQgetvalue(result, 0, 1), PQgetvalue(result, 0, 2));
  PQclear(result);
  PQfinish(connection);
  return 0;
}
