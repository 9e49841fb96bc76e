//! Prints what the last file returns, and the one in the middle.

extern "C" {
    fn number_1500() -> i32;
    fn number_2999() -> i32;
}

fn main() {
    println!("{} {}", unsafe { number_1500() }, unsafe { number_2999() });
}
