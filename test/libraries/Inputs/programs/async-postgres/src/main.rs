//! PostgreSQL without libpq: sqlx by native-tls, and tokio-postgres by postgres-openssl.

use openssl::ssl::{SslConnector, SslMethod};
use postgres_openssl::MakeTlsConnector;
use sqlx::{Connection, PgConnection};

const QUERY: &str = "SELECT version || ', encrypted: ' || ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";

#[tokio::main]
async fn main() {
    let url = std::env::var("DATABASE_URL").unwrap();

    let url_of_sqlx = format!("{url}?sslmode=verify-full&sslrootcert=/ca.pem");
    let mut connection = PgConnection::connect(&url_of_sqlx).await.unwrap();
    let words: String = sqlx::query_scalar(QUERY).fetch_one(&mut connection).await.unwrap();
    println!("sqlx: {words}");
    connection.close().await.unwrap();

    let mut connector = SslConnector::builder(SslMethod::tls()).unwrap();
    connector.set_ca_file("/ca.pem").unwrap();
    let tls = MakeTlsConnector::new(connector.build());
    let (client, connection) = tokio_postgres::connect(&format!("{url}?sslmode=require"), tls).await.unwrap();
    tokio::spawn(connection);
    println!("tokio-postgres: {}", client.query_one(QUERY, &[]).await.unwrap().get::<_, String>(0));
}
