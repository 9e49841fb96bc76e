fn main() {
    println!("libpq {}", unsafe { pq_sys::PQlibVersion() });
}
