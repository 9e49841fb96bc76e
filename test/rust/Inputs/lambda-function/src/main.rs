//! Says hello to the name in the event, after a while, and fails without one.

use lambda_runtime::{service_fn, Error, LambdaEvent};
use serde_json::{json, Value};
use std::time::Duration;

async fn greet(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let name = event.payload["name"].as_str().ok_or("no name in the event")?.to_owned();
    tokio::time::sleep(Duration::from_millis(5)).await;
    let greeting = tokio::task::spawn_blocking(move || format!("Hello, {name}")).await?;
    Ok(json!({ "greeting": greeting, "request": event.context.request_id }))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(service_fn(greet)).await
}
