//! `argonaut serve`: listens, keeps time's work going, and ends cleanly.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use argonaut_app::{App, Trouble, accounts, background};
use argonaut_web::Web;
use argonaut_web::mails::{MailError, Postman, Sent};
use argonaut_web::pushes::{Herald, Pushed, Road};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::time::{MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::config::Settings;
use crate::logs;
use crate::screen::say;
use crate::start::{self, StartError};

/// How often the work of time is done.
const ROUND: Duration = Duration::from_secs(60);
/// How often other nodes' changes are looked for.
const CATCH_UP: Duration = Duration::from_secs(1);
/// How often the post looks for mail that is due.
const POST: Duration = Duration::from_secs(5);
/// How long running answers may take after the signal to stop.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Why serving failed.
#[derive(Debug, Error)]
pub(crate) enum ServeError {
    /// The application does not start.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Another program listens there.
    #[error(
        "{0} is in use by another program; stop that one, or choose another address with --listen"
    )]
    InUse(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}; choose another address with --listen")]
    Listen {
        address: SocketAddr,
        source: std::io::Error,
    },
    /// The set-up link could not be made.
    #[error("the set-up link cannot be made")]
    SetUp(#[from] Trouble),
    /// The mail server cannot be used.
    #[error("mail: {0}")]
    Mail(#[from] MailError),
    /// This build cannot speak TLS, so nobody can be told on devices.
    #[error("push messages need TLS, which this build cannot speak; set push = off")]
    Push,
    /// Serving ended with an error.
    #[error("serving ended")]
    Serve(#[source] std::io::Error),
}

/// Serves until a signal comes.
pub(crate) async fn run(settings: &Settings) -> Result<(), ServeError> {
    logs::start(settings);
    let listener = listen(settings.listen).await?;
    let app = start::app(settings).await?;
    if let Some(link) = accounts::invite::set_up(&app).await? {
        say(
            "There are no accounts yet. The first administrator signs up here (once, within a week):",
        );
        say(&format!("  {}/join/{}", settings.public_url, link.token));
    }
    serve(settings, listener, app).await
}

/// Takes the address before anything else, so that a second start fails early.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|source| {
        if source.kind() == ErrorKind::AddrInUse {
            ServeError::InUse(address)
        } else {
            ServeError::Listen { address, source }
        }
    })
}

/// Serves a ready application until a signal comes, then closes it.
pub(crate) async fn serve(
    settings: &Settings,
    listener: TcpListener,
    app: Arc<App>,
) -> Result<(), ServeError> {
    let shutdown = CancellationToken::new();
    let post = match &settings.mail {
        Some(mail) => {
            let postman = Postman::new(Arc::clone(&app), mail)?;
            Some(tokio::spawn(post_goes(postman, shutdown.clone())))
        }
        None => None,
    };
    let herald = if settings.push {
        let contact = contact(settings);
        let herald = Herald::new(
            Arc::clone(&app),
            &Road::open(),
            &contact,
            &settings.public_url,
        )
        .map_err(|_| ServeError::Push)?;
        Some(tokio::spawn(herald_goes(herald, shutdown.clone())))
    } else {
        None
    };
    let work = tokio::spawn(time_works(Arc::clone(&app), shutdown.clone()));
    tokio::spawn(stop_on_signal(shutdown.clone()));
    let address = listener.local_addr().map_err(ServeError::Serve)?;
    // With port 0 the machine chose one: the public address is not known before.
    let shown = if settings.listen.port() == 0 {
        format!("http://{address}")
    } else {
        settings.public_url.clone()
    };
    say(&format!("Argonaut is at {shown} (stop with Ctrl-C)"));
    tracing::info!(%address, "listening");
    let web = Web {
        app: Arc::clone(&app),
        reach: settings.reach,
        proxies: settings.proxies.clone(),
        shutdown: shutdown.clone(),
    };
    let served = argonaut_web::serve(listener, web, LAST_ANSWERS).await;
    shutdown.cancel();
    if work.await.is_err() {
        tracing::error!("the work of time ended before the server");
    }
    for (name, task) in [("post", post), ("herald", herald)] {
        if let Some(task) = task
            && task.await.is_err()
        {
            tracing::error!("the {name} ended before the server");
        }
    }
    app.close().await;
    tracing::info!("closed");
    served.map_err(ServeError::Serve)
}

/// What time does by itself, and other nodes' changes. An error is logged, and
/// the next round tries again.
async fn time_works(app: Arc<App>, shutdown: CancellationToken) {
    let mut round = interval(ROUND);
    let mut catch_up = interval(CATCH_UP);
    round.set_missed_tick_behavior(MissedTickBehavior::Delay);
    catch_up.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let done = tokio::select! {
            () = shutdown.cancelled() => return,
            _ = round.tick() => background::round(&app).await.map(|done| {
                tracing::debug!(?done, "a round of time's work");
            }),
            _ = catch_up.tick() => app.refresh().await,
        };
        if let Err(error) = done {
            tracing::warn!(%error, "time's work will be tried again");
        }
    }
}

/// Mail that is due. A round that has begun is ended, so that a letter that was handed over
/// is written down as such.
async fn post_goes(postman: Postman, shutdown: CancellationToken) {
    let mut post = interval(POST);
    post.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = post.tick() => {}
        }
        match postman.round().await {
            Ok(sent) if sent == Sent::default() => {}
            Ok(sent) => tracing::info!(?sent, "mail"),
            Err(error) => tracing::warn!(%error, "mail will be tried again"),
        }
    }
}

/// Where push services may complain (RFC 8292): the address from which mail comes, or the site.
fn contact(settings: &Settings) -> String {
    match &settings.mail {
        Some(mail) => format!("mailto:{}", mail.from),
        None => settings.public_url.clone(),
    }
}

/// Push messages that are due; a round that has begun is ended, like the post's.
async fn herald_goes(herald: Herald, shutdown: CancellationToken) {
    let mut due = interval(POST);
    due.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            _ = due.tick() => {}
        }
        match herald.round().await {
            Ok(pushed) if pushed == Pushed::default() => {}
            Ok(pushed) => tracing::info!(?pushed, "push messages"),
            Err(error) => tracing::warn!(%error, "push messages will be tried again"),
        }
    }
}

async fn stop_on_signal(shutdown: CancellationToken) {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
        () = shutdown.cancelled() => {}
    }
    tracing::info!("stopping");
    shutdown.cancel();
}
