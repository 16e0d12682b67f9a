//! The promises of speed, measured: the server beside handlers that were written by hand for one
//! answer each, on the same database, by turns, with clients on the same machine. Each ratio is
//! that of the medians of their turns; answers are compared before they are timed.
//!
//! `cargo xtask bench` runs it, on SQLite and on a PostgreSQL that keeps what it has confirmed.

#![expect(
    clippy::print_stdout,
    reason = "a benchmark talks to the person who started it"
)]

mod args;
mod client;
mod cover;
mod list;
mod load;
mod log;
mod nested;
mod place;
mod plain;
mod read;
mod server;
mod start;
mod table;
mod unlogged;
mod world;

use anyhow::Result;
use clap::Parser;

use args::Args;
use place::Place;
use server::Server;
use table::Row;
use world::World;

fn main() -> Result<()> {
    let args = Args::parse();
    if !args.bench {
        // `cargo test` starts benchmarks too, where nothing that it measured would mean anything.
        println!("run by `cargo xtask bench`");
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(measure(&args))
}

async fn measure(args: &Args) -> Result<()> {
    table::print_head(args);
    let mut rows = Vec::new();
    for engine in args.engines() {
        let place = Place::make(engine).await?;
        // A failure must not leave a database behind, so it is told after the clearing up.
        let measured = measure_at(args, &place).await;
        place.remove().await?;
        rows.extend(measured?);
    }
    rows.push(start::demo(args).await?);
    table::print(&rows);
    Ok(())
}

async fn measure_at(args: &Args, place: &Place) -> Result<Vec<Row>> {
    let opened = place.open().await?;
    let world = World::fill(&opened.app.db, args.meetings).await?;
    let server = Server::start(&opened.app, &world).await?;
    let further = place.further().await?;
    let plain = plain::serve(&further).await?;
    let engine = place.engine;
    let mut rows = Vec::new();
    for question in [
        list::question(),
        nested::question(&world)?,
        cover::question(),
    ] {
        rows.extend(read::measure(args, engine, &server, plain, &question).await?);
    }
    rows.extend(log::measure(args, engine, (&server, plain), (&further, &world)).await?);
    further.close().await?;
    opened.close().await?;
    rows.extend(start::measure(place).await?);
    Ok(rows)
}
