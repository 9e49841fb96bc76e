extern "C" {
    fn answer() -> i32;
}

fn main() {
    println!("the answer is {}", unsafe { answer() });
}
