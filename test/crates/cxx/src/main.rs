//! C++ that calls Rust and is called by it, with strings and containers of both.

#[cxx::bridge]
mod bridge {
    extern "Rust" {
        fn twice(number: i32) -> i32;
    }
    unsafe extern "C++" {
        include!("cxx/src/sum.h");
        fn sum(numbers: &CxxVector<i32>) -> i32;
        fn numbers(count: i32) -> UniquePtr<CxxVector<i32>>;
        fn shout(text: &str) -> Result<String>;
    }
}

fn twice(number: i32) -> i32 {
    number * 2
}

fn main() {
    println!("{}", bridge::sum(&bridge::numbers(4)));
    println!("{:?}", bridge::shout("a").unwrap());
    println!("{}", bridge::shout("").unwrap_err());
}
