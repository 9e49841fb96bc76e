// There is no std for Linux of the version of rustc.exe. So this program has what the compiler itself needs of core.
#![feature(no_core, lang_items)]
#![no_core]
#![no_main]
#![allow(internal_features)]

#[lang = "pointee_sized"]
trait PointeeSized {}
#[lang = "meta_sized"]
trait MetaSized: PointeeSized {}
#[lang = "sized"]
trait Sized: MetaSized {}
#[lang = "copy"]
trait Copy {}

#[link(name = "c")]
extern "C" {
    fn abs(n: i32) -> i32;
}

#[no_mangle]
extern "C" fn main() -> i32 {
    unsafe { abs(42) }
}
