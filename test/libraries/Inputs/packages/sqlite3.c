#define SQLITE_ENABLE_SESSION // the header declares these functions only then
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>
#include <stdio.h>

static int print(void *unused, int columns, char **values, char **names) {
  for (int i = 0; i < columns; i++)
    printf("%s%s", i ? "|" : "", values[i] ? values[i] : "null");
  puts("");
  return 0;
}

static void run(sqlite3 *db, const char *sql) {
  char *error = NULL;
  if (sqlite3_exec(db, sql, print, NULL, &error) != SQLITE_OK)
    printf("%s: %s\n", sql, error);
}

int main(void) {
  sqlite3 *db;
  sqlite3_stmt *statement;
  sqlite3_session *session;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK)
    return 1;
  run(db, "create virtual table page using fts5(title, body); insert into page values('one', 'a linker'), ('two', 'an archive')");
  run(db, "select 'fts5', title from page where page match 'arch*'");
  run(db, "create virtual table old using fts4(body); insert into old values('words'); select 'fts4', body from old where body match 'words'");
  run(db, "create virtual table box using rtree(id, x0, x1); insert into box values(7, 1, 2); select 'rtree', id from box where x0 > 0.5");
  run(db, "select 'json', json_extract('{\"a\":[1,2]}', '$.a[1]')");
  run(db, "select 'math', sqrt(16.0), pow(2, 3)");
  run(db, "create table t(a integer primary key, b text); insert into t values(1, 'x'), (2, 'y'); delete from t order by a desc limit 1");
  run(db, "select 'limit', count(*) from t");
  run(db, "select 'dbstat', count(*) > 0 from dbstat");
  sqlite3_prepare_v2(db, "select b as c from t", -1, &statement, NULL);
  printf("metadata|%s.%s\n", sqlite3_column_table_name(statement, 0), sqlite3_column_origin_name(statement, 0));
  sqlite3_finalize(statement);
  printf("session|%d\n", sqlite3session_create(db, "main", &session));
  sqlite3session_delete(session);
  printf("threads|%d\n", sqlite3_threadsafe());
  printf("version|%s\n", sqlite3_libversion_number() == SQLITE_VERSION_NUMBER ? "same" : "another header");
  return sqlite3_close(db);
}
