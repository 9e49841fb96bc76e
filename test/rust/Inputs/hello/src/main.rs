//! Threads, a panic that is caught, and a backtrace: what std needs of libc and of the unwinder.

fn main() {
    let sum: u32 = (0..4).map(|n| std::thread::spawn(move || n * n)).map(|t| t.join().unwrap()).sum();
    std::panic::set_hook(Box::new(|_| ()));
    let caught = std::panic::catch_unwind(|| std::hint::black_box(None::<u32>).unwrap()).is_err();
    let trace = std::backtrace::Backtrace::force_capture().to_string();
    println!("{sum} {caught} {}", trace.contains("hello::main"));
}
