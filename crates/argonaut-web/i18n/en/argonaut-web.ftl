### Every text on screen, in English. One block for each area; a key is named
### area-thing. Keep each key inside the block of its area, between the opening
### and the closing line, so that two people's additions do not collide.


### ---- shell ----

shell-product = Argonaut
shell-skip = Skip to the content
shell-nav-label = Main menu
shell-nav-today = Today
shell-nav-clients = Clients
shell-nav-find = Find
shell-nav-matches = Introductions
shell-nav-helpers = Helpers
shell-nav-admin = Administration
shell-bell = { $count ->
    [0] Notifications, nothing new
    [one] Notifications, one new
   *[other] Notifications, { $count } new
}
shell-bell-many = 99+
shell-account-menu = Your account
shell-account-profile = My profile
shell-account-settings = Settings and security
shell-sign-in = Sign in
shell-sign-up = Sign up
shell-sign-out = Sign out
shell-language = Language
shell-footer = Help people help each other. What you record about a client is sealed at rest.
shell-footer-label = About this page
shell-footer-about = About Argonaut
shell-footer-help = Help
shell-flash-label = Message
shell-steps-done = done
shell-steps-now = now
shell-steps-stopped = stopped
shell-steps-later = to come
shell-pager-label = More pages
shell-pager-previous = Earlier
shell-pager-next = More
shell-breadcrumb-label = Where you are
shell-timeline-label = What has happened
shell-private-title = Only you can see this
shell-circle-title = Only you and this client’s circle can see this
shell-public-title = Others will see this
shell-print = Print this page
shell-copy = Copy
shell-copied = Copied
shell-pair-point = Point
shell-pair-match = fits
shell-pair-mismatch = does not fit
shell-pair-unknown = not known
shell-table-actions = Actions

# Dates. Each part is a number; months go from 1 to 12.
shell-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
shell-date = { $day } { shell-month } { $year }
shell-date-no-year = { $day } { shell-month }
shell-month-year = { shell-month } { $year }
shell-week-of = week of { $date }
shell-ago-today = today
shell-ago-yesterday = yesterday
shell-ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
shell-ago-weeks = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
shell-ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
shell-ago-years = { $count ->
    [one] { $count } year ago
   *[other] { $count } years ago
}
shell-in-tomorrow = tomorrow
shell-in-days = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
shell-in-weeks = { $count ->
    [one] in { $count } week
   *[other] in { $count } weeks
}
shell-in-months = { $count ->
    [one] in { $count } month
   *[other] in { $count } months
}
shell-in-years = { $count ->
    [one] in { $count } year
   *[other] in { $count } years
}
shell-list-and = { $first } and { $last }

### ---- end of shell ----


### ---- form ----

form-required = required
form-optional = optional
form-save = Save
form-cancel = Cancel
form-continue = Continue
form-search = Search
form-apply = Show results
form-clear = Clear
form-choose = Choose…
form-errors-title = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
form-error-prefix = Error:
form-show-password = Show password
form-filter-terms = Type to narrow the list
form-filter-found = { $count ->
    [0] Nothing found. Try another word.
    [one] One found
   *[other] { $count } found
}
form-group-chosen = { $count ->
    [0] none chosen
    [one] one chosen
   *[other] { $count } chosen
}
form-date-hint = Day, month and year
form-place-hint = Type a town or city and choose from the list
form-place-which = There is more than one place of that name. Which one?
form-options-found = { $count ->
    [0] Nothing found
    [one] One suggestion. Use the arrow keys to choose.
   *[other] { $count } suggestions. Use the arrow keys to choose.
}
form-unsaved = You have unsaved changes.

### ---- end of form ----


### ---- errors ----

errors-not-same-origin = This request did not come from this site, so nothing was changed. Open the page again and try once more.

errors-home = To the start page
errors-sign-in = Please sign in first.
errors-invalid-title = Something is missing
errors-invalid = What was sent cannot be used as it is. Go back, check the form and send it again.
errors-not-found-title = There is no such page
errors-not-found = It does not exist, it has been taken away, or it is not yours to see. Check the address, or start again from the start page.
errors-conflict-title = Somebody was faster
errors-conflict = It changed in the meantime, so nothing was saved. Open the page again, look, and try once more.
errors-forbidden-title = You cannot do this
errors-forbidden = You may see this, but not change it.
errors-busy-title = Too much at once
errors-busy = Many people are busy here right now. Wait a few seconds and try again.
errors-internal-title = That is our fault
errors-internal = Something went wrong on our side, and it has been noted. Try again; if it stays so, tell whoever runs this site.
errors-unavailable-title = We are not reachable just now
errors-unavailable = The database does not answer. Nothing was changed. Try again in a minute.

### ---- end of errors ----


### ---- accounts ----


accounts-sign-up-title = Create your account
accounts-sign-up-lead = You help others; Argonaut helps you. It takes a minute.
accounts-sign-up = Create account
accounts-have-account = I have an account
accounts-name = Your name
accounts-name-hint = Other helpers see it once you work together.
accounts-handle = Handle
accounts-handle-hint = A short name to sign in with: letters, digits, dots or dashes.
accounts-password = Password
accounts-password-hint = At least 12 characters. Four words that have nothing to do with each other are easy to remember and hard to guess.
accounts-password-new = New password
accounts-password-present = Present password
accounts-password-change = Change password
accounts-password-short = The password is too short. Use at least 12 characters.
accounts-password-long = The password is too long. Use at most 1,000 characters.
accounts-password-weak = This password is easy to guess. Try four unrelated words.
accounts-password-wrong = That is not your present password.
accounts-bad-name = Tell us your name, in at most 80 characters.
accounts-bad-handle = A handle has 3 to 30 letters a–z, digits, dots, dashes or underscores, and starts with a letter.
accounts-handle-taken = Somebody has this handle already. Try another one.
accounts-invitation-title = You need an invitation
accounts-invitation-needed = New helpers join with an invitation from somebody who is here. Ask them for a link; a link works once.
accounts-closed-title = Nobody can sign up just now
accounts-closed = Whoever runs this site has closed registration. Ask them.
accounts-approval-lead = Somebody who runs this site looks at each new account. You can sign in once it is approved.
accounts-waits-title = Your account waits for approval
accounts-waits = Your account waits for approval. Try to sign in again later.
accounts-suspended = This account is suspended. Ask whoever runs this site.
accounts-not-active = This account is not active. Ask whoever runs this site.
accounts-code-title = Your recovery code
accounts-code-lead = Print it or write it down now, and keep it where you keep important papers.
accounts-code-why = Your clients’ records are sealed with your password. If you forget it, this code is the only way to open them again.
accounts-code-once = We show it this one time and cannot show it again. Nobody can look it up for you.
accounts-code-kept = I have kept it. Continue
accounts-code-new = New recovery code
accounts-code-new-lead = Lost the paper? Make a new code. The old one stops working.
accounts-code-make = Make a new code
accounts-sign-in-title = Sign in
accounts-sign-in-wrong = Handle and password do not fit. Check both and try again.
accounts-forgotten = I forgot my password
accounts-no-account = New here?
accounts-recover-title = Come back in
accounts-recover-lead = With your recovery code you choose a new password, and nothing is lost.
accounts-recover-code = Recovery code
accounts-recover-code-hint = From the paper you printed. Spaces and small letters are fine.
accounts-recover = Set new password
accounts-recover-wrong = Handle and recovery code do not fit. Check both and try again.
accounts-recover-mistyped = The code has a typing mistake. Compare it with your paper.
accounts-sessions = Where you are signed in
accounts-sessions-lead = If you do not know one of these, sign it out and change your password.
accounts-device-unknown = A device
accounts-session-seen = last used { $when }
accounts-session-this = this one
accounts-session-end = Sign out there
accounts-session-end-others = Sign out everywhere else
accounts-invitations = Invite a helper
accounts-invitations-lead = A link works once, for { $days } days. Invite people you would trust with your own clients.
accounts-invite = Make an invitation link
accounts-invitation-fresh = Your invitation link
accounts-invitation-once = Copy it now and send it; it is not shown again. Put this site’s address in front.
accounts-invitation-made = Made { $when }
accounts-invitation-used = used
accounts-invitation-over = over
accounts-invitation-revoke = Take back
### ---- end of accounts ----


### ---- admin ----


admin-not-yourself = You cannot suspend yourself. Ask another administrator.
### ---- end of admin ----


### ---- profile ----


### ---- end of profile ----


### ---- clients ----


### ---- end of clients ----


### ---- import ----


### ---- end of import ----


### ---- cards ----


### ---- end of cards ----


### ---- consent ----


### ---- end of consent ----


### ---- suggestions ----


### ---- end of suggestions ----


### ---- find ----


### ---- end of find ----


### ---- matches ----


### ---- end of matches ----


### ---- contacts ----


### ---- end of contacts ----


### ---- helpers ----


### ---- end of helpers ----


### ---- notifications ----


### ---- end of notifications ----


### ---- places ----


### ---- end of places ----


### ---- safety ----


### ---- end of safety ----


### ---- words ----
words-gender-woman = Woman
words-gender-man = Man
words-gender-other = Another gender
words-stage-child = Child (under 18)
words-stage-younger = 18–39
words-stage-middle = 40–64
words-stage-older = 65 or older
words-age-85 = 85 or older
words-age-band = { $band }
words-age-adult = adult
words-age-minor = under 18
words-age-any = age not said
words-whom-any = A person
words-whom-person = Person, { $age }
words-whom = { $gender }, { $age }
words-urgency-low = It can wait
words-urgency-medium = It is needed
words-urgency-high = Urgent
words-on-introduction = Details on introduction
words-need-urgent = { $need } (urgent)
words-role-neighbour = Neighbour
words-role-relative = Relative
words-role-faith = Faith community
words-role-leader = Neighbourhood leader
words-role-social-worker = Social worker
words-role-campaigner = Campaigner
words-role-matchmaker = Matchmaker
words-role-other = Another role
words-place-anywhere = Place not said
words-limits-stages = Wants to meet people of these ages: { $stages }
words-limits-genders = Wants to meet: { $genders }
words-limits-languages = Wants to meet people who speak { $languages }
words-limits-distance = At most { $km } km away
### ---- end of words ----


### ---- done ----
done-signed-out = You are signed out.
done-password-changed = Your password is changed. All other devices are signed out.
done-session-ended = That device is signed out.
done-invitation-revoked = The invitation is taken back.
done-registration-set = Saved: who can sign up.
done-account-approved = The account is approved.
done-account-suspended = The account is suspended.
done-account-restored = The account is restored.
done-client-recorded = Recorded. Add more whenever you know more.
done-client-changed = Saved.
done-client-archived = Moved to the archive. Their card is taken down.
done-client-restored = Brought back from the archive.
done-client-erased = Erased for good.
done-client-attended = Noted: you were in touch today.
done-clients-imported = Your clients are imported.
done-note-added = Note added.
done-note-removed = Note removed.
done-consent-recorded = Consent recorded.
done-consent-withdrawn = Consent withdrawn. Everything it allowed has stopped.
done-card-published = Published. Your contacts see it now, everybody else from tonight on.
done-card-withdrawn = Taken down.
done-card-renewed = Renewed.
done-put-aside = Put aside.
done-brought-back = Brought back.
done-enquiry-sent = Sent. We will tell you when they answer.
done-enquiry-accepted = Accepted. Now you know each other’s names. Say hello!
done-enquiry-declined = Declined. They were told kindly.
done-message-sent = Sent.
done-proposed = Proposed. Now each of you asks your own client.
done-party-chosen = Saved.
done-agreed = Your side’s yes is recorded.
done-introduced = Wonderful. We will ask you in four weeks how it went.
done-outcome-recorded = Thank you. The outcome is recorded.
done-match-closed = Closed. Anything shared has been deleted here.
done-profile-saved = Your profile is saved.
done-contact-asked = Asked. We will tell you when they answer.
done-contact-accepted = You are now contacts.
done-contact-removed = Removed.
done-helper-blocked = Blocked. You no longer exist for each other here.
done-helper-unblocked = The block is lifted.
done-notices-read = All read.
done-language-set = Saved.
### ---- end of done ----
