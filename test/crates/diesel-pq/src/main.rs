//! libpq, built beside the OpenSSL that it needs.

use diesel::prelude::*;

fn main() {
    let refused = PgConnection::establish("postgres://user@127.0.0.1:1/data");
    println!("{}", refused.err().unwrap().to_string().contains("Connection refused"));
    println!("{}", unsafe { pq_sys::PQlibVersion() } / 10000 >= 17);
}
