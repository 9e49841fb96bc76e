//! Panics cross threads and frames of C, drop what they pass, and name their lines.

use std::{panic, thread};

extern "C-unwind" {
    fn through(call: extern "C-unwind" fn());
}

struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

extern "C-unwind" fn fail() {
    let _inner = Guard("inner");
    panic!("in a call of C");
}

fn main() {
    panic::set_hook(Box::new(|info| {
        let trace = std::backtrace::Backtrace::force_capture().to_string();
        println!("line {}, main is there: {}", info.location().unwrap().line(), trace.contains("panics::main"));
    }));
    let ended = thread::spawn(|| {
        let _outer = Guard("outer");
        unsafe { through(fail) };
    })
    .join();
    println!("{:?}", ended.unwrap_err().downcast_ref::<&str>());
    println!("{}", panic::catch_unwind(|| unsafe { through(fail) }).is_err());
}
