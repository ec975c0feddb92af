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


clients-new = New client
clients-new-lead = A name or initials is enough. Add the rest when you know it.
clients-record = Record client
clients-lead = { $count ->
    [one] You act for one person.
   *[other] You act for { $count } people.
}
clients-private = Sealed at rest. Nobody else here can open it, not even whoever runs this site.
clients-empty-title = Whom do you help?
clients-empty = Record the people you act for: a neighbour, a relative, somebody from church. Then Argonaut looks for others who could help them, and shows nothing of them to anybody.
clients-search = Search in your clients
clients-show = Show
clients-need = Who need
clients-any-need = anything
clients-sort = Sort by
clients-shelf-active = All I act for
clients-shelf-unattended = No attention for 30 days
clients-shelf-carded = With a card on show
clients-shelf-uncarded = Without a card
clients-shelf-archived = Archive
clients-sort-name = Name
clients-sort-attention = Longest without attention
clients-sort-urgency = Most urgent needs
clients-sort-newest = Newest
clients-shown = { $first } to { $last } of { $total }
clients-none-title = Nobody found
clients-none = Try fewer words, or show another part of the list.
clients-attended = in touch { $when }
clients-card-on-show = card on show
clients-open-matches = { $count ->
    [one] 1 introduction open
   *[other] { $count } introductions open
}
clients-suggestions = Suggestions
clients-card = Card
clients-needs = Needs
clients-needs-hint = What would help? Tick what fits; you can set how urgent it is after saving.
clients-needs-pick = What is needed
clients-need-urgency = { $need }: how urgent?
clients-need-since = { $need }: since when?
clients-need-note = { $need }: note
clients-since = since { $date }
clients-offers = Can give
clients-interests = Likes
clients-connections = Looks for
clients-connections-hint = Which kinds of connection? None ticked means any.
clients-situations = Situation
clients-situations-hint = For your own overview. It is never on a card.
clients-name = Name or initials
clients-name-hint = However you call them.
clients-full-name = Full name
clients-pronouns = Pronouns
clients-relationship = Who they are to you
clients-gender = Gender
clients-birth = Year or date of birth
clients-birth-hint = 1950, or 1950-04-30
clients-birth-unreadable = Write a year such as 1950, or a date such as 1950-04-30.
clients-place = Where they live
clients-place-unknown = We do not know this place. Type the nearest town and choose from the list.
clients-languages = Languages they speak
clients-languages-often = Often spoken
clients-languages-rest = More languages
clients-phones = Telephone
clients-emails = E-mail
clients-one-per-line = One per line.
clients-address = Address
clients-preferred = Best way to reach them
clients-times = Best time
clients-not-said = Not said
clients-form-contact = Name and contact details
clients-form-gives = What they can give and like
clients-form-situation = Situation
clients-form-seeks = Whom they want to meet
clients-limit-stages = Only people of these ages
clients-limits-hint = None ticked means no limit.
clients-limit-genders = Only people of these genders
clients-limit-languages = Only people who speak
clients-max-km = At most how many kilometres away
clients-km-unreadable = Write a whole number of kilometres, such as 20.
clients-never = Never introduce to
clients-never-hint = Names, one per line. They stay here and are never shared.
clients-fault-missing = Give a name or initials.
clients-fault-long = This is too long: at most { $most } characters.
clients-fault-many = These are too many: at most { $most }.
clients-fault-date = This date cannot be. Check it.
clients-rel-friend = Friend
clients-rel-relative = Relative
clients-rel-neighbour = Neighbour
clients-rel-church = Church member
clients-rel-parishioner = Parishioner
clients-rel-agency = Agency client
clients-rel-other = Other
clients-way-call = Telephone call
clients-way-message = Text message
clients-way-email = E-mail
clients-way-letter = Letter
clients-way-visit = In person
clients-way-helper = Through me
clients-edit = Edit
clients-edit-title = Edit { $name }
clients-changed-meanwhile = The record changed since you opened this form. Your text is still here. Look it over and save again; saving replaces the other change.
clients-not-the-lead = Only the lead helper of this client may do this.
clients-archived = This client is in the archive.
clients-restore = Bring back
clients-archive = Move to the archive
clients-archive-hint = Takes the card down and ends open introductions. You can bring the client back.
clients-attend = I was in touch today
clients-person = About the person
clients-person-empty = Nothing yet. Add it whenever you learn it.
clients-matches = Introductions
clients-no-matches = None yet. Look at the suggestions.
clients-notes = Notes
clients-note-new = New note
clients-note-add = Add note
clients-note-remove = Remove note
clients-more = More
clients-log = Who opened this record
clients-log-lead = Every opening and every change, latest first.
clients-log-you = you
clients-log-other = another helper of the circle
clients-log-opened = opened
clients-log-recorded = recorded
clients-log-changed = changed
clients-log-archived = moved to the archive
clients-log-restored = brought back
clients-back = Record
clients-next-needs = Add what is needed
clients-next-card = Make a card
clients-next-suggestions = See suggestions
clients-erase = Erase for good
clients-erase-title = Erase { $name }?
clients-erase-lead = This cannot be undone. If you only stop acting for them, use the archive.
clients-erase-what = What happens
clients-erase-record = The record’s keys are destroyed and the record is deleted.
clients-erase-card = The card is taken down at once, and open introductions end.
clients-erase-kept = What other people already learned in an introduction cannot be taken back.
clients-erase-type = Type “{ $name }” to confirm
clients-erase-now = Erase for good
clients-erase-keep = Keep
clients-erase-wrong = That is another name. Type it as it stands on the record.
clients-import = Import clients from a file
### ---- end of clients ----


### ---- import ----


### ---- end of import ----


### ---- cards ----


cards-kind = De-identified card
cards-kind-helper = Helper
cards-kind-service = Service
cards-offers = Offers
cards-own = your own client
cards-hidden-helper = Helper { $number }
cards-named-helper = { $name } ({ $role })
### ---- end of cards ----


### ---- consent ----


consent-title = Consents
consent-none = Before a card is shared, ask the client. Read the text aloud and note the answer.
consent-record = Record consent
consent-read-aloud = Read this to the client:
consent-share-text = “May I show other helpers a card about you, without your name, so that they can find people or services for you? The card tells roughly where you live, your age group, your languages, and what you need or like. You can say no, and you can stop it at any time.”
consent-method = How was it given?
consent-method-verbal = By word of mouth
consent-method-written = In writing
consent-method-proxy = By somebody who may speak for them
consent-on = Given on
consent-until = Until
consent-until-hint = At most a year.
consent-unreadable = Tell how it was given, on which day, and until when.
consent-in-future = A consent cannot be given in the future. Check the date.
consent-bad-end = A consent has to end after today and within a year. Check the date.
consent-scope-share = To share a card without the name.
consent-scope-introduce = To be introduced, sharing: { $fields }.
consent-when = { $method }, on { $on }, until { $until }.
consent-holds = holds
consent-over = over
consent-withdrawn = withdrawn
consent-withdraw = Withdraw
consent-field-first-name = first name
consent-field-full-name = full name
consent-field-phone = telephone
consent-field-email = e-mail
consent-field-address = address
consent-field-preferred = best way and time to reach them
### ---- end of consent ----


### ---- suggestions ----


### ---- end of suggestions ----


### ---- find ----


### ---- end of find ----


### ---- matches ----


matches-stage-asked = Asked
matches-stage-talking = Talking
matches-stage-proposed = Both clients are asked
matches-stage-active = Ready to introduce
matches-stage-introduced = Introduced
matches-stage-closed = Closed
matches-ending-success = It worked out
matches-ending-declined = Declined
matches-ending-cancelled = Withdrawn
matches-ending-expired = Ran out of time
matches-reason-not-now = Not now
matches-reason-client-said-no = The client does not want to
matches-reason-need-met = The need is met
matches-reason-not-suitable = The two do not fit
matches-reason-too-far = Too far away
matches-reason-no-capacity = No time at present
matches-reason-moved = Moved away
matches-reason-safety = A worry about safety
matches-reason-consent-ended = A consent ended
matches-reason-not-said = Rather not say
matches-contact-me = Me
matches-contact-my-client = My client
matches-contact-their-client = The client of { $partner }
matches-contact-helpers = { $partner } and I brought them together
matches-not-sent = It was not sent. You had written:
matches-released-until = Until { $date }, unless somebody withdraws before.
matches-released-not-yet = The other helper can read this only while both sides’ yes holds.
matches-event-contact = First contact: { $who }
matches-yes = Yes
matches-no = No
matches-not-known = Not known yet
matches-helpful-yes = It helped
matches-helpful-partly = It helped a little
matches-helpful-no = It did not help
matches-helpful-harm = It did harm
matches-lead = Enquiries and introductions, and what each waits for.
matches-new = new
matches-empty-title = No introductions yet
matches-empty = Open one of your clients and look at the suggestions. When somebody fits, ask their helper.
matches-empty-step = To my clients
matches-your-turn = Your turn
matches-waiting = Waiting for the other helper
matches-introduced = Introduced
matches-over = Closed
matches-line = { $client } and { $partner }
matches-line-open = With { $partner }
matches-unavailable = a helper who is not here any more
matches-with = With { $partner }
matches-look-again = Look again
matches-way = The way to an introduction
matches-turn-yours = It is your turn.
matches-turn-theirs = Waiting for the other helper.
matches-turn-both = Either of you can take the next step.
matches-turn-follow-up = They have met. We will ask how it went.
matches-you-yourself = You, in person
matches-helper-in-person = The helper in person
matches-still-open = Still open
matches-their-client = Their client
matches-your-side = Your side
matches-their-side = Their side
matches-no-card = No card of theirs is on show to you. Ask in a message.
matches-released-to-you = Shared with you for this introduction
matches-released-care = Use it only for this introduction. It disappears here when the consent ends or somebody withdraws.
matches-released-by-you = What you shared
matches-thread = Messages
matches-thread-empty = No messages yet.
matches-you = You
matches-other = The other helper
matches-by-time = Time
matches-unreadable = This message cannot be opened: the other helper’s key changed. Ask them in person.
matches-message = Write a message
matches-message-hint = Sealed: only you two can read it. Before names are shared, write “my client”.
matches-send = Send message
matches-history = What has happened
matches-event = { $who }: { $what }
matches-event-asked = asked
matches-event-accepted = accepted
matches-event-declined = declined
matches-event-proposed = proposed an introduction
matches-event-chosen = said whom they bring
matches-event-agreed = said yes for their side
matches-event-introduced = recorded the introduction
matches-event-reported = recorded how it went
matches-event-finished = closed it
matches-event-withdrawn = withdrew
matches-event-lapsed = ran out
matches-ask-title = Ask the other helper
matches-ask-lead = “Shall we talk?” They learn your name only when they accept.
matches-ask-client = For which of your clients?
matches-ask-client-hint = They see that client’s card, if one is on show to everybody here; never the name.
matches-client-later = I will say later
matches-ask-privacy = The other helper reads this before you know each other. Write “my client” instead of a name, and no addresses or numbers.
matches-ask-words = A few words
matches-ask-words-hint = Why you think they could be good for each other. May stay empty.
matches-ask = Send enquiry
matches-gone = It is not on show any more.
matches-already-open = The two are already in an open introduction. Look under “Introductions”.
matches-client-needed = Choose the client who needs this help.
matches-changed = The other helper was faster, or the stage changed. Look at the page as it is now.
matches-not-your-turn = This step belongs to the other helper.
matches-party-open = Say first whom you bring.
matches-no-client = At least one of you must bring a client.
matches-party-settled = Whom you bring is settled already.
matches-already-agreed = Your side has said yes already.
matches-consent-missing = Your client’s consent is needed.
matches-consent-over = A consent has ended, so the flow stopped.
matches-no-outcome = Record first how it went.
matches-key-changed = The other helper’s key is not the one you know. Nothing was sent or shown. Meet or call them, and compare fingerprints.
matches-bad-message = Write at most { $most } characters, and at least one.
matches-nothing-shared = Choose at least one detail, so that the other side can make contact.
matches-answer-all = Answer every question, then send it again.
matches-answer-title = Would you like to talk?
matches-answer-lead = A helper asks about your client. If you accept, you both see each other’s names. Nothing else is shared.
matches-accept = Accept and talk
matches-decline = Decline
matches-decline-reason = Why? The other helper sees the reason.
matches-decline-send = Send the no
matches-propose-title = Introduce the two?
matches-propose-lead = Talk with { $partner } below. When you both think it fits, propose it. Then each of you asks your own client.
matches-propose = Propose introduction
matches-bring = Whom do you bring?
matches-bring-myself = Myself: I will help in person
matches-choose-title = Whom do you bring?
matches-agree-title = Ask your client
matches-agree-ask = Read this to { $client }:
matches-agree-text = “May I give your details to one other helper, so that you can get to know the person they act for? Only what we tick here, only for this, and you can stop it at any time without saying why.”
matches-agree-fields = What may be shared?
matches-agree-fields-hint = Goes only to { $partner }, for this introduction, until the date below; sealed, and readable once both sides have said yes.
matches-agree-client = My client says yes
matches-agree-own = I say yes
matches-agree-myself = You help in person. How can { $partner } reach you? It is shared once both sides have said yes.
matches-my-phone = Your telephone
matches-my-email = Your e-mail
matches-client-gone = Your client’s record is not there any more. Withdraw below.
matches-introduce-title = Bring them together
matches-introduce-lead = Both said yes. Call, or meet all together, and then note it here.
matches-safety-public = Meet for the first time in a public place, by day.
matches-safety-tell = Tell somebody where and when.
matches-safety-stop = Anybody can stop at any time.
matches-first-contact = Who made the first contact?
matches-accompanied = A helper went along
matches-introduce = They are introduced
matches-report-title = How did it go?
matches-report-lead = Ask your client. You can answer now or when we remind you in four weeks.
matches-connected = Did they get in touch?
matches-still-in-touch = Are they still in touch after four weeks?
matches-helpful = Did it help?
matches-report = Save how it went
matches-finish = Close this introduction
matches-wait = For now there is nothing to do
matches-wait-answer = Your enquiry is sent. They have 30 days to answer; we will tell you.
matches-wait-agree = Your side said yes. We wait for { $partner }.
matches-wait-outcome = Thank you. We wait for { $partner }, or you can close it now.
matches-withdraw = Withdraw from this introduction
matches-withdraw-title = Withdraw?
matches-withdraw-lead = It ends at once, and everything shared is deleted here. You do not have to say why.
matches-withdraw-reason = Why?
matches-withdraw-hint = Only you see this.
matches-withdraw-now = Withdraw now
matches-block-title = Never again with this helper?
matches-block-lead = Blocking ends everything between you, and you no longer exist for each other here. They are not told.
matches-block = Block this helper
### ---- end of matches ----


### ---- contacts ----


contacts-yourself = That is you.
contacts-already = It is so already.
contacts-nothing-asked = There is nothing to answer any more.
### ---- end of contacts ----


### ---- helpers ----


### ---- end of helpers ----


### ---- notifications ----

notifications-title = Notifications
notifications-lead = { $count ->
    [0] Nothing new. Each line leads to what it is about.
    [one] One is new. Each line leads to what it is about.
   *[other] { $count } are new. Each line leads to what it is about.
}
notifications-read-all = Mark all as read
notifications-new = new
notifications-empty-title = No notifications yet
notifications-empty = When somebody asks you, answers you or waits for you, it will stand here.
notifications-empty-step = What to do today
notifications-contact-asked = { $name } would like to be your contact. Answer them
notifications-contact-asked-unnamed = Somebody asked to be your contact
notifications-contact-accepted = { $name } is your contact now. See their profile
notifications-contact-accepted-unnamed = Somebody accepted to be your contact
notifications-enquiry-received = A helper asks you something. Read it and answer
notifications-enquiry-accepted = Your enquiry was accepted. Talk with them
notifications-enquiry-declined = Your enquiry was declined. See why
notifications-match-proposed = An introduction is proposed. Ask your client
notifications-other-side-agreed = The other side said yes. See whether your side’s yes is still missing
notifications-details-released = Both sides said yes. Bring the two together
notifications-introduction-made = The two are introduced. See how it was done
notifications-follow-up-due = Four weeks have passed. Tell how the introduction went
notifications-outcome-recorded = The other helper told how it went. Add your side
notifications-match-closed = An introduction was closed. See it
notifications-consent-ended = A consent ended, so an introduction has stopped. See it
notifications-card-expiring = A card of yours ends soon. Renew it
notifications-card-expired = A card of yours has ended. Publish a new one
notifications-approval-waiting = Somebody waits to be let in. Look at it

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


### ---- today ----

today-title = Hello, { $name }
today-lead = This waits for you.
today-lead-calm = Nobody waits for you just now.
today-lead-new = Five small steps to your first introduction. Each takes a minute or two.
today-record = Record a client
today-waits = waits for you
today-turn = Your turn
today-follow-ups = Ask how it went
today-contacts = Would like to be your contact
today-contact = Answer { $name }
today-unattended = Not looked at for { $days } days
today-unattended-all = See all { $count } in your client list
today-calm-title = All done
today-calm = Nobody waits for you. A good moment to look for somebody who fits one of your clients.
today-calm-step = Look at suggestions for a client
today-steps = Your first steps
today-step-done = done
today-step-profile = Tell others who you are
today-step-profile-why = Where you help and what you can give. This is how other helpers find you.
today-step-client = Record a client
today-step-client-why = A name or initials is enough. The record is sealed at rest.
today-step-card = Publish a card
today-step-card-why = A short, de-identified extract. You see it first as a stranger will see it.
today-step-look = Look at suggestions
today-step-look-why = Who could be good for your client, and why.
today-step-ask = Ask another helper
today-step-ask-why = “Shall we talk?” Your name is shown only when they accept.

### ---- end of today ----


### ---- home ----

home-title = You help somebody. Here you find who can help them too.
home-lead = Argonaut is for people who act for others. You record what somebody needs and can give, and together with other helpers you bring people together.
home-sign-up = Create an account
home-sign-in = Sign in
home-start = To the start page
home-for-whom-title = For whom
home-for-whom = For neighbours, relatives, people from churches and other communities, neighbourhood leaders, social workers, campaigners, matchmakers: for anyone who helps.
home-for-whom-clients = The people you help need no account. We call them your clients, whether they are friends, parishioners or clients of an agency.
home-how-title = How it works
home-how-record = You record a client in under a minute. It is sealed, and other helpers cannot open it.
home-how-card = When your client agrees, you publish a card: a short extract without name, address or dates.
home-how-suggestion = You read suggestions: who fits, and why.
home-how-ask = You ask the other helper. Names are shown only when they accept.
home-how-introduce = When both clients say yes, the two people are introduced. Later you both tell how it went.
home-privacy-title = What happens to what you write
home-privacy-sealed = Records and messages are sealed at rest: a stolen disk or backup cannot be read without your password or recovery code.
home-privacy-card = A card is de-identified: it says only as much as fits many people. That makes it hard to tell who is meant; it cannot make it impossible.
home-privacy-consent = Names and numbers go to one named helper, only after both clients have agreed, and only until a date. Anyone can stop at any time.
home-privacy-more = What is protected, and what is not
home-about-title = About Argonaut
home-about-lead = A social network for people who help other people.
home-about-what = On most networks people look for something for themselves. Here you look on behalf of somebody else: company for a lonely neighbour, a language partner for a newcomer, a ride to the doctor, a mentor, a friend.
home-about-name = The argonaut is a small octopus that carries its young in a thin shell which it makes itself. The Argonauts were a crew who reached their goal because each could do something else.
home-help-title = Help
home-help-lead = Short answers to what people ask first.
home-help-start-title = Where do I begin?
home-help-start = Record one client, with a name or initials and one need. Then open “Suggestions” on their page. Nothing leaves your records until you publish a card.
home-help-card-title = What do others see of my client?
home-help-card = Only the card, and you see it beforehand exactly as others will. It shows a rough place, a rough age and what is needed or offered. Sensitive needs read “Details on introduction”.
home-help-ask-title = What happens when I ask another helper?
home-help-ask = They read your words without your name. If they accept, you see each other’s names and can write. Until then write “my client” and no names, addresses or numbers.
home-help-consent-title = What do I have to ask my client?
home-help-consent = Twice: before you publish a card, and before you pass on contact details. The page gives you words to read aloud, and notes how and until when the yes was given.
home-help-stop-title = How do I stop?
home-help-stop = Every introduction has “Withdraw”. It ends at once, what was shared is deleted here, and nobody has to say why. What the other person has already read or written down cannot be taken back.
home-help-password-title = I forgot my password
home-help-password = Use your printed recovery code on the sign-in page. Without password and code nobody can open your records, not even an administrator.
home-help-safety-title = How do people meet safely?
home-help-safety = The first time in a public place, by day, and somebody knows where. A helper may come along. If you are worried, withdraw and block. In danger, call your local emergency number.
home-privacy-page-title = What is protected, and what is not
home-privacy-page-lead = In plain words, so that you can decide what to write here.
home-sealed-title = Sealed at rest
home-sealed-records = Your clients’ records: names, contact details, notes, needs, everything.
home-sealed-messages = Messages between you and another helper: sealed to the two of you.
home-sealed-details = Contact details that were passed on: sealed to the helper who gave them and the one who received them.
home-sealed-how = The key is sealed under your password and your recovery code. Whoever steals the database, a disk or a backup would have to guess one of them. A weak password can be guessed.
home-open-title = Not sealed
home-open-cards = Cards: they are made to be seen.
home-open-profile = Your profile, your offers and your contacts.
home-open-dates = Who takes part in which introduction, and when something was changed. The site needs this to work.
home-card-rules-title = How a card is de-identified
home-card-rules-general = Place, age, gender and languages are made so general that many people fit them.
home-card-rules-sensitive = Sensitive needs, such as violence or addiction, are never named on an open card.
home-card-rules-owner = On a card for everyone here you stay hidden until you accept to talk.
home-card-rules-rest = Somebody who knows your client well may still guess. If that would do harm, do not publish a card, or show it only to chosen helpers.
home-limits-title = What we cannot protect against
home-limits-server = Somebody who takes over the running server, or who runs it with bad intent, can see what its signed-in helpers see. Choose a site whose operators you trust.
home-limits-who = Whoever reads the database sees how many clients you have, roughly how long records are, and who writes to whom, and when.
home-limits-lost = If you lose both password and recovery code, your records stay sealed for good. There is no back door, and no administrator’s key.
home-limits-copies = Copies that people make: paper, pictures of the screen, what they remember.
home-limits-key = The first key of another helper is believed as the server gives it. Compare fingerprints with your contacts, in person or by telephone.
home-you-title = What you can do
home-you-password = Use a long password, and keep the printed recovery code like a house key.
home-you-consent = Ask before you share, and stop when somebody wants to stop.
home-you-erase = Erase a client’s record when you no longer need it. It is then gone here. Backups made before may still hold it, sealed.

### ---- end of home ----
