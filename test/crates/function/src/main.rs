//! A function for Lambda: fetches the page that an event names, and keeps it in SQLite.

use lambda_runtime::{service_fn, Error, LambdaEvent};
use serde_json::{json, Value};

async fn fetch(event: &Value) -> Result<String, Error> {
    let text = |name: &str| event[name].as_str().ok_or(format!("no {name} in the event"));
    let client = reqwest::Client::builder()
        .add_root_certificate(reqwest::Certificate::from_pem(text("certificate")?.as_bytes())?)
        .proxy(reqwest::Proxy::https(text("proxy")?)?)
        .build()?;
    Ok(client.get(text("url")?).send().await?.error_for_status()?.text().await?)
}

fn keep(page: &str) -> rusqlite::Result<i64> {
    let database = rusqlite::Connection::open("/tmp/pages.db")?;
    database.execute_batch("create table if not exists pages (page text)")?;
    database.execute("insert into pages values (?1)", [page])?;
    database.query_row("select count(*) from pages", [], |row| row.get(0))
}

async fn answer(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let page = fetch(&event.payload).await?;
    Ok(json!({ "page": page.trim(), "kept": keep(&page)?, "function": event.context.env_config.function_name }))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(service_fn(answer)).await
}
