//! A native library of which nothing is called: its constructors register what it has (+whole-archive).

extern "C" {
    static registered: std::ffi::c_int;
}

fn main() {
    println!("{}", unsafe { registered });
}
