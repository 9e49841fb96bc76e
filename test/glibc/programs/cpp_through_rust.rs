// A C++ exception passes through a Rust frame that has something to drop, and is caught in C++; a Rust panic passes
// through a C++ frame that has something to destroy, and is caught by catch_unwind. One unwinder must serve both
// languages. Prints `ok` lines, and exits with 0 if all of them hold.
//
// rustc --edition 2021 cpp_through_rust.rs -C link-arg=cpp_through_rust.o; the linker adds the C++ library.
use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct InTheWay;
impl Drop for InTheWay {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, SeqCst);
    }
}

extern "C-unwind" {
    fn cpp_catches() -> i32;
    fn cpp_with_destructor(number: i32);
    fn cpp_destroyed() -> i32;
}

#[no_mangle]
pub extern "C-unwind" fn rust_with_drop(callback: extern "C-unwind" fn()) {
    let _in_the_way = InTheWay;
    callback();
}

#[no_mangle]
pub extern "C-unwind" fn rust_that_panics(number: i32) {
    let _in_the_way = InTheWay;
    panic!("through C++ {number}");
}

fn exception_through_rust() {
    DROPPED.store(0, SeqCst);
    assert_eq!(unsafe { cpp_catches() }, 0);
    assert_eq!(DROPPED.load(SeqCst), 1);
}

fn panic_through_cpp() {
    DROPPED.store(0, SeqCst);
    let before = unsafe { cpp_destroyed() };
    let result = catch_unwind(|| unsafe { cpp_with_destructor(7) });
    assert_eq!(result.unwrap_err().downcast_ref::<String>().unwrap(), "through C++ 7");
    assert_eq!((DROPPED.load(SeqCst), unsafe { cpp_destroyed() } - before), (1, 1));
}

fn main() {
    for _ in 0..3 {
        exception_through_rust();
        panic_through_cpp();
    }
    println!("ok exception_through_rust");
    println!("ok panic_through_cpp");
    std::thread::spawn(|| {
        exception_through_rust();
        panic_through_cpp();
    })
    .join()
    .unwrap();
    println!("ok in_a_thread");
    println!("ok cpp_through_rust");
}
