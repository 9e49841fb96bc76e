//! C that only the host's libc can compile: a build dependency, so it is built for the host whatever the target is.

extern "C" {
    #[link_name = "number"]
    fn c_number() -> i32;
}

pub fn number() -> i32 {
    unsafe { c_number() }
}
