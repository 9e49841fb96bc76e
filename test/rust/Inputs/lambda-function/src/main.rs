//! Greets the name in the event, after a while, and fails without one. The greeting comes from C.

use lambda_runtime::{service_fn, Error, LambdaEvent};
use serde_json::{json, Value};
use std::ffi::{c_char, CStr};
use std::time::Duration;

extern "C" {
    fn word() -> *const c_char;
}

async fn greet(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let name = event.payload["name"].as_str().ok_or("no name in the event")?.to_owned();
    tokio::time::sleep(Duration::from_millis(5)).await;
    let word = unsafe { CStr::from_ptr(word()) }.to_str()?;
    let greeting = tokio::task::spawn_blocking(move || format!("{word}, {name}")).await?;
    Ok(json!({ "greeting": greeting, "request": event.context.request_id }))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(service_fn(greet)).await
}
