fn main() {
    println!("cargo:rerun-if-changed=src");
    cc::Build::new().file("src/registry.c").compile("registry");
    cc::Build::new().file("src/plugin.c").cargo_metadata(false).compile("plugin");
    println!("cargo:rustc-link-search=native={}", std::env::var("OUT_DIR").unwrap());
    println!("cargo:rustc-link-lib=static:+whole-archive=plugin");
}
