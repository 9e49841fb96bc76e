//! Builds C and C++ by the crate cmake.

fn main() {
    let out = cmake::Config::new("native").define("TARGET", std::env::var("TARGET").unwrap()).build();
    println!("built {}", out.display());
}
