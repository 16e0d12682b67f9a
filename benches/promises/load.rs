//! Sides of a comparison, which have the machine in turns.

use std::fs;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use tokio::task::JoinSet;

use crate::args::Args;
use crate::client::Client;

/// How long each turn runs before its clock starts.
const WARM_UP: Duration = Duration::from_millis(200);

/// How long the system's tick is, in milliseconds.
const TICK: u64 = 10;

type Requests = dyn Fn(u64) -> Vec<u8> + Send + Sync;
type Check = dyn Fn(&[u8]) -> bool + Send + Sync;

/// One side: where it answers, what it is asked, and what a right answer looks like.
#[derive(Clone)]
pub struct Side {
    address: SocketAddr,
    requests: Arc<Requests>,
    is_right: Arc<Check>,
    asked: Arc<AtomicU64>,
}

/// What came of one side.
#[derive(Default)]
pub struct Measured {
    /// Answers a second, a number for each turn.
    rates: Vec<f64>,
    /// How long each answer took.
    times: Vec<Duration>,
    /// For how long a processor was busy with each answer in this process, the client's part
    /// included; a number for each turn.
    busy: Vec<Duration>,
}

impl Side {
    /// A side that is asked the request of each number, from 0 on.
    pub fn new(
        address: SocketAddr,
        requests: impl Fn(u64) -> Vec<u8> + Send + Sync + 'static,
        is_right: impl Fn(&[u8]) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self {
            address,
            requests: Arc::new(requests),
            is_right: Arc::new(is_right),
            asked: Arc::default(),
        }
    }

    /// Asks once.
    pub async fn ask(&self) -> Result<Vec<u8>> {
        let mut client = Client::connect(self.address).await?;
        Ok(client.send(&self.request()).await?.to_vec())
    }

    fn request(&self) -> Vec<u8> {
        (self.requests)(self.asked.fetch_add(1, Ordering::Relaxed))
    }

    async fn turn(&self, clients: u32, length: Duration) -> Result<Vec<Duration>> {
        let mut tasks = JoinSet::new();
        let start = Instant::now() + WARM_UP;
        for _ in 0..clients {
            tasks.spawn(self.clone().client(start, start + length));
        }
        let mut times = Vec::new();
        while let Some(ended) = tasks.join_next().await {
            times.extend(ended??);
        }
        Ok(times)
    }

    async fn client(self, start: Instant, end: Instant) -> Result<Vec<Duration>> {
        let mut client = Client::connect(self.address).await?;
        let mut times = Vec::new();
        loop {
            let request = self.request();
            let sent = Instant::now();
            let answer = client.send(&request).await?;
            let answered = Instant::now();
            ensure!(
                (self.is_right)(answer),
                "a wrong answer: {}",
                String::from_utf8_lossy(answer)
            );
            if answered > end {
                return Ok(times);
            }
            if sent >= start {
                times.push(answered - sent);
            }
        }
    }
}

/// Lets each side have its turns, one after the other in each round.
pub async fn compare(args: &Args, sides: &[Side]) -> Result<Vec<Measured>> {
    let mut measured: Vec<Measured> = sides.iter().map(|_| Measured::default()).collect();
    for _ in 0..args.rounds {
        for (side, measured) in sides.iter().zip(&mut measured) {
            let asked = side.asked.load(Ordering::Relaxed);
            let began = busy();
            let times = side.turn(args.clients, args.turn()).await?;
            let asked = side.asked.load(Ordering::Relaxed) - asked;
            let asked = u32::try_from(asked).unwrap_or(u32::MAX).max(1);
            measured.busy.push(busy().saturating_sub(began) / asked);
            measured
                .rates
                .push(number(times.len()) / args.turn().as_secs_f64());
            measured.times.extend(times);
        }
    }
    for side in &mut measured {
        side.rates.sort_by(f64::total_cmp);
        side.busy.sort_unstable();
        side.times.sort_unstable();
    }
    Ok(measured)
}

impl Measured {
    /// The median of the turns' answers a second.
    pub fn rate(&self) -> f64 {
        self.rates
            .get(self.rates.len() / 2)
            .copied()
            .unwrap_or_default()
    }

    /// The median of the turns' processor time for an answer, which the machine's other work
    /// hardly changes. On PostgreSQL most of the work is done in other processes.
    pub fn busy(&self) -> Duration {
        let half = self.busy.get(self.busy.len() / 2);
        half.copied().unwrap_or_default()
    }

    /// The slowest and the fastest turn.
    pub fn span(&self) -> (f64, f64) {
        let ends = self.rates.first().zip(self.rates.last());
        ends.map(|(low, high)| (*low, *high)).unwrap_or_default()
    }

    /// Within how long so many of a hundred answers came.
    pub fn percentile(&self, percent: usize) -> Duration {
        self.times
            .get(self.times.len() * percent / 100)
            .copied()
            .unwrap_or_default()
    }
}

/// For how long processors were busy with this process, as far as the system tells.
fn busy() -> Duration {
    let told = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in brackets may hold spaces; what follows is counted from the state.
    let fields = told
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace());
    let ticks = fields.into_iter().flatten().skip(11).take(2);
    let ticks = ticks
        .filter_map(|field| field.parse::<u64>().ok())
        .sum::<u64>();
    Duration::from_millis(ticks * TICK)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
