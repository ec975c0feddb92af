//! Being told by mail: notices are written for many helpers at once, and the post hands their
//! letters over to a mail server on this machine that takes everything.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use argonaut_app::contacts::ask::ask;
use argonaut_app::told::{Means, Telling, address, choose};
use argonaut_domain::locale::Locale;
use argonaut_domain::told::{How, Topic};
use argonaut_testkit::Mail;
use argonaut_web::mails::{MailSettings, Postman};
use clap::Args;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::instance;

/// What to do.
#[derive(Args)]
pub(crate) struct Options {
    /// So many helpers are told, one letter each.
    #[arg(long, default_value_t = 500)]
    helpers: usize,
    /// A PostgreSQL database to use instead of SQLite: an empty one.
    #[arg(long)]
    database: Option<String>,
    /// Prints one JSON object on one line.
    #[arg(long)]
    json: bool,
}

/// What the mail server took.
type Taken = Arc<Mutex<Vec<Mail>>>;

pub(crate) async fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let app = instance::bare(folder.path(), options.database.as_deref(), 1).await?;
    let app = app.telling_by(Means {
        mail: true,
        push: false,
    });
    app.refresh().await?;
    let app = Arc::new(app);
    let taken = Taken::default();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let settings = MailSettings {
        url: format!("smtp://{}", listener.local_addr()?),
        from: "argonaut@example.org".to_owned(),
        bounces: Some("bounces@example.org".to_owned()),
        public_url: "https://help.example.org".to_owned(),
    };
    let sink = tokio::spawn(take_all(listener, Arc::clone(&taken)));
    let postman = Postman::new(Arc::clone(&app), &settings)?;

    let asker = instance::helper(&app).await?;
    let mut told = Vec::with_capacity(options.helpers);
    for number in 0..options.helpers {
        let who = instance::another(&app, &format!("told{number}")).await?;
        let to = format!("told{number}@example.org");
        address::give(&app, &who, &to, Locale::En).await?;
        let mut telling = Telling {
            quiet: None,
            ..Telling::default()
        };
        telling.how.insert(Topic::People, How::Now);
        choose::choose(&app, &who, &telling).await?;
        told.push(who);
    }
    let start = Instant::now();
    let links = postman.round().await?.over;
    let of_links = start.elapsed().as_secs_f64();
    for mail in take(&taken) {
        let link = mail.link("/mail/confirm/");
        let token = link.rsplit('/').next().unwrap_or_default();
        address::confirm(&app, token).await?;
    }
    for who in &told {
        ask(&app, &asker, who.helper()).await?;
    }
    let start = Instant::now();
    let over = postman.round().await?.over;
    let seconds = start.elapsed().as_secs_f64();
    let arrived = take(&taken).len();
    sink.abort();
    if over != options.helpers || arrived != over {
        return Err(format!(
            "{over} letters, {arrived} arrived, for {} helpers",
            options.helpers
        )
        .into());
    }
    #[expect(clippy::cast_precision_loss, reason = "a few thousand letters")]
    let (rate, links_rate) = (over as f64 / seconds * 60.0, links as f64 / of_links * 60.0);
    let database = if options.database.is_some() {
        "postgresql"
    } else {
        "sqlite"
    };
    let line = if options.json {
        serde_json::json!({ "database": database, "letters": over, "arrived": arrived, "seconds": seconds,
            "letters_per_minute": rate.round(), "links_per_minute": links_rate.round() })
        .to_string()
    } else {
        format!(
            "{database}: {over} letters in {seconds:.2} s, {rate:.0} a minute, each claimed, written, \
             handed over and settled; {arrived} arrived; links to confirm: {links_rate:.0} a minute"
        )
    };
    #[expect(clippy::print_stdout, reason = "the result of the program")]
    {
        println!("{line}");
    }
    Ok(())
}

fn take(taken: &Taken) -> Vec<Mail> {
    std::mem::take(&mut taken.lock().unwrap_or_else(PoisonError::into_inner))
}

async fn take_all(listener: TcpListener, taken: Taken) {
    while let Ok((stream, _)) = listener.accept().await {
        let taken = Arc::clone(&taken);
        tokio::spawn(async move {
            if let Err(error) = serve(stream, &taken).await {
                eprintln!("a connection ended early: {error}");
            }
        });
    }
}

/// As much of SMTP as it takes to take mail.
async fn serve(stream: TcpStream, taken: &Taken) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    let mut mail = empty();
    while let Some(line) = lines.next_line().await? {
        let word: String = line.chars().take(4).collect::<String>().to_uppercase();
        let answer: &[u8] = match word.as_str() {
            "MAIL" => {
                mail.from = line.clone();
                b"250 OK\r\n"
            }
            "RCPT" => {
                mail.to.push(line.clone());
                b"250 OK\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    mail.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.data.push_str("\r\n");
                }
                let whole = std::mem::replace(&mut mail, empty());
                taken
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(whole);
                b"250 OK\r\n"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _other => b"250 OK\r\n",
        };
        write.write_all(answer).await?;
    }
    Ok(())
}

const fn empty() -> Mail {
    Mail {
        from: String::new(),
        to: Vec::new(),
        data: String::new(),
    }
}
