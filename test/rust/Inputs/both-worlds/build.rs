//! Compiles C for the target, and has C of the host inside itself.

fn main() {
    println!("cargo:rustc-env=HOST_SAYS={}", host_c::number());
    cc::Build::new().file("answer.c").compile("answer");
}
