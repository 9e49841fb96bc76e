use std::ffi::CStr;

#[global_allocator]
static GLOBAL: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let sum: u64 = (0..1000u64).map(Box::new).map(|each| *each).sum();
    let text = unsafe {
        let block = libc::strdup(c"abc".as_ptr());
        let length = CStr::from_ptr(block).count_bytes();
        libc::free(block.cast());
        length
    };
    println!("sum {sum} and {text}");
}
