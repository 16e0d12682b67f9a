//! A throw-away cluster: made, started on a free port of this machine, and ended by its handle.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpListener},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::folder::Folder;
use crate::program;

/// Whether the cluster must survive a loss of power.
#[derive(Clone, Copy, PartialEq)]
pub enum Durability {
    /// For tests: as fast as it can be.
    None,
    /// For benchmarks: as a real server is.
    Full,
}

/// How long a start may take, and an end.
const PATIENCE: Duration = Duration::from_secs(30);

/// Ends the server and removes its folder once its input closes, which happens however this
/// program ends: by itself, by Ctrl-C or by being killed.
const KEEPER: &str = r#"
trap '' INT TERM HUP QUIT
cat > /dev/null
kill -INT "$1" 2> /dev/null
waited=0
while [ -e "$2/data/postmaster.pid" ] && [ "$waited" -lt 100 ]; do
    sleep 0.1
    waited=$((waited + 1))
done
rm -rf "$2"
"#;

/// A running server.
pub struct Cluster {
    port: u16,
    server: Child,
    keeper: Child,
    _folder: Folder,
}

impl Cluster {
    /// Makes and starts a cluster with the programs of a folder.
    pub fn start(programs: &Path, folder: Folder, durability: Durability) -> Result<Self> {
        let mut initdb = folder.command(&programs.join("initdb"));
        initdb
            .args([
                "-D",
                "data",
                "--username=postgres",
                "--auth=trust",
                "--no-sync",
            ])
            .args(["--encoding=UTF8", "--locale=C.UTF-8"]);
        program::output(&mut initdb)?;

        // The port is free when asked for; another program may take it before the server does.
        let mut tries = 3;
        loop {
            tries -= 1;
            let port = free_port()?;
            match attempt(programs, &folder, port, durability) {
                Ok((server, keeper)) => {
                    return Ok(Self {
                        port,
                        server,
                        keeper,
                        _folder: folder,
                    });
                }
                Err(error) if tries == 0 => return Err(error),
                Err(_) => {}
            }
        }
    }

    /// The address of an administrator, who may make databases.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if !has_ended(&mut self.server) {
            drop(self.server.kill());
        }
        drop(self.server.wait());
        drop(self.keeper.wait());
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
    Ok(listener.local_addr()?.port())
}

fn attempt(
    programs: &Path,
    folder: &Folder,
    port: u16,
    durability: Durability,
) -> Result<(Child, Child)> {
    let mut server = serve(programs, folder, port, durability)?;
    let kept =
        wait_until_ready(&mut server, &folder.path).and_then(|()| keep(&server, &folder.path));
    match kept {
        Ok(keeper) => Ok((server, keeper)),
        Err(error) => {
            drop(server.kill());
            drop(server.wait());
            Err(error)
        }
    }
}

fn serve(programs: &Path, folder: &Folder, port: u16, durability: Durability) -> Result<Child> {
    let log = File::create(folder.path.join("log")).context("cannot write the server's log")?;
    let mut server = folder.command(&programs.join("postgres"));
    server.args(["-D", "data", "-p", &port.to_string()]);
    let mut settings = vec![
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
    ];
    if durability == Durability::None {
        settings.extend([
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ]);
        // Its rounds would visit every database that the tests make.
        settings.push("autovacuum=off");
    }
    for setting in settings {
        server.args(["-c", setting]);
    }
    server.stdout(log.try_clone()?).stderr(log);
    server.spawn().context("cannot start the server")
}

fn keep(server: &Child, folder: &Path) -> Result<Child> {
    Command::new("sh")
        .args(["-c", KEEPER, "keeper", &server.id().to_string()])
        .arg(folder)
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start the keeper of the server")
}

/// The server writes how far it is into a file, where its own tools read it too.
fn wait_until_ready(server: &mut Child, folder: &Path) -> Result<()> {
    let began = Instant::now();
    let status = folder.join("data").join("postmaster.pid");
    loop {
        let written = fs::read_to_string(&status).unwrap_or_default();
        if written
            .lines()
            .nth(7)
            .is_some_and(|word| word.trim() == "ready")
        {
            return Ok(());
        }
        let ended = server.try_wait()?;
        if ended.is_some() || began.elapsed() > PATIENCE {
            let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
            bail!("the server is not ready\n{}", program::tail(&log, 20));
        }
        thread::sleep(Duration::from_millis(20));
    }
}

fn has_ended(server: &mut Child) -> bool {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if matches!(server.try_wait(), Ok(Some(_))) {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}
