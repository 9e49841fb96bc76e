//! Prints a client's user and port, and its error for a server that does not exist.

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let options = mysql_async::Opts::from_url("mysql://user@127.0.0.1:1/db?prefer_socket=false").unwrap();
    println!("{:?} at port {}", options.user(), options.tcp_port());
    println!("{}", runtime.block_on(mysql_async::Conn::new(options)).unwrap_err());
}
