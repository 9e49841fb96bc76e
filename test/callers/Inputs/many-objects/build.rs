//! Makes a library of 3,000 C files. The last of them needs the first.

const FILES: usize = 3000;

fn main() {
    let out = std::path::PathBuf::from(std::env::var("OUT_DIR").unwrap());
    let mut build = cc::Build::new();
    for n in 0..FILES {
        let file = out.join(format!("file-with-a-name-of-some-length-{n}.c"));
        let value = if n + 1 == FILES { "number_0() + 2999".to_string() } else { n.to_string() };
        std::fs::write(&file, format!("int number_0(void);\nint number_{n}(void) {{ return {value}; }}\n")).unwrap();
        build.file(file);
    }
    build.compile("many");
}
