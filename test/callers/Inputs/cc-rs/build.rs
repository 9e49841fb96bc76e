//! Compiles C, C++ and assembly, and requests from cc-rs all that other crates request. Prints the answers, and the test has the
//! right ones.

fn main() {
    let target = std::env::var("TARGET").unwrap();
    let compiler = cc::Build::new().get_compiler();
    let kind = match (compiler.is_like_clang(), compiler.is_like_gnu(), compiler.is_like_msvc()) {
        (true, false, false) => "clang",
        (false, true, false) => "gnu",
        other => panic!("what is this compiler? {other:?}"),
    };
    let cxx = cc::Build::new().cpp(true).get_compiler();
    println!("{target} {kind} {} {}", compiler.path().display(), cxx.path().display());

    // An answer that cc-rs cannot give fails this build.
    let archiver = cc::Build::new().try_get_archiver().unwrap();
    let ranlib = cc::Build::new().try_get_ranlib().unwrap();
    println!("{target} {:?} {:?} {:?}", archiver.get_program(), cc::Build::new().get_archiver().get_program(), ranlib.get_program());
    assert_eq!(archiver.get_args().count(), 0);

    let all = [
        "-Wall",
        "-Werror=implicit-function-declaration",
        "-fdata-sections",
        "-fdebug-prefix-map=a=b",
        "-ffile-prefix-map=a=b",
        "-ffunction-sections",
        "-fmacro-prefix-map=a=b",
        "-fmerge-all-constants",
        "-fno-builtin-malloc",
        "-ftls-model=initial-exec",
        "-mno-omit-leaf-frame-pointer",
        "-Wa,--noexecstack",
        "-march=armv8-a+crc",
        "-march=x86-64-v3",
        "-Wsuch-a-thing",
        "-fno-such-flag",
        "/we4013",
    ];
    let c = |flag: &&str| !cc::Build::new().is_flag_supported(flag).unwrap();
    let cxx = |flag: &&str| !cc::Build::new().cpp(true).is_flag_supported(flag).unwrap();
    println!("{target} C lacks {}", all.into_iter().filter(c).collect::<Vec<_>>().join(" "));
    println!("{target} C++ lacks {}", ["-Wall", "-std=c++20", "-std=c++1999"].into_iter().filter(cxx).collect::<Vec<_>>().join(" "));

    cc::Build::new().file("../six.c").file("../seven.S").compile("numbers");
    cc::Build::new().cpp(true).flag_if_supported("-std=c++20").file("../words.cpp").compile("words");
}
