// Allocates and frees on four threads, and prints which allocator's memory it was and the size of its pages.
use std::collections::BTreeMap;
use tikv_jemalloc_ctl::raw;

#[global_allocator]
static GLOBAL: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    let threads: Vec<_> = (0..4u64)
        .map(|n| {
            std::thread::spawn(move || {
                let mut map = BTreeMap::new();
                for i in 0..20_000u64 {
                    map.insert(i, vec![n as u8; (i % 700) as usize]);
                    if i % 3 == 0 {
                        map.remove(&(i / 2));
                    }
                }
                map.values().map(Vec::len).sum::<usize>()
            })
        })
        .collect();
    let sums: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert!(sums.iter().all(|sum| *sum == sums[0] && *sum > 0));

    let text: *const std::ffi::c_char = unsafe { raw::read(b"version\0") }.unwrap();
    println!("jemalloc {}", unsafe { std::ffi::CStr::from_ptr(text) }.to_str().unwrap());
    let page: usize = unsafe { raw::read(b"arenas.page\0") }.unwrap();
    println!("pages of {page}");
    let background: bool = unsafe { raw::read(b"background_thread\0") }.unwrap();
    println!("background thread: {background}");
}
