//! diesel with each of its databases, by libpq, MariaDB's client and SQLite. A server's connection must be encrypted.

use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Integer)]
    number: i32,
    #[diesel(sql_type = Text)]
    words: String,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, database, settings] = &arguments[..] else { panic!("DATABASE SETTINGS") };
    let url = &format!("{}{settings}", std::env::var("DATABASE_URL").unwrap());
    match database.as_str() {
        "postgres" => postgres(url),
        "mysql" => mysql(url),
        "login" => println!("{:?}", MysqlConnection::establish(url).map(|_| "a connection")),
        "sqlite" => sqlite(url),
        _ => panic!("{database}"),
    }
}

fn postgres(url: &str) {
    let mut connection = match PgConnection::establish(url) {
        Ok(connection) => connection,
        Err(error) => return println!("no connection: {}", error.to_string().trim_end().split_once(" failed: ").unwrap().1),
    };
    let query = "SELECT 6 * 7 AS number, version || ', encrypted: ' || ssl AS words FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    print(diesel::sql_query(query).load(&mut connection));
}

fn mysql(url: &str) {
    let mut connection = match MysqlConnection::establish(url) {
        Ok(connection) => connection,
        Err(error) => return println!("no connection: {error}"),
    };
    let query = "SELECT CAST(6 * 7 AS INTEGER) AS number, VARIABLE_VALUE AS words FROM information_schema.SESSION_STATUS \
                 WHERE VARIABLE_NAME = 'Ssl_version'";
    print(diesel::sql_query(query).load(&mut connection));
}

/// The plural is found by the singular: FTS5, and its tokenizer.
fn sqlite(url: &str) {
    let mut connection = SqliteConnection::establish(url).unwrap();
    for statement in ["CREATE VIRTUAL TABLE notes USING fts5(body, tokenize = 'porter')", "INSERT INTO notes VALUES ('no word'), ('two libraries')"] {
        diesel::sql_query(statement).execute(&mut connection).unwrap();
    }
    let query = "SELECT CAST(rowid AS INTEGER) AS number, highlight(notes, 0, '[', ']') AS words FROM notes WHERE notes MATCH 'library'";
    print(diesel::sql_query(query).load(&mut connection));
}

fn print(answers: QueryResult<Vec<Answer>>) {
    for answer in answers.unwrap() {
        println!("{} {}", answer.number, answer.words);
    }
}
