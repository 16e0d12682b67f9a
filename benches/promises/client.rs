//! A client on one connection that is kept open. It does no more than it must, since it shares
//! the machine with what it measures.

use std::io::ErrorKind;
use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use tokio::net::TcpStream;

/// A client.
pub struct Client {
    stream: TcpStream,
    buffer: Vec<u8>,
    answer: Vec<u8>,
}

/// How much is read at once.
const READ: usize = 16 * 1_024;

/// The bytes of a request by POST with a JSON body.
pub fn post(path: &str, token: Option<&str>, body: &str) -> Vec<u8> {
    let authorization = token
        .map(|token| format!("authorization: Bearer {token}\r\n"))
        .unwrap_or_default();
    format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/json\r\n\
         content-type: application/json\r\n{authorization}content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The bytes of a request by GET.
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n").into_bytes()
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: vec![0; READ],
            answer: Vec::new(),
        })
    }

    /// Sends a request and answers the body; anything but 200 is an error.
    pub async fn send(&mut self, request: &[u8]) -> Result<&[u8]> {
        self.write(request).await?;
        self.answer.clear();
        let head = loop {
            self.read().await?;
            if let Some(at) = self.answer.windows(4).position(|end| end == b"\r\n\r\n") {
                break at + 4;
            }
        };
        let text = std::str::from_utf8(self.answer.get(..head).unwrap_or_default())?;
        let is_ok = text.starts_with("HTTP/1.1 200 ");
        let end = head + length(text).context("an answer without a length")?;
        while self.answer.len() < end {
            self.read().await?;
        }
        let body = self.answer.get(head..).unwrap_or_default();
        if !is_ok {
            bail!("refused: {}", String::from_utf8_lossy(&self.answer));
        }
        Ok(body)
    }

    async fn write(&self, mut rest: &[u8]) -> Result<()> {
        while !rest.is_empty() {
            self.stream.writable().await?;
            match self.stream.try_write(rest) {
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    async fn read(&mut self) -> Result<()> {
        loop {
            self.stream.readable().await?;
            match self.stream.try_read(&mut self.buffer) {
                Ok(0) => bail!("the connection was closed"),
                Ok(read) => {
                    let read = self.buffer.get(..read).unwrap_or_default();
                    self.answer.extend_from_slice(read);
                    return Ok(());
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

fn length(head: &str) -> Option<usize> {
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = fields.find(|(name, _)| name.eq_ignore_ascii_case("content-length"))?;
    value.trim().parse().ok()
}
