//! SQLite, one C file of 9 MB.

fn main() {
    let database = rusqlite::Connection::open_in_memory().unwrap();
    database.execute_batch("create table t (a text); insert into t values ('x'), ('y');").unwrap();
    let all: String = database.query_row("select group_concat(a, '-') from t", [], |row| row.get(0)).unwrap();
    println!("{all}");
    println!("{}", database.query_row("select json_extract('{\"a\": [1, 2.5]}', '$.a[1]')", [], |row| row.get::<_, f64>(0)).unwrap());
}
