//! Looks for a library with pkg-config, links libstdc++ as leveldb's crates do, and prints the variables that name the target.

use std::{env, process::Command};

fn main() {
    let target = env::var("TARGET").unwrap();
    let underscored = target.replace('-', "_");
    for (name, value) in env::vars() {
        if name.to_lowercase().contains(&underscored) {
            println!("{target} sees {name}={value}");
        }
    }
    let version = Command::new("cargo").arg("--version").output().unwrap().stdout;
    println!("{target} is built by {}, and cargo is {}", env::var("CARGO").unwrap(), String::from_utf8(version).unwrap().trim());
    let greeting = pkg_config::Config::new().cargo_metadata(false).probe("greeting");
    println!("{target} greeting {}", greeting.map_or("cannot be looked for".to_string(), |greeting| greeting.version));
    cc::Build::new().cpp(true).cpp_link_stdlib(None).file("length.cpp").compile("length");
    let kind = if target.ends_with("-musl") { "static=" } else { "" };
    println!("cargo:rustc-link-lib={kind}stdc++");
}
