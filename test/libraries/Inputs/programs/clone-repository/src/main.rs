//! git2 with its default features: libgit2 and libssh2 from source, with the zlib and OpenSSL of the system.

use git2::{build::RepoBuilder, FetchOptions, RemoteCallbacks, Version};

fn main() {
    let folder = std::env::args().nth(1).unwrap();
    let url = std::env::var("SERVER_URL").unwrap();
    println!("https: {}, ssh: {}", Version::get().https(), Version::get().ssh());
    let mut received = 0;
    let mut callbacks = RemoteCallbacks::new();
    callbacks.transfer_progress(|progress| {
        received = progress.received_objects();
        true
    });
    let mut options = FetchOptions::new();
    options.remote_callbacks(callbacks);
    match RepoBuilder::new().fetch_options(options).clone(&url, folder.as_ref()) {
        Ok(repository) => {
            let commit = repository.head().unwrap().peel_to_commit().unwrap();
            println!("{}", commit.summary().unwrap());
        }
        Err(error) => return println!("no repository: {}", error.message()),
    }
    println!("{received} objects");
}
