//! Queries pkg-config for a library that the target has, and for one that the host has.

fn main() {
    let target = std::env::var("TARGET").unwrap();
    let greeting = pkg_config::Config::new().atleast_version("1.2").probe("greeting").unwrap();
    println!("{target} greeting {} in {:?} {:?}", greeting.version, greeting.include_paths, greeting.link_paths);
    let zlib = pkg_config::probe_library("zlib").map(|zlib| zlib.link_paths);
    println!("{target} zlib {}", zlib.map_or("is none of the target's".to_string(), |paths| format!("in {paths:?}")));
}
