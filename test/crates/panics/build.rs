fn main() {
    println!("cargo:rerun-if-changed=src/through.c");
    cc::Build::new().file("src/through.c").flag("-fexceptions").compile("through");
}
