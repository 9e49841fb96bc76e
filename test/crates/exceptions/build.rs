fn main() {
    println!("cargo:rerun-if-changed=src/parse.cc");
    cc::Build::new().cpp(true).file("src/parse.cc").compile("parse");
}
