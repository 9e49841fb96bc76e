//! rusqlite without its own SQLite: a table in a file, JSON, mathematics, an R*Tree, and the options that SQLite was compiled with.

use rusqlite::Connection;

fn main() -> rusqlite::Result<()> {
    let connection = Connection::open(std::env::args().nth(1).unwrap())?;
    connection.execute_batch("CREATE TABLE notes (body TEXT); INSERT INTO notes VALUES ('{\"answer\": [6, 7]}')")?;
    let product: i64 = connection.query_row("SELECT body ->> '$.answer[0]' * (body ->> '$.answer[1]') FROM notes", [], |row| row.get(0))?;
    let root: f64 = connection.query_row("SELECT sqrt(2)", [], |row| row.get(0))?;
    connection.execute_batch("CREATE VIRTUAL TABLE places USING rtree(id, left, right); INSERT INTO places VALUES (1, 0, 2), (2, 5, 6)")?;
    let place: i64 = connection.query_row("SELECT id FROM places WHERE left > 4", [], |row| row.get(0))?;
    println!("{product} {root:.3} {place}");
    for option in ["ENABLE_COLUMN_METADATA", "ENABLE_FTS5", "ENABLE_RTREE", "ENABLE_MATH_FUNCTIONS", "THREADSAFE=1"] {
        let used: bool = connection.query_row("SELECT sqlite_compileoption_used(?)", [option], |row| row.get(0))?;
        println!("{option} {used}");
    }
    Ok(())
}
