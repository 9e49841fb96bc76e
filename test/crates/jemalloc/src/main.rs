//! configure and make.

#[global_allocator]
static GLOBAL: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    let blocks: Vec<Vec<u8>> = (1..1000).map(|size| vec![1; size]).collect();
    tikv_jemalloc_ctl::epoch::advance().unwrap();
    let allocated = tikv_jemalloc_ctl::stats::allocated::read().unwrap();
    println!("{}", allocated > blocks.iter().map(Vec::len).sum());
}
