//! Something of each library, whose answers are known.

use ring::digest;
use rusqlite::Connection;

fn main() {
    let sum = digest::digest(&digest::SHA256, b"abc");
    println!("{}", sum.as_ref().iter().map(|byte| format!("{byte:02x}")).collect::<String>());

    let database = Connection::open_in_memory().unwrap();
    let answer: i64 = database.query_row("SELECT 6 * 7", [], |row| row.get(0)).unwrap();
    println!("{answer} by SQLite {}", rusqlite::version());

    let text = b"the same again, ".repeat(1000);
    let packed = zstd::encode_all(&text[..], 19).unwrap();
    assert_eq!(zstd::decode_all(&packed[..]).unwrap(), text);
    println!("{} bytes in less than 200: {}", text.len(), packed.len() < 200);
}
