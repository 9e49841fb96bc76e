//! Compiles C, C++ and assembly by cc-rs, and prints the tools that it found.

fn main() {
    let compiler = cc::Build::new().get_compiler();
    println!("tools {} {:?}", compiler.path().display(), cc::Build::new().get_archiver().get_program());
    for flag in ["-fmerge-all-constants", "-fno-such-flag"] {
        println!("flag {flag} {}", cc::Build::new().is_flag_supported(flag).unwrap());
    }
    cc::Build::new().include("header ü").file("six.c").file("seven.S").compile("numbers");
    cc::Build::new().cpp(true).file("words.cpp").compile("words");
}
