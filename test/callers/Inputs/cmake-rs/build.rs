//! Builds C and C++ by CMake, as libz-ng-sys, rdkafka-sys and others do. They name the C++ library themselves, by its name
//! on Linux.

fn main() {
    let out = cmake::Config::new("native").define("TARGET", std::env::var("TARGET").unwrap()).build();
    println!("cargo:rustc-link-search=native={}", out.join("lib").display());
    println!("cargo:rustc-link-lib=static=words");
    println!("cargo:rustc-link-lib=static=numbers");
    println!("cargo:rustc-link-lib=stdc++");
}
