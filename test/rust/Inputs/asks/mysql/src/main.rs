fn main() {
    println!("mysql {}", unsafe { mysqlclient_sys::mysql_get_client_version() });
}
