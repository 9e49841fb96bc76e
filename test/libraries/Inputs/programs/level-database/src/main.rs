//! LevelDB and snappy, C++ by CMake. For musl their crate links the C++ library with `static=stdc++`, which rustc itself looks for.

use leveldb::database::Database;
use leveldb::kv::KV;
use leveldb::options::{Options, ReadOptions, WriteOptions};

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let mut options = Options::new();
    options.create_if_missing = true;
    let database: Database<i32> = Database::open(folder.as_ref(), options).unwrap();
    database.put(WriteOptions::new(), 42, &[7; 10_000]).unwrap();
    let value = database.get(ReadOptions::new(), 42).unwrap().unwrap();
    println!("{} bytes", value.len());
    println!("{:?}", database.get(ReadOptions::new(), 43).unwrap());
}
