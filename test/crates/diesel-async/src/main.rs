//! The same in pure Rust.

use diesel_async::{AsyncConnection, AsyncPgConnection};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let refused = AsyncPgConnection::establish("postgres://user@127.0.0.1:1/data").await;
    println!("{}", refused.is_err());
}
