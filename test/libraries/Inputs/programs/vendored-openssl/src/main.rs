//! libpq of the system, with the OpenSSL that a crate brings: it must not matter to libpq which OpenSSL 3 it gets.

use diesel::prelude::*;
use diesel::sql_types::Text;

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = Text)]
    version: String,
}

fn main() {
    // Both are those of the crate's OpenSSL: cargo sets the folder for it, and the version is another than ours.
    println!("{}", openssl::version::dir());
    println!("{}", openssl::version::version().rsplitn(4, ' ').last().unwrap());
    let url = format!("{}?sslmode=verify-full&sslrootcert=/ca.pem", std::env::var("DATABASE_URL").unwrap());
    let mut connection = PgConnection::establish(&url).unwrap();
    let query = diesel::sql_query("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    println!("{}", query.get_result::<Answer>(&mut connection).unwrap().version);
}
