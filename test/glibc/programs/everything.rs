// everything: what a Rust program needs of std and glibc. Prints `ok` lines, and exits with 0 if all of them hold.
//
// rustc --edition 2021 everything.rs; with `--cfg cpp -C link-arg=callback.o` C++ calls it, too, and throws in between.
// The linker then adds the C++ library.
#![allow(unexpected_cfgs)]
use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, ToSocketAddrs, UdpSocket};
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{mpsc, Arc, Barrier, Condvar, Mutex, Once, RwLock};
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, process, thread};

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Dropped;
impl Drop for Dropped {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, SeqCst);
    }
}

thread_local! {
    static LOCAL: RefCell<Vec<Dropped>> = const { RefCell::new(Vec::new()) };
    static LAZY: RefCell<String> = RefCell::new(String::from("lazy"));
}

fn threads() {
    let sum = Arc::new(Mutex::new(0));
    let barrier = Arc::new(Barrier::new(8));
    let all: Vec<_> = (0..8)
        .map(|i| {
            let (sum, barrier) = (sum.clone(), barrier.clone());
            let name = format!("worker-{i}");
            thread::Builder::new()
                .name(name.clone())
                .stack_size(256 * 1024)
                .spawn(move || {
                    barrier.wait();
                    *sum.lock().unwrap() += i;
                    assert_eq!(thread::current().name(), Some(&*name));
                    i
                })
                .unwrap()
        })
        .collect();
    let returned: i32 = all.into_iter().map(|t| t.join().unwrap()).sum();
    assert_eq!((returned, *sum.lock().unwrap()), (28, 28));
    let mut numbers = [1, 2, 3];
    thread::scope(|s| {
        for n in &mut numbers {
            s.spawn(move || *n *= 2);
        }
    });
    assert_eq!(numbers, [2, 4, 6]);
    let (mutex, condvar) = (Mutex::new(()), Condvar::new());
    let before = Instant::now();
    let (_guard, result) = condvar.wait_timeout_while(mutex.lock().unwrap(), Duration::from_millis(20), |_| true).unwrap();
    assert!(result.timed_out() && before.elapsed() >= Duration::from_millis(20));
    static ONCE: Once = Once::new();
    ONCE.call_once(|| ());
    assert!(ONCE.is_completed() && *RwLock::new(1).read().unwrap() == 1);
    assert!(thread::available_parallelism().unwrap().get() > 0);
}

fn channels() {
    let (sender, receiver) = mpsc::channel();
    for i in 0..4 {
        let sender = sender.clone();
        thread::spawn(move || (0..100).for_each(|n| sender.send(i * 100 + n).unwrap()));
    }
    drop(sender);
    assert_eq!(receiver.iter().sum::<i32>(), (0..400).sum());
    let (sender, receiver) = mpsc::sync_channel::<()>(0);
    assert_eq!(receiver.recv_timeout(Duration::from_millis(5)), Err(mpsc::RecvTimeoutError::Timeout));
    drop(sender);
    assert!(receiver.recv().is_err());
}

fn files() {
    let folder = env::temp_dir().join(format!("everything-rs-{}", process::id()));
    fs::create_dir_all(folder.join("a/b")).unwrap();
    let path = folder.join("a/file");
    let mut file = fs::OpenOptions::new().read(true).write(true).create_new(true).open(&path).unwrap();
    file.write_all(b"12345").unwrap();
    file.seek(SeekFrom::Start(1)).unwrap();
    let mut text = String::new();
    file.read_to_string(&mut text).unwrap();
    assert_eq!(text, "2345");
    std::os::unix::fs::symlink("file", folder.join("a/link")).unwrap();
    let status = fs::metadata(folder.join("a/link")).unwrap();
    assert!(status.is_file() && status.len() == 5 && status.ino() == file.metadata().unwrap().ino());
    assert!(fs::symlink_metadata(folder.join("a/link")).unwrap().file_type().is_symlink());
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    assert!(status.modified().unwrap() <= SystemTime::now() + Duration::from_secs(60));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
    assert_eq!(fs::copy(&path, folder.join("copy")).unwrap(), 5);
    fs::rename(folder.join("copy"), folder.join("renamed")).unwrap();
    assert_eq!(fs::read_to_string(folder.join("renamed")).unwrap(), "12345");
    file.set_len(5 << 30).unwrap();
    assert_eq!(file.metadata().unwrap().len(), 5 << 30);
    let mut names: Vec<_> = fs::read_dir(folder.join("a")).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["b", "file", "link"]);
    assert_eq!(fs::canonicalize(folder.join("a/../a/link")).unwrap(), fs::canonicalize(&path).unwrap());
    assert_eq!(fs::read(folder.join("none")).unwrap_err().kind(), std::io::ErrorKind::NotFound);
    fs::remove_dir_all(&folder).unwrap();
    assert!(!folder.exists());
}

fn net() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut line = [0; 5];
        stream.read_exact(&mut line).unwrap();
        line.reverse();
        stream.write_all(&line).unwrap();
    });
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(20)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(b"hello").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert_eq!(answer, "olleh");
    server.join().unwrap();
    let (a, b) = (UdpSocket::bind("127.0.0.1:0").unwrap(), UdpSocket::bind("127.0.0.1:0").unwrap());
    a.send_to(b"datagram", b.local_addr().unwrap()).unwrap();
    let mut buffer = [0; 16];
    assert_eq!(b.recv_from(&mut buffer).unwrap(), (8, a.local_addr().unwrap()));
    assert_eq!("127.0.0.1:80".to_socket_addrs().unwrap().next().unwrap().port(), 80);
}

fn commands() {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "cat; echo $WORD >&2; exit 7"]).env("WORD", "word").stdin(Stdio::null());
    let output = shell.output().unwrap();
    assert_eq!((output.status.code(), &*output.stdout, &*output.stderr), (Some(7), &b""[..], &b"word\n"[..]));
    let mut child = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::piped()).current_dir("/").spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"through cat").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stdout == b"through cat");
    // qemu-user's vfork is a fork: there posix_spawn does not see the error, and the child exits with 127.
    match Command::new("/none/at/all").status() {
        Ok(status) => assert_eq!(status.code(), Some(127)),
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound),
    }
    let killed = Command::new("/bin/sh").args(["-c", "kill -9 $$"]).status().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&killed), Some(9));
}

fn environment() {
    for i in 0..300 {
        env::set_var(format!("EVERYTHING_{i}"), "set");
    }
    assert_eq!(env::vars().filter(|(name, _)| name.starts_with("EVERYTHING_")).count(), 300);
    assert!(env::args().count() == 1 && env::current_exe().unwrap().is_absolute());
    let mut map = HashMap::new(); // its keys are random: getrandom or /dev/urandom
    map.insert("key", 1);
    assert_eq!(map["key"], 1);
}

fn panics() {
    DROPPED.store(0, SeqCst);
    let result = catch_unwind(|| {
        let _in_the_way = Dropped;
        panic!("caught {}", std::hint::black_box(1));
    });
    assert_eq!(result.unwrap_err().downcast_ref::<String>().unwrap(), "caught 1");
    let result = catch_unwind(|| [1, 2, 3][std::hint::black_box(7)]);
    assert!(result.is_err());
    let joined = thread::spawn(|| {
        let _in_the_way = Dropped;
        std::panic::resume_unwind(Box::new(42));
    })
    .join();
    assert_eq!(joined.unwrap_err().downcast_ref::<i32>(), Some(&42));
    assert_eq!(DROPPED.load(SeqCst), 2);
    let mutex = Mutex::new(());
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _guard = mutex.lock();
        panic!("poisons");
    }));
    assert!(mutex.is_poisoned());
}

#[inline(never)]
fn function_to_be_named(depth: usize) -> String {
    let text = if depth == 0 { Backtrace::force_capture().to_string() } else { function_to_be_named(depth - 1) };
    std::hint::black_box(text)
}

#[inline(never)]
fn function_that_panics() {
    panic!("with a backtrace {}", std::hint::black_box(1));
}

static REPORT: Mutex<String> = Mutex::new(String::new());

fn backtraces() {
    let text = function_to_be_named(2);
    assert!(text.contains("everything::function_to_be_named") && text.contains("everything::main"), "{text}");
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|info| *REPORT.lock().unwrap() = format!("{info}\n{}", Backtrace::force_capture())));
    let result = catch_unwind(function_that_panics);
    std::panic::set_hook(hook);
    let report = REPORT.lock().unwrap();
    assert!(result.is_err() && report.contains("with a backtrace 1"), "{report}");
    assert!(report.contains("everything::function_that_panics"), "{report}");
}

fn thread_locals() {
    DROPPED.store(0, SeqCst);
    for _ in 0..4 {
        thread::spawn(|| {
            LOCAL.with_borrow_mut(|v| v.extend([Dropped, Dropped]));
            LAZY.with_borrow_mut(|s| s.push('!'));
        })
        .join()
        .unwrap();
    }
    assert_eq!(DROPPED.load(SeqCst), 8);
    LAZY.with_borrow(|s| assert_eq!(s, "lazy"));
}

#[cfg(cpp)]
mod cpp {
    use super::*;

    extern "C" {
        fn call_from_cpp(callback: extern "C" fn(i32, *mut i32) -> i32, data: *mut i32) -> i32;
        fn throw_and_catch(callback: extern "C" fn(i32, *mut i32) -> i32, data: *mut i32) -> i32;
    }

    extern "C" fn callback(number: i32, data: *mut i32) -> i32 {
        unsafe { *data += number };
        let text: String = format!("{number}").repeat(2); // std works below C++
        text.parse().unwrap()
    }

    pub fn callbacks() {
        let mut sum = 0;
        assert_eq!(unsafe { call_from_cpp(callback, &mut sum) }, 11 + 22 + 33);
        assert_eq!(sum, 6);
        assert_eq!(unsafe { throw_and_catch(callback, &mut sum) }, 44);
        assert_eq!(sum, 10);
        let threads: Vec<_> = (0..4).map(|_| thread::spawn(|| unsafe { throw_and_catch(callback, &mut 0) })).collect();
        assert_eq!(threads.into_iter().map(|t| t.join().unwrap()).sum::<i32>(), 4 * 44);
    }
}

fn main() {
    #[allow(unused_mut)]
    let mut tests: Vec<(&str, fn())> = vec![
        ("threads", threads),
        ("channels", channels),
        ("files", files),
        ("net", net),
        ("commands", commands),
        ("environment", environment),
        ("panics", panics),
        ("backtraces", backtraces),
        ("thread_locals", thread_locals),
    ];
    #[cfg(cpp)]
    tests.push(("callbacks", cpp::callbacks));
    let mut failures = 0;
    for (name, test) in tests {
        if catch_unwind(test).is_ok() {
            println!("ok {name}");
        } else {
            println!("FAILED: {name}");
            failures += 1;
        }
    }
    if failures == 0 {
        println!("ok everything.rs");
    }
    process::exit(failures);
}
