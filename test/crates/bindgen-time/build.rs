use std::env;

fn main() {
    println!("cargo:rerun-if-changed=src/all.h");
    let bindings = bindgen::Builder::default().header("src/all.h").layout_tests(false).generate().unwrap();
    bindings.write_to_file(env::var("OUT_DIR").unwrap() + "/bindings.rs").unwrap();
    cc::Build::new().file("src/sizes.c").compile("sizes");
}
