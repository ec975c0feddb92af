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
    [one] Notifications, 1 new
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
accounts-code-why = Your clients’ records are sealed with your password. If you forget it, this code opens them again. Until you choose trusted contacts, it is the only way.
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
accounts-invitation-once = Copy it now and send it; it is not shown again.
accounts-invitation-made = Made { $when }
accounts-invitation-used = used
accounts-invitation-over = over
accounts-invitation-revoke = Take back
### ---- end of accounts ----


### ---- admin ----


admin-not-yourself = You cannot suspend yourself. Ask another administrator.
admin-no-break-glass-title = You run this site, and cannot open records
admin-no-break-glass = Administrators see accounts and the log, never a client’s record. There is no back door. Only helpers who chose your organisation’s recovery key can be let back in with it.
admin-registration = Who can sign up
admin-who-can-sign-up = New helpers come
admin-way-closed = Not at all
admin-way-invitation = With an invitation
admin-way-approval = After approval by an administrator
admin-way-open = Freely
admin-pending = Waiting for approval
admin-approve = Approve
admin-active = Active
admin-suspend = Suspend
admin-suspend-title = Suspend { $name }?
admin-suspend-lead = They are signed out at once, and nothing of theirs is on show. You can restore the account.
admin-suspended = Suspended
admin-restore = Restore
admin-log = What was done
admin-the-program = the program
### ---- end of admin ----


### ---- profile ----


profile-lead = What you can give, and for whom. It helps others to find you for their clients.
profile-public = Public words: no names or details of clients here.
profile-role = You are
profile-area = Where you help
profile-area-hint = Your town or city.
profile-languages = Languages you speak
profile-about = A few words about you
profile-about-hint = At most 600 characters.
profile-about-long = At most { $most } characters about you.
profile-note-long = A note has at most { $most } characters.
profile-too-many = Choose at most { $most } in each list.
profile-offers = What you offer
profile-offers-hint = Skills, things, time. After saving you can add a note and how often.
profile-offers-pick = What can you give?
profile-offer-level = { $offer }: do you have it?
profile-offer-month = { $offer }: times a month
profile-offer-note = { $offer }: note
profile-level-has = I have it
profile-level-learning = learning
profile-situations = Kinds of clients you work with
profile-situations-hint = In general, not of one person.
profile-privacy = What others see
profile-who-finds = Who finds me in lists and suggestions
profile-who-area = Who sees my area
profile-who-offers = Who sees what I offer
profile-who-clients = Who sees the kinds of clients
profile-reach-everyone = Everyone here
profile-reach-contacts = My contacts
profile-reach-nobody = Nobody
profile-save = Save profile
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


import-lead = From a spreadsheet or another program: save it as a CSV file first.
import-private = Each row becomes a sealed record. The file itself is not kept.
import-file = CSV file
import-file-hint = The first line has the names of the columns.
import-paste = Or paste the lines here
import-empty = The file is empty. Choose another one.
import-too-many = The file has more than { $most } rows. Split it.
import-not-csv = This is no CSV file. In your spreadsheet choose “Save as” and “CSV”.
import-ignore = leave out
import-first-name = First name
import-last-name = Last name
import-urgency = How urgent
import-columns-lead = { $count ->
    [one] One row found. What do the columns hold?
   *[other] { $count } rows found. What do the columns hold?
}
import-example = For example: { $text }
import-preview = Show what would be imported
import-planned = { $count ->
    [one] One row:
   *[other] { $count } rows:
}
import-nameless = { $count ->
    [one] One row has no name
   *[other] { $count } rows have no name
}
import-nameless-hint = Nothing is imported until every row has a name. Choose another column for the name, or mend the file.
import-twice = { $count ->
    [one] One looks like somebody you have already
   *[other] { $count } look like people you have already
}
import-skip = Leave out those I have already
import-line = Line { $line }
import-duplicate = there already
import-not-understood = { $column }: “{ $text }” was not understood; it goes into a note.
import-no-name-at = Line { $line } has no name, so nothing was imported.
import-nothing = There is nothing to import.
import-run = Import
import-too-big = The file is too big. Split it, or leave out columns, and try again.
### ---- end of import ----


### ---- cards ----


cards-kind = De-identified card
cards-kind-helper = Helper
cards-kind-service = Service
cards-offers = Offers
cards-own = your own client
cards-hidden-helper = Helper { $number }
cards-named-helper = { $name } ({ $role })
cards-title = A card for { $name }
cards-lead = A card lets other helpers find your client without knowing who it is. This is how it will look.
cards-look-again = Please look again
cards-consent-first = First, ask the client
cards-none-yet = No card is on show
cards-first-warning = Later cards of the same client never say more than the first one about place, age, gender and languages. Add what you know before you publish.
cards-on-show = A card is on show
cards-on-show-until = Until { $date }. Publishing again replaces it.
cards-as-others-see = See it as others do
cards-renew = Renew for 90 days
cards-withdraw = Take card down
cards-preview = Exactly as a stranger sees it
cards-why = Why it says no more
cards-publish = Publish card
cards-refused = This card would say too much about one person
cards-refused-why = Too few people or helpers are like this here, so somebody could guess who it is. What helps:
cards-to-choices = Change the choices below
cards-consent-needed = Record the client’s consent first.
cards-looks-different = The card would look different by now. Look at it once more, then publish.
cards-no-audience = Choose at least one helper.
cards-sees-everyone = Every helper here sees it: your contacts now, everybody else from tonight on. You stay hidden until you both agree to talk.
cards-sees-contacts = Only your contacts see it, and they see that it is yours.
cards-sees-helpers = { $count ->
    [one] Only one chosen helper sees it, and sees that it is yours.
   *[other] Only { $count } chosen helpers see it, and see that it is yours.
}
cards-sees-trusted = { $level ->
    [known] Helpers whom you know, or whom people you rely on know, see it, and see that it is yours.
    [well_trusted] Only helpers whom you trust very well see it, and they see that it is yours.
   *[other] Only helpers whom you trust see it, and they see that it is yours.
}
cards-sees-groups = { $count ->
    [one] Only the members of one of your groups see it, and see that it is yours.
   *[other] Only the members of { $count } of your groups see it, and see that it is yours.
}
cards-choices = Your choices
cards-preview-again = Show the card again
cards-audience = Who may see it?
cards-audience-everyone = Everyone here
cards-audience-contacts = My contacts
cards-audience-helpers = Chosen helpers
cards-audience-helpers-hint = Tick them below. They see that it is yours.
cards-audience-which = Which helpers?
cards-shows = What may it say?
cards-shows-hint = Untick what it should leave out.
cards-discreet = Say “details on introduction” instead of
cards-discreet-hint = Sensitive needs always read like that.
cards-finest = The place at most as
cards-finest-city = city or town
cards-finest-region = region
cards-finest-country = country
cards-attr-place = Place
cards-attr-age = Age
cards-attr-gender = Gender
cards-attr-languages = Languages
cards-attr-limits = Whom they want to meet
cards-not-said = not said
cards-explained = { $what }: “{ $to }” instead of “{ $from }”, because { $why }.
cards-why-few-people = too few people are like this
cards-why-small-area = the place is small
cards-why-few-helpers = too few helpers are active there
cards-why-earlier = an earlier card said no more
cards-why-sensitive = it is sensitive
cards-why-discreet = you chose so
cards-why-suppressed = leaving it out lets the rest be more exact
cards-advice-give-up = Leave out: { $what }.
cards-advice-narrow = Show it only to your contacts or to chosen helpers.
cards-advice-say-something = Add a need, an offer or an interest that may be shown.
cards-advice-no-figures = Add where the client lives. Without a place nobody can be counted.
cards-withdraw-title = Take down the card of { $name }?
cards-withdraw-when = When?
cards-withdraw-batch = Tonight, with all changes of the day
cards-withdraw-batch-hint = Your contacts stop seeing it now. For everybody else the hour tells nothing about who did it.
cards-withdraw-now = At once, for everybody
cards-withdraw-now-hint = If there is any danger, choose this.
cards-to-client = To my client
cards-ask = Ask about this person
cards-show-lead = A de-identified card: a real person, told by their helper.
cards-waits = { $count ->
    [one] Waits for one week.
   *[other] Waits for { $count } weeks.
}
cards-de-identified = De-identified means: without a name, and so general that many people fit. It is no promise that nobody can ever guess.
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


suggestions-title = Suggestions for { $name }
suggestions-lead = The best fits first, with the reasons.
suggestions-cut-title = Not everything was looked at
suggestions-cut = We stopped looking so that you need not wait. These fit, but better ones may be missing: open this page again in a moment.
suggestions-unpublished = No card of this client is on show. We searched with the card it would be; nothing left your caseload.
suggestions-kinds = Kinds of suggestions
suggestions-kind-cards = People
suggestions-kind-helpers = Helpers
suggestions-kind-services = Services
suggestions-own-show = Show my own clients too
suggestions-own-hide = Hide my own clients
suggestions-none-title = Nothing fits yet
suggestions-none = New cards arrive each night. More needs, offers and interests on the record find more.
suggestions-look-around = Look around
suggestions-aside = { $count ->
    [one] 1 put aside
   *[other] { $count } put aside
}
suggestions-side-by-side = Look side by side
suggestions-put-aside = Put aside
suggestions-why = Why?
suggestions-not-now = Not now
suggestions-never = Never for this client
suggestions-they-give = They can give “{ $what }”, which { $client } needs.
suggestions-they-give-like = They can give “{ $what }”, close to “{ $need }”, which { $client } needs.
suggestions-you-give = { $client } can give “{ $what }”, which they need.
suggestions-you-give-like = { $client } can give “{ $what }”, close to “{ $need }”, which they need.
suggestions-interest = Both like: { $what }.
suggestions-connection = Both look for: { $what }.
suggestions-same-place = In the same place.
suggestions-near = About { $km } km away or less.
suggestions-far = More than 250 km away.
suggestions-remote = This help works from afar.
suggestions-language = Both speak { $language }.
suggestions-contact = From one of your contacts.
suggestions-waiting = { $count ->
    [one] Waits for one week.
   *[other] Waits for { $count } weeks.
}
suggestions-aside-title = Put aside
suggestions-aside-none = Nothing is put aside
suggestions-aside-none-text = What you put aside waits here, and you can bring it back.
suggestions-aside-until = Until { $date }
suggestions-aside-never = For good
suggestions-aside-gone = It is not on show any more.
suggestions-bring-back = Bring back
suggestions-pair-title = { $name } side by side
suggestions-other-side = The other side
suggestions-limits-title = Something rules this out
suggestions-limits = One side has a wish that the other does not meet. Look at the points marked “does not fit”.
suggestions-contact-service = How to get in touch
suggestions-own-pair = Both are your own clients: no enquiry is needed. Ask each of them.
suggestions-ask = Ask this helper
suggestions-ask-them = ask the helper
suggestions-not-offered = not offered
suggestions-can-give = can give: { $what }
suggestions-point-need-ours = A need of your client
suggestions-point-need-theirs = A need of theirs
suggestions-distance-unknown = not known
suggestions-point-distance = Distance
suggestions-point-age = Wish about age
suggestions-point-gender = Wish about gender
suggestions-point-language-limit = Wish about language
suggestions-nothing-shared = nothing in common
suggestions-has-limit = has this wish
### ---- end of suggestions ----


### ---- find ----


find-title = Find
find-lead = Look around in what helpers have published.
find-kinds = What to find
find-any = any
find-stage = Age
find-need = Needs
find-offer = Can give
find-interest = Likes
find-term-hint = Type a word, such as “ride” or “food”.
find-skill = Offers
find-situation = Works with
find-service-need = Helps with
find-place = In or around
find-language = Speaks
find-count = { $count ->
    [one] One found
   *[other] { $count } found
}
find-about = About { $count } found
find-few = Few or none found
find-none-title = Nothing found
find-none = Try fewer filters or a wider place.
find-wider-area = Shows a wider area that may include this place.
find-service-web = Web page
find-service-hours = Opening hours
find-service-fees = Costs
find-service-eligibility = For whom
find-service-no-contact = The directory gives no contact details.
find-service-hint = Call before you send somebody: directories are not always up to date.
find-part = { $what }: { $value }
find-parts = What you look for
find-part-away = Take away
find-narrow = Narrow down
find-counts-hint = Numbers are rounded, and small ones are not shown, to protect people.
find-word-unknown = We do not know the word “{ $text }”.
find-word-unknown-hint = Try a simpler word, or pick one from the list that appears while you type.
find-place-unknown = We do not know the place “{ $text }”.
find-place-unknown-hint = Check the spelling, or try the nearest larger town.
find-place-which = Which “{ $text }” do you mean?
find-unnamed = “{ $need }” is never named on a card.
find-unnamed-hint = It could harm people if others knew. Look instead for those who can help with it:
find-unnamed-helpers = Helpers who offer it
find-unnamed-services = Services that offer it
find-interest-hint = Type a word, such as “music” or “garden”.
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
matches-reason-days = { $reason } (not suggested again for { $days } days)
matches-reason-for-good = { $reason } (never suggested again)
matches-rest-until = These two are not suggested to each other again before { $date }. A new card of either client starts afresh.
matches-rest-for-good = These two are not suggested to each other again. A new card of either client starts afresh.
matches-contact-helpers = { $partner } and I brought them together
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
matches-decline-reason = Why? The other helper sees the reason. A new card of either client starts afresh.
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
matches-contact-me = Me
matches-contact-my-client = My client
matches-contact-their-client = The client of { $partner }
matches-not-sent = It was not sent. You had written:
matches-released-until = Until { $date }, unless somebody withdraws before.
matches-released-not-yet = The other helper can read this only while both sides’ yes holds.
matches-event-contact = First contact: { $who }
### ---- end of matches ----


### ---- contacts ----


contacts-yourself = That is you.
contacts-already = It is so already.
contacts-nothing-asked = There is nothing to answer any more.
contacts-title = Contacts
contacts-lead = Helpers you know. They see the cards you share with your contacts.
contacts-find = Find helpers
contacts-empty-title = Nobody yet
contacts-empty = Look for people you know and ask them to be contacts.
contacts-asked-me = They ask you
contacts-accepted = Your contacts
contacts-i-asked = You asked
contacts-blocked = Blocked
### ---- end of contacts ----


### ---- helpers ----


helpers-lead = People who act for others, like you. Contacts come first.
helpers-shown = { $first } to { $last }
helpers-ask-help = Ask for help for a client
helpers-speaks = Speaks { $languages }.
helpers-works-with = Works with
helpers-cards-of = { $stage }: about { $count }
helpers-you = you
helpers-contact = contact
helpers-i-asked = you asked
helpers-asked-me = asks to be your contact
helpers-no-contact = You are not contacts.
helpers-no-offers = Nothing is shown to you.
helpers-per-month = { $count ->
    [one] once a month
   *[other] { $count } times a month
}
helpers-edit = Edit my profile
helpers-ask = Ask to be contacts
helpers-take-back = Take back
helpers-accept = Accept contact
helpers-decline = Decline contact
helpers-remove = Remove contact
helpers-block = Block
helpers-unblock = Lift block
helpers-block-title = Block { $name }?
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
notifications-contact-asked = { $name } asks to be your contact: answer
notifications-contact-asked-unnamed = Somebody asks to be your contact
notifications-contact-accepted = { $name } is your contact now. See their profile
notifications-contact-accepted-unnamed = Somebody accepted to be your contact
notifications-enquiry-received = A helper asks about one of yours: answer
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
notifications-card-few-helpers = A card of yours says less from today: too few helpers are left in its area, and it would lead to you. See what it says now
notifications-card-few-people = A card of yours says less from today: by the figures, too few people share what it said. See what it says now
notifications-card-word-hidden = A card of yours says less from today: one of its words is told only when people are introduced. See what it says now
notifications-card-taken-back = A card of yours was taken back: too few helpers are here for an open card. You can show it to your contacts
notifications-new-suggestions = There are new suggestions for a client of yours. Look at them
notifications-approval-waiting = Somebody waits to be let in. Look at it
notifications-share-held = { $name } chose you as a trusted contact. See what that means
notifications-share-held-unnamed = Somebody chose you as a trusted contact
notifications-return-asked = { $name } asks for your help to come back. Call them first
notifications-return-asked-unnamed = Somebody asks for your help to come back
notifications-return-started = Somebody asked your contacts to let you back in. If it was not you, stop it
notifications-shares-outdated = A trusted contact of yours has left. Choose anew
notifications-account-recovered = Your password was set anew and everybody was signed out. Was it you?
notifications-second-factor-changed = Your second step at sign-in was changed. Was it you?
notifications-second-factor-refused = Somebody typed your right password, and then wrong codes. If it was not you, change your password
notifications-reset-link-made = Your organisation made a link to set your password anew. If you did not ask for it, change your password: that ends the link
notifications-api-token-made = A token for a program was made in your name. Was it you?

### ---- end of notifications ----


### ---- places ----


### ---- end of places ----


### ---- safety ----

safety-title = Safety
safety-mute = Mute
safety-unmute = Stop muting
safety-muted-here = You muted this helper: you see nothing of them in lists.
safety-report = Report
safety-muted = Muted
safety-muted-hint = You see nothing of them in lists and suggestions. They are not told. Joint work goes on.
safety-blocked-hidden = Blocked without a name
safety-blocked-hidden-hint = You blocked somebody whose name you did not know yet. It stays so.
safety-somebody = Somebody ({ $number })
safety-limited = A decision of the moderators keeps you from approaching others until { $date }. Under “Safety” you can read why, and appeal.
safety-notice-report = Something was reported: please look.
safety-notice-report-decided = It was decided on what you reported.
safety-notice-decision = The moderators decided about something of yours. Read why, and how to appeal.
safety-notice-appeal = Somebody appeals against a decision.
safety-notice-appeal-decided = Your appeal was answered.
safety-done-muted = Muted. They are not told.
safety-done-unmuted = You see them again.
safety-done-report = Thank you. The moderators have your report.
safety-done-taken = It is yours to decide.
safety-done-decided = Decided. Those concerned were told.
safety-done-appeal = Your appeal is with the moderators.
safety-done-answered = The appeal is answered.
safety-done-moderator = Saved.
safety-moderator-name = Make moderator
safety-moderator-end = End as moderator
safety-lead = What you reported, what was decided about you, and the rules we share.
safety-agreement = Our agreement
safety-modlog = What was decided here
safety-modlog-lead = Every decision with its point of the agreement, without names.
safety-modlog-empty = Nothing had to be decided so far.
safety-mine = What you reported
safety-mine-empty = You reported nothing. You find “Report” on a helper’s page, on a card and in joint work.
safety-open = not decided yet
safety-about-me = About you
safety-appeal = Appeal
safety-appeal-label = Why was it wrong?
safety-appeal-waits = Your appeal waits for an answer.
safety-appeal-answer = Answer to the appeal: { $text }
safety-point = Point { $number }
safety-report-title = Report something
safety-report-lead = The moderators see what you report and who you are. Whoever it is about never learns who reported.
safety-report-danger = Is somebody in danger now? Call your local emergency number first.
safety-report-kind = What is it about?
safety-report-words = What happened? (may stay empty)
safety-report-messages = Which messages do you hand over?
safety-report-messages-hint = Only these are shown to the moderators. They are kept readable for them.
safety-report-also = And for yourself
safety-report-block = Block: you two no longer meet here
safety-report-mute = Mute: I see nothing of them in lists
safety-report-send = Send report
safety-kind-danger = A child or an adult at risk is in danger
safety-kind-client = It shows who a client is
safety-kind-harassment = Threats or insults
safety-kind-money = Asks for money
safety-kind-impersonation = Passes for somebody else
safety-kind-spam = Advertising
safety-kind-other = Something else
safety-outcome-nothing = Nothing was wrong
safety-outcome-note = A friendly note
safety-outcome-hide = Taken off the screens
safety-outcome-limit = May not approach others for a time
safety-outcome-suspend = The account rests
safety-overturned = undone on appeal
safety-until = until { $date }
safety-queue = Reports
safety-queue-lead = Urgent ones stand on top. You see what was reported, and no client’s record.
safety-queue-empty = Nothing waits.
safety-urgent = urgent
safety-taken = taken
safety-decided = decided
safety-take = Take
safety-by = Reported by { $name }
safety-about = About { $name }
safety-snapshot = What was reported, as it stood
safety-history = Earlier decisions about the same helper
safety-decide = Decide
safety-outcome = Decision
safety-by-point = By which point
safety-reason = Why (the helper reads this)
safety-until-label = Until (for a limit; a rest without a date is for good)
safety-answer = Answer the appeal
safety-answer-label = Answer
safety-uphold = The decision stays
safety-overturn = The decision is undone
safety-p1 = Clients come first: what you do here helps the people you act for.
safety-p2 = Nobody is recognisable without their consent: no names or details of clients where others read.
safety-p3 = Respect: no threats, no insults, no pressing.
safety-p4 = No money: nobody asks for money or pays for an introduction.
safety-p5 = Your own name: you are who you say you are.
safety-p6 = Children and adults at risk are protected before anything else.
safety-p7 = No advertising.
safety-p8 = Honest reports: report what you saw, and nothing else.
safety-agreement-lead = What all helpers here promise each other. Decisions name the point they rest on.
safety-bad-own = That is your own.
safety-bad-words = Please write 1 to 2,000 characters.
safety-bad-chosen = Choose at least one message to hand over.
safety-bad-date = Choose a date to come.
safety-bad-hide = This cannot be taken off the screens: choose another decision.
safety-bad-yours = Somebody else is to decide on this.
safety-bad-already = It is done already: look again.


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
done-factor-added = It is on. Next time we ask for it after your password.
done-factor-removed = Removed.
done-trusted-set = Done. Your contacts now hold their shares.
done-trusted-ended = Ended. The shares open nothing any more.
done-return-stopped = Stopped. If you did not ask, tell your contacts and change your password.
done-share-handed-over = Thank you. Your share is handed over.
done-organisation-given = Saved. You can take it back here.
done-organisation-taken = Taken back.
done-token-revoked = Revoked. It stopped working at once.
### ---- end of done ----


### ---- circles ----
circle-title = Who can read this record
circle-lead = Everybody here can open { $name }’s record. Nobody else can: no administrator, and no other helper.
circle-readers = In the circle
circle-role-lead = Lead
circle-role-lead-hint = Answers for the client, and says who reads the record.
circle-role-deputy = Deputy
circle-role-deputy-hint = Reads and writes, publishes cards, speaks with other helpers for the client, and takes over if you are gone.
circle-role-member = Member
circle-role-member-hint = Reads and writes the record, and looks for suggestions. Does not publish or speak for the client.
circle-you = you
circle-since = since { $date }
circle-agreed = client agreed: { $method }
circle-inactive = account not active
circle-not-current = cannot open the record at present
circle-not-current-hint = Their key was not the known one when this record’s key was changed. Compare keys on their page, then add them again.
circle-make-deputy = Make deputy
circle-make-member = Make member
circle-remove = Remove
circle-remove-of = Remove { $name }
circle-add = Add a helper
circle-add-hint = Choose one of your contacts. They have to accept before the record appears in their list.
circle-add-who = Which contact?
circle-add-part = What may they do?
circle-add-agreed = How did the client agree?
circle-add-agreed-hint = Ask the client first whether this helper may read the record.
circle-add-agreed-missing = Ask the client first, and say how they agreed.
circle-add-who-missing = Choose a contact.
circle-add-send = Send the invitation
circle-no-contacts = All your contacts are here already, or you have none yet.
circle-find-helpers = Find helpers
circle-hand-over = Hand this record over
circle-hand-over-hint = The other helper becomes the lead when they accept. Until then nothing changes.
circle-hand-over-to = To whom?
circle-hand-over-stay = And you?
circle-stay-deputy = I stay as deputy
circle-stay-member = I stay as member
circle-stay-leave = I leave the circle
circle-stay-leave-hint = Your open introductions for this client end, and the record’s key is changed.
circle-hand-over-send = Offer the record
circle-offered = Waiting for an answer
circle-offered-until = until { $date }
circle-offered-over = the time is over
circle-take-back = Take back
circle-leave = Leave this circle
circle-leave-title = Leave the circle of { $name }?
circle-leave-lead = You will no longer be able to open this record. Your open introductions for this client end. The lead is told.
circle-leave-now = Leave
circle-lead-first = You are the lead. Hand the record over before you leave.
circle-remove-title = Remove { $helper }?
circle-remove-lead = { $helper } will no longer be able to open { $name }’s record. The record gets a new key at once. What they read before, they know. Their open introductions for this client end. They are told that they were removed.
circle-remove-now = Remove
circle-keep = Keep
circle-take-lead = Take the lead
circle-take-lead-hint = The lead’s account is not active any more. You can answer for this client from now on.
circle-rotation-due = Somebody left. The record’s key is changed as soon as the lead opens it.
circle-two-title = Two readers are safer than one
circle-two = If you lose your password and your recovery code, nobody can open this record. Ask a helper you trust to be the deputy.
circle-two-act = Choose a deputy
circle-shared = { $count ->
    [one] one reader
   *[other] { $count } readers
  }
circle-part-badge = Your part: { $part }
circle-offers-title = Invitations
circle-offers-lead = Other helpers ask you to answer for clients with them. You see the record once you accept.
circle-offers-none-title = No invitation waits
circle-offers-none = When a helper asks you to join a client’s circle, or hands clients over to you, you find it here.
circle-offer-as = { $name } asks you to join a client’s circle. Your part: { $part }.
circle-offer-lead = { $name } asks you to take a client over. You would be the lead.
circle-offer-caseload = { $name } hands over { $count ->
    [one] one client
   *[other] { $count } clients
  } to you. You would be the lead.
circle-offer-until = You can answer until { $date }.
circle-accept = Accept
circle-accept-all = Accept all
circle-decline = Decline
circle-offers-waiting = { $count ->
    [one] An invitation waits for your answer
   *[other] { $count } invitations wait for your answer
  }
circle-caseload-title = Hand over all your clients
circle-caseload-lead = When you stop, or go away for a long time: one of your contacts takes your clients over. They accept first. Each record passes whole, or stays with you.
circle-caseload-count = { $count ->
    [0] You lead no client.
    [one] You lead one client.
   *[other] You lead { $count } clients.
  }
circle-caseload-offered = { $count ->
    [one] One of them is offered to somebody already; a new offer takes the place of an older one to the same helper.
   *[other] { $count } of them are offered to somebody already; a new offer takes the place of an older one to the same helper.
  }
circle-caseload-agreed-hint = Each of these clients must know, and agree, that this helper reads their record.
circle-caseload-send = Offer all clients
circle-caseload-link = Hand over all your clients
circle-not-a-contact = Choose one of your contacts. A record is shared with contacts alone.
circle-already = They have a seat in this circle already.
circle-nothing = There is no client to hand over.
circle-key-changed = This helper’s key is not the one you know. Nothing was shared. Open their page and compare keys.
circle-key-other-digits = These are not the digits of the stored key. Nothing was changed.
circle-match-of-another = another helper of the circle talks
circle-lead-or-deputy = Only the lead or a deputy of this client may do this.
circle-trouble-title = This record needs your attention
circle-trouble-list-title = { $count ->
    [one] One record is not as it was kept
   *[other] { $count } records are not as they were kept
  }
circle-trouble-list = They are not shown in the list below. See what happened, and how to go on.
circle-trouble-list-link = See these records
circle-trouble-none-title = All your records are as they were kept
circle-trouble-none = Each record is compared with what you remember, every time you open it.
circle-trouble-page-lead = What is stored differs from what you last saw. The administrators were told, without any name.
circle-trouble-open = Look at this record
circle-trouble-unreadable = This record does not open. What is stored was changed, or exchanged for another.
circle-trouble-rolled-back = An older state of this record was put back. What was written since then is missing.
circle-trouble-unknown = This record is in your list, but you never recorded or accepted it; or it was erased, and is back.
circle-trouble-key-changed = The key of the helper who shares this record is not the one you know.
circle-trouble-other-lead = This record’s key comes from another helper than the lead you know.
circle-trouble-missing = You remember this record, and it is gone from storage.
circle-trouble-behind = { $count ->
    [one] One change is missing.
   *[other] { $count } changes are missing.
  }
circle-trouble-changed = What is there now was last changed on { $date }.
circle-trouble-by = It is shared by { $name }.
circle-how-title = How to go on
circle-how-unreadable = Ask whoever runs this server to look for a backup from before. Nothing can be opened here until then.
circle-how-rolled-back = Ask whoever runs this server whether a backup was put back. If the newer state can be found, wait for it. If not, go on with the older one: look at it, and write again what is missing.
circle-how-unknown = If you know this client, you can take the record into your list. If you do not, leave it, and tell whoever runs this server.
circle-how-planted = Nobody asked you to share this record. Do not trust it. A helper who wants to share a record sends an invitation.
circle-how-key-changed = Speak with this helper, on the telephone or in person. Compare keys on their page.
circle-how-other-lead = Ask the lead you know, or { $name }, whether the record was handed over. If it was, accept the new lead.
circle-how-missing = Ask whoever runs this server to look for a backup. If you erased it yourself, or nothing can be found, let it go from your memory.
circle-accept-rolled-back = Go on with the older state
circle-accept-unknown = Take it into my list
circle-accept-other-lead = Accept the new lead
circle-accept-missing = Let it go
circle-compare = Compare keys
circle-log-offered = offered a seat in the circle
circle-log-offer-ended = took an offer back
circle-log-declined = declined a seat
circle-log-joined = joined the circle
circle-log-role = gave somebody another part
circle-log-removed = removed somebody from the circle
circle-log-left = left the circle
circle-log-lead = became the lead
circle-log-rotated = changed the record’s key
circle-log-alarm = found the record not as it was kept
circle-log-accepted = went on with the record as it is
circle-notice-offered = { $name } asks you to answer for clients with them
circle-notice-offered-unnamed = A helper asks you to answer for clients with them
circle-notice-taken = A helper joined a circle at your invitation
circle-notice-declined = A helper declined your invitation to a circle
circle-notice-part = Your part in a client’s circle is another one now
circle-notice-ended = { $name } removed you from a client’s circle
circle-notice-ended-unnamed = You were removed from a client’s circle
circle-notice-left = A helper left the circle of a client whom you lead
circle-notice-lead = A record that you could open has another lead
circle-notice-alarm = One of your records is not as it was kept
circle-notice-storage = A stored record was found changed outside the program: look at the log, and at your backups
done-seat-offered = The invitation was sent.
done-caseload-offered = Your clients are offered. They pass as the other helper accepts.
done-seat-taken = You joined the circle.
done-caseload-taken = The clients are in your list now.
done-caseload-part-taken = Some clients were taken over; some are still waiting. Try again.
done-seat-declined = The invitation was declined.
done-offer-taken-back = The invitation was taken back.
done-part-given = The part was changed.
done-seat-removed = They can no longer open the record. Its key was changed.
done-circle-left = You left the circle.
done-lead-taken = You are the lead now.
done-record-accepted = You go on with the record as it is.
done-key-compared = Noted: you compared keys today.
done-key-replaced = The new key is accepted.
key-title = Compare keys
key-lead = Records and messages to { $name } are sealed with their key. Compare these digits once, on the telephone or in person: then nobody can put another key in its place without your noticing.
key-theirs = { $name }’s digits
key-yours = Your digits
key-hint = { $name } sees the same two rows on their page about you.
key-compared-on = You compared these on { $date }.
key-not-compared = Not compared yet.
key-compare-now = They are the same: note it
key-own-hint = Read these digits out when somebody compares keys with you.
key-changed-title = This helper’s key is not the one you know
key-changed = Nothing is sealed to it, and nothing from it is opened. Perhaps somebody put a false key into the database; perhaps this helper has a new one. Speak with them, on the telephone or in person: a message here proves nothing.
key-changed-act = Accept a new key
key-replace-title = Accept a new key of { $name }
key-replace-lead = Ask { $name }, by voice, to read the digits under “Your digits” on their own page. Type what you hear. We do not show them here, so that only their own digits count.
key-replace-digits = The thirty digits
key-replace-wrong = These are not the digits of the key that is stored. If { $name } read them to you without a mistake, the stored key is not theirs: tell whoever runs this server.
key-replace-now = Accept this key
### ---- end of circles ----
### ---- door ----

door-way = Where you are
door-more = Signing in and coming back
door-more-factors = A code from your phone, or a passkey, besides the password.
door-more-trusted = People who can let you back in together, if you lose everything else.
door-more-held = Whom you can help to come back.
door-more-organisation = Whether your organisation keeps a way back in for you.
door-more-tokens = For programs that act for you.
door-password-hint = Once more, so that nobody else does this at your open screen.
door-last-used = last used { $when }
door-never-used = never used
door-remove = Remove
door-remove-named = Remove “{ $name }”
door-no-name = Give it a name, in at most 60 characters.
door-too-often = Too many wrong codes. Wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, or use your recovery code.

door-factors-title = Second step at sign-in
door-factors-lead = With a second step, somebody who learns your password still cannot get in.
door-factors-none-title = Not set up yet
door-factors-none = Choose one of the two below. It takes two minutes.
door-factors-on-title = It is on
door-factors-on = After your password we ask for one of these.
door-factors-yours = Your devices
door-kind-app = app with codes
door-kind-passkey = passkey
door-add-app = Add an app with codes
door-add-app-lead = An app on your phone shows six digits that change every half minute. Any authenticator app will do, and it works without a network.
door-add-passkey = Add a passkey
door-add-passkey-lead = Your phone, computer or security key proves that it is yours, with your finger, face or PIN. Your password still opens your clients’ records.
door-device-name = A name for the device
door-device-name-hint = For example “my phone”. Only you see it.
door-no-passkeys-here = Passkeys need a site address with a name. This one has only a number, so please use an app with codes.
door-too-many-factors = You have ten already. Remove one first.
door-factors-lost = If you lose the device
door-factors-lost-text = Sign in with your password, then choose “I have neither” and type your recovery code. It takes all second steps away, and you can set them up anew.
door-cancel-adding = Do not add it
door-app-title = Add an app with codes
door-app-lead = Two steps: show it to the app, then try it.
door-app-scan = 1. Scan this with the app
door-app-picture = QR code with the secret for your app
door-app-type = On the same phone, or if scanning does not work, type this into the app instead. Show it to nobody.
door-app-try = 2. Type the six digits that the app shows
door-app-turn-on = Turn it on
door-code = Code
door-code-hint = Six digits, from the app.
door-code-wrong = This code does not fit, or it was used already. Wait for the next one and try again; also check that your phone’s clock is right.
door-passkey-title = Add a passkey
door-passkey-lead = Press the button. Your browser then asks for your finger, face or PIN.
door-passkey-make = Make the passkey
door-passkey-no-script = Passkeys need JavaScript, which is off or missing in this browser. An app with codes works without it.
door-passkey-failed = That did not work, or was cancelled. Try again.
door-passkey-wrong = This passkey does not fit. Try again.
door-remove-lead = So that nobody with your open screen can do this, we ask for two things.
door-remove-last-title = This is your only second step
door-remove-last = Afterwards your password alone is enough to sign in.
door-proof = Code from an app, or your recovery code
door-proof-hint = Six digits from one of your apps, or the code from the paper you printed.
door-proof-wrong = This code does not fit, or it was used already.
door-second-title = One more step
door-second-lead = Your password is right. Now show that it is you.
door-second-code-hint = Six digits, from the app on your phone.
door-second-passkey = Use a passkey
door-second-neither = I have neither
door-second-recovery-lead = Your recovery code lets you in and takes all second steps away. Set them up anew afterwards.
door-second-recovery = Sign in with the recovery code
door-second-recovery-wrong = This is not your recovery code. Compare it with your paper.
door-second-over = This took too long. Please sign in again.

door-trusted-title = Trusted contacts
door-trusted-lead = If you lose your password and your recovery code, people you trust can let you back in, together.
door-trusted-now = As it is now
door-trusted-now-text = { $needed } of { $count } people are needed. Set up { $when }.
door-trusted-outdated-title = Somebody left
door-trusted-outdated = One of your trusted contacts is no contact any more. Choose anew, so that enough people can help you.
door-trusted-choose = Choose your people
door-trusted-change = Choose anew
door-trusted-too-few = You need at least { $fewest } contacts here, and have { $count }. Ask people you know to be your contacts first.
door-trusted-find = Find helpers
door-trusted-who = Who may help you back in?
door-trusted-who-hint = { $fewest } to { $most } people whose voice you know. Best if they do not all sit in one office.
door-trusted-needed = How many of them are needed?
door-trusted-needed-hint = Two are handy; three are safer. Never more than you can reach.
door-trusted-give = Give them their shares
door-trusted-end = End recovery by contacts
door-trusted-end-lead = The shares of your contacts then open nothing any more, and open requests stop. Your recovery code keeps working.
door-trusted-how = How it works
door-trusted-how-blind = Each of them keeps a sealed share. Alone it opens nothing, and it shows them nothing about your clients.
door-trusted-how-voice = When you ask, you see a number. You call them and read it out; they type it in. So they know it is you.
door-trusted-how-wait = You wait { $days ->
    [one] one day
   *[other] { $days } days
}. If it was not you who asked, you see it here and stop it.
door-trusted-how-together = Choose people you would trust with your clients: enough of them together could come in as you.
door-trusted-wrong-number = Choose three to seven of your contacts.
door-trusted-wrong-threshold = At least two are needed, and not more than you chose.
door-trusted-key-changed = The key of one of these people is not the one you first knew. Talk to them, and compare the fingerprints on their profile, before you go on.
door-asked-title = Somebody asks to come back as you
door-asked = Asked { $when }. If it was you on another device, do nothing. If not, stop it now; they would have to persuade your contacts and wait { $days ->
    [one] one day
   *[other] { $days } days
}.
door-asked-stop = It was not me: stop it

door-held-title = People I can help back in
door-held-lead = They chose you as a trusted contact. You keep a sealed share for each; you cannot open anything with it.
door-held-none-title = Nobody yet
door-held-none = When a contact chooses you, they stand here.
door-held-since = You have held a share since { $when }.
door-held-asked-title = { $name } asks to come back
door-held-asked = Somebody who says they are { $name } asked { $when }. Make sure before you help:
door-held-step-call = Call { $name } on a number you already had, or meet them. Do not answer a call or a message from somebody you cannot recognise.
door-held-step-number = Ask for the number on their screen, and type it below.
door-held-step-doubt = If you have any doubt, do nothing. Nothing is lost by waiting.
door-held-number = The number { $name } reads to you
door-held-number-hint = Eight digits.
door-held-help = I spoke with { $name }: help them back in
door-held-wrong-number = No open request has this number. Ask them to read it once more. If it still does not fit, somebody else may be asking in their name: do not help.

door-return-title = Come back with your trusted contacts
door-return-offer = No recovery code either?
door-return-lead = If you chose trusted contacts, they can let you back in together. It takes some days.
door-return-ask = Ask my contacts
door-return-number = Your number
door-return-number-how = Call each of your trusted contacts and read this number to them. They find you under “People I can help back in”. Tell it to nobody else.
door-return-how-far = How far it is
door-return-helped = { $count ->
    [0] Nobody has helped yet.
    [one] One person has helped; more are needed.
   *[other] { $count } people have helped; more are needed.
}
door-return-enough = Enough people have helped.
door-return-wait = You can choose a new password from { $date } on.
door-return-waited = The waiting time is over.
door-return-same-browser = Come back to this page with this same browser on this same device. It holds the key.
door-return-unknown-title = Nothing happens?
door-return-unknown = For safety we do not say whether a handle exists or has trusted contacts. If your contacts see nothing, check the handle and ask again, or use your recovery code.
door-return-again = Start again
door-return-ended-title = This request has ended
door-return-ended = It was stopped, or it was used already. If you still need help, ask again.
door-return-not-yet = It is not time yet: either the days are not over, or too few of your contacts have helped. Look at the page again.
door-return-does-not-open = What your contacts gave does not open your account. Ask one more of them to help, then try again.

door-reset-title = Choose a new password
door-reset-lead = Your organisation made this link for you. It works once.
door-reset-over-title = This link is over
door-reset-over = It was used, or its time has passed. Ask for a new one.

door-organisation-title = Your organisation’s recovery key
door-organisation-lead = Your organisation keeps a key away from this site, with which it can let helpers back in. Whether it may do so for you is your choice.
door-organisation-means-title = What it means
door-organisation-means-can = If you lose your password, your recovery code and your contacts, whoever keeps that key can still let you in.
door-organisation-means-records = Whoever has that key and this site’s data can also open everything you can open: all your clients’ records.
door-organisation-means-told = When they make a link for you, you see it in your notifications, and it stands in the log.
door-organisation-means-back = You can take it back here at any time. A copy in an older backup stays until that backup is gone.
door-organisation-give = I agree: let them help me back in
door-organisation-not = No, thank you
door-organisation-on-title = You allowed it
door-organisation-on = Given { $when }. Whoever keeps the organisation’s key can open what you can open.
door-organisation-outdated = The organisation has a new key since. If you still want this, agree once more.
door-organisation-end = Take it back
door-organisation-none = This site has no such key.

door-tokens-title = Tokens for programs
door-tokens-lead = With a token, a program acts in your name. Give it only what it needs, and give each program its own.
door-tokens-yours = Your tokens
door-token-fresh = Your new token
door-token-once = Copy it now into the program; it is not shown again. Whoever has it can act as you.
door-token-ends = ends { $when }
door-token-revoke = Revoke “{ $name }”
door-token-new = Make a token
door-token-name = What is it for?
door-token-name-hint = For example “calendar at the office”. Only you see it.
door-token-may = What may it do?
door-token-until = How long?
door-token-days = { $days ->
    [7] a week
    [30] a month
    [90] three months
    [365] a year
   *[other] { $days } days
}
door-token-make = Make the token
door-token-no-scope = Choose at least one.
door-token-bad-end = Choose how long it lasts, a year at most.
door-token-too-many = You have twenty already. Revoke one first.
door-scope-read = read
door-scope-read-hint = Your profile and your notifications. No client’s record.
door-scope-write = change
door-scope-write-hint = The same things. No client’s record.
door-scope-records = open clients’ records
door-scope-records-hint = Everything you recorded about your clients. Choose this only for a program you would give your password to.

### ---- end of door ----
### ---- drafts ----
### Words that other helpers will read: what may tell who a client is.

drafts-title = Could somebody be recognised?
drafts-lead-enquiry = You do not know each other yet. What you leave on “replace” goes out as a role; you decide about each.
drafts-lead-talk = The clients have not been introduced yet. What you leave on “replace” goes out as a role; you decide about each.
drafts-lead-profile = Everybody here may read this. You decide about each.
drafts-count = { $count ->
    [one] One piece of your words may tell who somebody is.
   *[other] { $count } pieces of your words may tell who somebody is.
}
drafts-person = This looks like a name:
drafts-phone = This looks like a phone number:
drafts-address = This looks like an address:
drafts-email = This looks like a mail address:
drafts-link = This looks like a link:
drafts-handle = This looks like an account name:
drafts-machine = This looks like a computer’s address:
drafts-date = This date may tell who it is:
drafts-age = This exact age may tell who it is:
drafts-card = This looks like a card number:
drafts-account = This looks like a bank account:
drafts-paper = This looks like the number of a paper or a file:
drafts-place = This place may tell who it is:
drafts-postal = This looks like a postal code:
drafts-organisation = This may be a workplace, a school or a church:
drafts-nation = This origin may tell who it is:
drafts-occupation = This job may tell who it is:
drafts-replace = Replace it with “{ $role }”
drafts-leave-out = Leave it out
drafts-keep = Keep it as it is
drafts-will-read = They will read:
drafts-all-send = Replace all and send
drafts-too-long = This text is too long. Shorten it, please.
### ---- end of drafts ----
### ---- rights ----


consent-method-link = By the client alone, by their link
consent-proxy = If by somebody else: who, and why they may speak for the client
consent-proxy-hint = For example: her daughter, who looks after her affairs. It is kept in the sealed record.
consent-proxy-missing = Say who gave it in the client’s place, and why they may (200 letters at most).
consent-language = In which language was it read?
consent-renew = Renew consent
consent-lead = What the client agreed to, until when, and how to stop it. Withdrawing takes one press; giving it anew undoes it.
consent-withdraw-all = Withdraw everything
rights-foot-privacy = Privacy
rights-purpose-see = To see what is kept and shared
rights-purpose-share = To be asked about sharing a card
rights-purpose-introduce = To be asked about an introduction
rights-answer-yes = Yes
rights-answer-no = No
rights-answer-talk = Talk to me first
rights-request-correct = The client says: something here is wrong
rights-request-erase = The client asks to be erased
rights-request-edit = Correct the record
rights-request-done = Dealt with
rights-request-unreadable = Only the helper who made the link can read the words.
rights-links-title = Links for the client
rights-links-lead = Without an account, the client reads a page in their language, answers, sees what is kept, and withdraws.
rights-link-new = Make a link
rights-link-purpose = What is it for?
rights-link-purpose-hint = A link for an introduction is made on the page of the introduction.
rights-link-notes = Show my notes too
rights-link-language = Language of the page
rights-link-days = Days
rights-link-days-hint = 1 to { $most }.
rights-link-make = Make link
rights-link-what = Choose what the link is for.
rights-bad-days = A link holds for 1 to { $most } days.
rights-not-asked = No introduction waits for this client’s answer.
rights-nothing-shared = Choose at least one detail to share.
rights-link-archived = The client is in the archive. Bring them back first.
rights-links-made = Links so far
rights-links-none = None yet.
rights-link-made = made on { $date }
rights-link-opened = Opened on { $date }, not answered yet.
rights-link-unopened = Not opened yet.
rights-link-answered = Answered “{ $answer }” on { $date }.
rights-link-until = Holds until { $date }.
rights-link-end = End link
rights-link-over = ended
rights-link-over-text = This link has ended. What its page showed is deleted.
rights-link-about = The client’s link:
rights-made-by-other = { $helper } made this link and alone can show it again. You can end it.
rights-give-title = Give it to the client alone
rights-give-text = Whoever has this link or this code can read the page and answer in the client’s place.
rights-give-link = By message
rights-give-paper = On paper
rights-give-paper-text = A sheet in large type, with a picture for the telephone’s camera and a short code to type.
rights-sheet = Sheet to print
rights-sheet-lead = This is the sheet, in the client’s language. Print it from your browser’s menu, and give it to the client in person.
rights-sheet-hello = For { $client }
rights-sheet-share = { $helper } asks you a question: may other helpers see a card about you, without your name? Read it and answer here.
rights-sheet-introduce = { $helper } would like to introduce you to somebody. Read about it and answer here.
rights-sheet-see = Here you see what { $helper } keeps about you, and what others are shown. You can stop it here too.
rights-sheet-scan = With a telephone: point the camera at this picture
rights-sheet-picture = The address of your page, as a picture for the camera
rights-sheet-type = Or type { $site } in a browser, and then this code
rights-sheet-keep = Keep this sheet to yourself. Nobody needs to see the code but you.
rights-ask-by-link = Or let the client answer by a link
rights-ask-by-link-instead = Let the client answer or look by a link
rights-ask-by-link-lead = The client reads who would learn what, sees the other card, and says yes, no, or “talk to me first”.
rights-ask-fields = What would be told?
rights-match-yes = { $client } said yes by the link on { $date }.
rights-match-hand-over = Pass on what was agreed
rights-scope-to = To be introduced, sharing with { $recipient }: { $fields }.
rights-client-foot = You need no account. You may say no to everything, and you are helped all the same.
rights-ended-title = This link has ended
rights-ended-text = Ask your helper for a new one.
rights-too-much-title = That was a lot
rights-too-much-text = This link can do no more, or the text is too long. Talk to your helper.
rights-over-title = Nothing is asked any more
rights-over-text = This has been settled or has ended. Your helper can tell you more.
rights-code-link = I have a code on paper
rights-code-title = Your code
rights-code-lead = Type the code from your sheet.
rights-code = Code
rights-code-hint = Ten letters and numbers. Capitals do not matter.
rights-code-open = Open my page
rights-code-wrong = This code does not open a page. Check each letter. If it is right, it has ended: ask your helper for a new one.
rights-code-busy = Too many codes were tried. Wait an hour, or use the link or the picture.
rights-share-title = May others see a card about you?
rights-introduce-title = Would you like to meet somebody?
rights-see-title = What is kept about you
rights-hello = { $client }, this page is from { $helper }.
rights-share-ask = { $helper } would like to show other helpers a card about you, so that they can find people or services for you.
rights-share-what = The card does not say your name. It tells roughly where you live, your age group, your languages, and what you need or like.
rights-share-card = This is the card
rights-free = You are free to say no. You can stop it at any time.
rights-introduce-person = { $helper } and { $other }, another helper, think that you and a person whom { $other } helps could be good for each other.
rights-introduce-helper = { $helper } thinks that { $other } could help you. { $other } would do it in person.
rights-introduce-theirs = About the other person
rights-introduce-tell = If you say yes, { $other } is told this
rights-introduce-only = Only { $other } is told, only for this, and only if the other side says yes too.
rights-your-answer = Your answer
rights-until = This page is open until { $date }.
rights-asked-title = Your helper is told
rights-asked-text = { $helper } will see what you asked and talk to you.
rights-said-yes-title = You said yes
rights-said-yes-text = It holds until { $date }. You can stop it here at any time.
rights-said-no-title = You said no
rights-said-no-text = Nothing is shared. { $helper } is told. You may change your mind below.
rights-said-talk-title = You want to talk first
rights-said-talk-text = Nothing is shared. { $helper } will talk to you.
rights-withdrawn-title = It is stopped
rights-withdrawn-text = From now on nothing of it is shared. { $helper } is told. What somebody has already read cannot be unread.
rights-mind-changed = Changed your mind?
rights-withdraw-lead = One press stops it at once. You need not say why.
rights-withdraw = Stop it
rights-withdraw-one = Stop this
rights-withdraw-all = Stop everything
rights-place = Where you live
rights-limits = Whom you want to meet
rights-see-lead = This is what { $helper } has written down about you, as it was when this link was made.
rights-see-kept = What is kept
rights-see-notes = There are also notes that are not shown here. Ask { $helper } to read them to you.
rights-see-shared = What others see
rights-see-card = This card, without your name:
rights-see-no-card = No card about you is on show.
rights-see-matches = Introductions
rights-see-consents = What you agreed to
rights-see-no-consents = Nothing so far.
rights-see-log = Who opened your record
rights-see-log-lead = Each helper once a day.
rights-somebody = a helper who has left
rights-mend-title = Something is wrong?
rights-mend-words = What is wrong, and how is it right?
rights-mend-hint = Only your helper can read this.
rights-mend-send = Tell my helper
rights-erase-title = Erase everything?
rights-erase-lead = You can ask that everything about you is erased. Your helper talks to you first, since it cannot be undone.
rights-erase-send = Ask to erase everything
rights-receipt = Receipt of consent
rights-receipt-lead = For the client to keep, in the language in which it was read. Print it from your browser’s menu.
rights-receipt-client = Who agreed
rights-receipt-what = To what
rights-receipt-method = How
rights-receipt-proxy = Given in their place by
rights-receipt-given = On
rights-receipt-until = Until
rights-receipt-withdrawn = Withdrawn on
rights-receipt-helper = Recorded by
rights-receipt-version = Wording
rights-receipt-stop = You can stop this at any time: tell your helper. You need not say why, and you are helped all the same.
rights-receipt-withdraw-hint = Withdrawing stops at once everything that this consent allowed. Recording it anew undoes it.
rights-receipt-match = To the introduction
rights-review-title = Records not needed for long
rights-review-lead = Nobody has given these clients attention for { $months } months. What is not needed should not be kept: keep, archive or erase. Nothing happens by itself unless it says so.
rights-review-none = Nothing to review
rights-review-none-text = Every record was needed lately.
rights-review-since = Last attention: { $when }.
rights-review-card = A card is on show.
rights-review-no-card = No card is on show.
rights-review-matches = { $count ->
    [0] No introduction is under way.
    [one] One introduction is under way.
   *[other] { $count } introductions are under way.
}
rights-review-consent = A consent holds.
rights-review-no-consent = No consent holds.
rights-review-archived = The record is in the archive.
rights-review-active = The record is not in the archive.
rights-review-keep = Still needed: keep
rights-review-erased-title = Will be erased
rights-review-erased = The administrators have set an end for records in the archive. This one is erased on { $date }, unless somebody gives the client attention.
rights-retention = How long records are kept
rights-retention-lead = Records without attention for so long are put on their helper’s review list. Only records in the archive are ever erased without asking, and only when you set a time here.
rights-retention-review = Months until review
rights-retention-months = { $least } to { $most }.
rights-retention-erase = Months in the archive until erased
rights-retention-never = Empty: never.
rights-retention-save = Save times
rights-retention-wrong = Choose { $least } to { $most } months; leave the second field empty for never.
rights-export-title = Everything kept about this client
rights-export-of = Everything kept about { $client }
rights-export-lead = Made on { $date }. Messages between helpers are not in it: they are letters of two people.
rights-export-care = Once printed or saved, nothing protects it any more but you. This export is noted in the access log.
rights-export-json = Save for programs (JSON)
rights-export-circle = May open the record:
rights-export-cards = Cards over time
rights-export-no-cards = There was never a card.
rights-export-card-until = until { $date } at the latest
rights-export-withdrawn = Withdrawn on { $date }.
rights-export-nothing-told = Nothing is released any more, or nothing was. What was agreed to stands under “What you agreed to”.
rights-log-nobody = the client or the program
rights-log-link-made = made a link for the client
rights-log-link-ended = ended a link
rights-log-link-opened = a link was opened
rights-log-answered = answered by a link
rights-log-asked = asked for something by a link
rights-log-request-done = dealt with what the client asked
rights-log-exported = exported everything
rights-notice-answered-match = Your client answered about an introduction. See it
rights-notice-answered = A client answered by a link. See it
rights-notice-asks = A client asks you something by a link. See it
rights-notice-withdrew = A client withdrew a consent: everything it allowed has stopped. See it
rights-notice-expiring = A client’s consent ends soon. Ask, and renew it
rights-notice-erased = A record’s time in the archive was over: it was erased
rights-today-clients = What clients ask
rights-today-asks = A client asks you something
rights-today-review = { $count ->
    [one] One record has not been needed for long: keep, archive or erase
   *[other] { $count } records have not been needed for long: keep, archive or erase
}
rights-done-link-made = The link is made. Give it to the client alone.
rights-done-link-ended = The link has ended.
rights-done-request = Noted as dealt with.
rights-done-withdrawn = Everything is withdrawn. All that it allowed has stopped.
rights-done-retention = The times are set.
### ---- end of rights ----
### ---- population ----
### By which figures the gate counts people.
population-title = How people are counted
population-estimate = No census table is loaded. The built-in estimate is used: at least 200 people must share what a card says.
population-how = A census table of your area lets cards say more, safely. Load it on the server:
population-loaded = { $file }, loaded on { $date }: { $lines } lines, { $places } places, { $people } people. At least 100 people must share what a card says.
population-again = A newer table takes its place:
cards-nothing-on-show = This client had a card before. A new one says no more than that one did about place, age, gender and languages.
cards-do-give-up = Leave out: { $what }, and try again
cards-do-keep = Keep on the card: { $what }
cards-do-narrow = Show it to my contacts only
cards-do-edit = Add to the record
### ---- end of population ----


### ---- trust ----
### Vouches, private distrust, and how two helpers know each other.

trust-title = How you know each other
trust-label-doubtful = Doubtful
trust-label-unknown = Not known to you
trust-label-known = Known
trust-label-trusted = Trusted
trust-label-well = Well trusted
trust-lead-distrusted = You noted that you do not rely on them. Only you see this.
trust-lead-doubtful = Not everybody you rely on has had good experiences here.
trust-lead-unknown = Nobody you rely on has said anything about them yet.
trust-lead-known = Somebody you rely on knows them.
trust-lead-trusted = People you rely on speak well of them.
trust-lead-well = People you rely on speak very well of them.
trust-path-title = Your best way to them
trust-path-label = Your way to { $name }: { $count ->
    [one] one step
   *[other] { $count } steps
}
trust-step = { $from } about { $to }: { $said }
trust-you = You
trust-you-within = you
trust-founder = Somebody who runs this place
trust-founder-within = somebody who runs this place
trust-somebody = Somebody you rely on
trust-somebody-within = somebody you rely on
trust-said-worked = “We have worked together well”
trust-supporters = They are spoken well of by:
trust-more-supporters = { $count ->
    [one] and one more helper you rely on.
   *[other] and { $count } more helpers you rely on.
}
trust-shared-title = What you did together
trust-shared-good = An introduction that helped
trust-shared-partly = An introduction that helped a little
trust-shared-unanswered = They did not answer you
trust-shared-declined = They declined without a reason
trust-shared-bad = An introduction that did harm
trust-you-said = What you say about { $name }
trust-to-mine = My vouches
trust-to-bond = How you and { $name } know each other
trust-wants-renewing = Renew it soon
trust-vouch = Vouch for { $name }
trust-vouch-again = Change or add a word for { $name }
trust-vouch-title = Vouch for { $name }
trust-vouch-lead = Your word helps others to know whom they can rely on. Say it only if you mean it.
trust-vouch-public = { $name } sees what you say. Others may see it when it is part of their way to { $name }. You can take it back at any time.
trust-vouch-send = Say it
trust-how-far = What can you say?
trust-no-level = Choose what you can say.
trust-level-know = “I know them”
trust-level-know-hint = You have met, and they are who they say they are.
trust-level-worked = “I have worked with them”
trust-level-worked-hint = You helped somebody together, here or elsewhere.
trust-level-mother = “I would send my mother to them”
trust-level-mother-hint = The highest word. In general you can say it of { $most } helpers.
trust-about = About what?
trust-about-hint = Choose “everything”, or the one thing you know them from.
trust-vouch-about = { $said } ({ $field })
trust-field-general = everything
trust-field-children = children and family
trust-field-care = care at home
trust-field-health = health and mood
trust-field-money = money
trust-field-housing = housing
trust-field-things = food and things
trust-field-transport = getting around
trust-field-work = work
trust-field-learning = learning and languages
trust-field-papers = papers and law
trust-field-company = company and friendship
trust-field-safety = safety and emergencies
trust-note = A note for yourself
trust-note-hint = Sealed. Nobody but you can read it.
trust-note-yours = Your note: { $note }
trust-left = { $count ->
    [0] You have said all the new vouches of this week. Renewing is always possible.
    [one] You can say one more new vouch this week.
   *[other] You can say { $count } more new vouches this week.
}
trust-not-yet = Not yet
trust-strangers = You can vouch for your contacts, and for helpers you have worked with.
trust-yourself = You cannot vouch for yourself.
trust-enough = You have said { $most } new vouches in the last seven days. Come back in a few days.
trust-too-many-mothers = You say the highest word about { $most } helpers already. Take one back first, or choose another word.
trust-long-note = A note has at most { $most } characters.
trust-opposite = You cannot vouch for somebody and not rely on them at once. Take the one back first.
trust-distrust-title = If you do not rely on them
trust-distrust-lead = You can note for yourself that you do not rely on them. It changes only what you see. Nobody is told, not even they.
trust-distrust = I do not rely on { $name }
trust-lift = Lift this
trust-warn-stranger = Nobody you know knows this helper
trust-warn-doubtful = Be careful with this helper
trust-check = Before you bring somebody together with them:
trust-check-talk = Talk to them, best in person or by video.
trust-check-ask = Ask which group, church or agency they belong to, and call there.
trust-check-place = Arrange a first meeting in a public place, and come along.
trust-check-first = Begin with something small. Share no address before.
trust-mine-title = My vouches
trust-mine-lead = What you say about other helpers, and what they say about you. A vouch counts for two years; then it wants renewing.
trust-empty-title = Nothing said yet
trust-empty = When you vouch for a contact, those who rely on you can rely on them too.
trust-empty-step = Choose one of your contacts
trust-given = What you say
trust-received = What others say about you
trust-distrusted = On whom you do not rely
trust-distrusted-private = Nobody else sees this list, and those on it are not told.
trust-ends = counts until { $date }
trust-ended = ended on { $date }
trust-renew = Renew: { $name }
trust-revoke-of = Take back: { $name }
trust-revoke = Take back
trust-revoke-title = Take this vouch back?
trust-revoke-lead = It stops counting at once. { $name } is not told. Saying it again counts as a new vouch.
trust-after-title = It went well: would you vouch for { $name }?
trust-after = A word from somebody who worked with them counts most.
trust-today = A good word after working together
trust-notice-invited = You worked with { $name }. Would you vouch for them?
trust-notice-invited-unnamed = You worked with another helper. Would you vouch for them?
trust-notice-received = { $name } vouched for you
trust-notice-received-unnamed = Somebody vouched for you
trust-audience = Helpers I trust
trust-audience-hint = Choose below how far. They see that it is yours.
trust-audience-level = How far must you trust them?
trust-audience-level-hint = Counts only if you chose “Helpers I trust”. Take a vouch back, and the card closes at once.
trust-least-known = At least known: somebody I rely on knows them
trust-least-trusted = At least trusted: people I rely on speak well of them
trust-least-well = Well trusted: people I rely on speak very well of them
trust-who-enquires = Who may send you enquiries?
trust-who-enquires-hint = An enquiry about one of your open cards is never refused, since that would tell that the card is yours. It comes in quietly instead: you find it under “Introductions”, and are not told.
trust-takes-known = Contacts, and helpers who are known to people I rely on
trust-takes-trusted = Contacts, and helpers I trust
trust-takes-well = Contacts, and helpers I trust very well
trust-not-taken = This helper takes enquiries from contacts, or from helpers they know of, only. Ask to be a contact first.
trust-aside = Came in quietly
trust-done-said = Said. Thank you.
trust-done-renewed = Renewed for two years.
trust-done-revoked = Taken back.
trust-done-distrusted = Noted, for you alone.
trust-done-lifted = Lifted.
### ---- end of trust ----
### ---- groups ----
groups-title = Groups
groups-lead = Work with others: a church, an agency, a street. A group can see cards that are for it, and share the care for a client.
groups-mine = My groups
groups-all = Find a group
groups-search = Name or place
groups-place = Only near this place
groups-new = Start a group
groups-none-title = No group fits
groups-none = Try fewer letters, or start a group yourself: it takes a minute.
groups-mine-none-title = You are in no group yet
groups-mine-none = A group lets a few people who know each other show cards to one another, and stand in for each other. Find one below, or start one.
groups-invited = You are invited
groups-asked-list = You asked to join
groups-friend = Friend
groups-kind-open = Open: anybody joins
groups-kind-request = By request
groups-kind-invitation = By invitation
groups-kind-secret = Secret
groups-kind-open-hint = Nobody looks who joins, so it is no audience for cards, and no client can be shared with it.
groups-kind-request-hint = People ask, answer your questions, and a coordinator says yes.
groups-kind-invitation-hint = Everybody finds the group. Only those whom a coordinator invites join.
groups-kind-secret-hint = Only members and those who are invited know that it is there.
groups-role-coordinator = Coordinator
groups-role-member = Member
groups-role-observer = Observer
groups-role-coordinator-hint = Says who is in the group and what it says. Does all that members do.
groups-role-member-hint = Sees cards that are for the group, writes, and takes seats with shared clients.
groups-role-observer-hint = Reads what the group writes. Sees no cards.
groups-form-title = Start a group
groups-edit-title = Change the group
groups-name = Name
groups-about = What the group is about
groups-about-hint = Others read this. Name no clients here.
groups-kind = How people join
groups-area = Where it works
groups-situations = For whom
groups-needs = With what it helps
groups-languages = Languages
groups-questions = Questions for those who ask to join
groups-questions-hint = One on each line, five at most. Coordinators alone read the answers, and they are deleted when you have answered.
groups-agreement = Agreement
groups-agreement-hint = Everybody accepts it who joins. When you change it, everybody is asked again, and reads only until they accept.
groups-save = Save group
groups-create = Start group
groups-fault-name = Write a name of at most 80 characters.
groups-fault-about = Write at most 1,500 characters.
groups-fault-agreement = Write at most 6,000 characters.
groups-fault-questions = At most five questions of 200 characters.
groups-fault-terms = Choose at most 60 from each list.
groups-fault-answers = Answer every question, in at most 1,000 characters.
groups-fault-agreed = Read the agreement as it is now, and tick that you accept it.
groups-not-allowed = Your part in this group does not allow this. A coordinator can do it.
groups-invitation-needed = One joins this group by an invitation only. Ask a coordinator.
groups-link-over = This link is over: used up, taken back, or too old. Ask for a new one.
groups-already = It is so already.
groups-last-coordinator = A group needs a coordinator. Make somebody else one first, or close the group.
groups-changed = Somebody changed it meanwhile. Look again, then save.
groups-wrong-kind = A group of this kind cannot do that.
groups-join = Join
groups-join-title = Join this group
groups-ask-title = Ask to join
groups-ask = Send request
groups-accept-invitation = Accept invitation
groups-decline = Decline invitation
groups-take-back = Take request back
groups-you-asked = You asked to join. A coordinator will answer.
groups-agree-tick = I have read the agreement and accept it
groups-agree = Accept agreement
groups-agree-again-title = The agreement changed
groups-agree-again = Until you accept it you can read here, and see no cards for the group.
groups-by-link-trusted = This link lets you join at once.
groups-members = Members
groups-coordinators = Coordinators
groups-size = { $count ->
        [0] Fewer than 11 people are in it
        *[other] About { $count } people are in it
    }
groups-since = since { $date }
groups-not-agreed = Has not accepted the agreement yet
groups-make = Make { $role }: { $name }
groups-remove = Remove { $name }
groups-remove-title = Remove { $name } from the group?
groups-remove-text = They no longer see cards for the group. Seats with clients that they have through it end at once. A record's key is changed at once if you lead it, and otherwise when its lead opens it next. What they have read they still know.
groups-remove-do = Remove from group
groups-leave = Leave the group
groups-leave-title = Leave this group?
groups-leave-text = You no longer see cards for it, and yours that are for it alone come down. Seats with clients that you have through it end, and clients whom you share with it are shared no more.
groups-close = Close the group
groups-close-title = Close this group for everybody?
groups-close-text = Nobody is in it any more. Cards for it come down, and seats with clients that came through it end. This cannot be undone.
groups-requests = Requests to join
groups-requests-lead = Coordinators alone read the answers. They are deleted when you have answered.
groups-requests-none = Nobody waits
groups-requests-none-text = When somebody asks to join, you find it here and under Today.
groups-requests-waiting = { $count ->
        [one] One person asks to join
        *[other] { $count } people ask to join
    }
groups-by-link = came by a link
groups-admit = Let { $name } in
groups-refuse = Decline { $name }
groups-refuse-hint = Who is declined is not told by the program: say it yourself.
groups-invite = Invite a contact
groups-invite-who = Who
groups-invite-role = As
groups-invite-do = Send invitation
groups-invite-none = All your contacts are in it or invited. Make a link for others.
groups-invitations = Invited, not answered yet
groups-until = until { $date }
groups-invitation-back = Take invitation of { $name } back
groups-links = Links into the group
groups-links-lead = Whoever has a link can use it. Give it only to those for whom it is.
groups-link-trusted = Lets in at once
groups-link-vetted = A coordinator says yes first
groups-link-kind = What the link does
groups-link-days = Holds for days
groups-link-uses = For how many people
groups-link-make = Make link
groups-link-made = Your new link
groups-link-once = Copy it now: it is shown only once.
groups-link-print = Or print a sheet for the notice board. Whoever has this link can use it: give it to people you mean.
groups-link-sheet = Join us: { $group }
groups-link-sheet-lead = We are a group of helpers on Argonaut: people who act for other people. Sign in and come in by this link.
groups-link-picture = QR code with the link into { $group }
groups-link-scan = Scan this
groups-link-type = Or type this address
groups-link-back = Back to { $group }
groups-link-used = used { $uses } of { $most }
groups-link-end = End this link
groups-link-over-short = over
groups-needs-sum = Looked for in cards for this group
groups-offers-sum = Offered in cards for this group
groups-sum-hint = Sums over cards that you see. None under 11 is shown; others are rounded to 5.
groups-sum-none = Too few cards for sums yet.
groups-shared = { $count ->
        [one] You share one client with this group.
        *[other] You share { $count } clients with this group.
    }
groups-friends = Befriended groups
groups-friends-hint = Members of befriended groups see each other's members, and can choose each other for cards.
groups-friends-none = None yet.
groups-friend-asks = asks to be friends
groups-friend-asked = asked, not answered yet
groups-friend-accept = Accept { $name } as a friend
groups-friend-end = End with { $name }
groups-friend-which = Ask a group to be a friend
groups-friend-ask = Ask group
groups-next = What to do next
groups-next-card = Show a client's card to this group
groups-next-share = Share the care for a client: open the client, then its circle
groups-next-invite = Invite somebody
groups-next-edit = Change the group
groups-no-cards-open = Anybody can join this group, so it is no audience for cards.
groups-today = Groups
groups-today-requests = { $name }: { $count ->
        [one] one person asks to join
        *[other] { $count } people ask to join
    }
groups-today-friends = { $name }: a group asks to be friends
groups-today-agree = { $name }: accept the new agreement
groups-today-invited = { $name } invites you
groups-circle = Shared with groups
groups-circle-hint = Every member of the group is offered a seat and opens the record only after accepting. You stay the lead. Whoever leaves the group loses the seat. Keys of members who are not your contacts are taken from this server: compare them when you meet.
groups-circle-share = Share with this group
groups-circle-which = Group
groups-circle-none = You are in no group with which a client can be shared: not an open one.
groups-circle-shared = { $name }: shared. { $count ->
        [0] Every member has a seat.
        [one] One member has no seat.
        *[other] { $count } members have no seat.
    }
groups-circle-end = End sharing with { $name }
cards-audience-groups-hint = The members of the groups that you tick below see it, and that it is yours.
groups-which = Which groups
groups-audience-group = Friend of { $name }
groups-done-made = The group is there. Invite somebody now.
groups-done-saved = Group saved.
groups-done-joined = You are in.
groups-done-asked = Request sent. A coordinator will answer.
groups-done-declined = Done. Nothing is open between you and the group.
groups-done-answered = Request answered.
groups-done-invited = Invitation sent.
groups-done-taken-back = Taken back.
groups-done-link-ended = The link opens nothing any more.
groups-done-agreed = Agreement accepted.
groups-done-left = You left the group.
groups-done-removed = Removed. What came through the group ended with it.
groups-done-part = Part changed.
groups-done-closed = The group is closed.
groups-done-friend = Done. If the other group agrees, you are friends.
groups-done-friend-ended = Ended.
groups-done-shared = Shared. Each member is asked to take a seat.
groups-done-unshared = No longer shared. Seats that came through the group ended, and the key was changed.
groups-notice-invited = You are invited into a group.
groups-notice-asked = Somebody asks to join a group that you coordinate.
groups-notice-joined = A group let you in.
groups-notice-part = You have another part in a group.
groups-notice-agreement = A group changed its agreement. Read it and accept it.
groups-notice-friend-asked = Another group asks yours to be friends.
groups-notice-friend-accepted = Another group accepted to be friends with yours.
groups-notice-seats = A group with which you share a client has a new member. Open the client to offer a seat.
groups-notice-card = A card of yours came down, or fewer see it: a group is no audience of yours any more.
groups-posts-lead = Ask, offer, thank: what is written here is for this group alone.
groups-posts = Posts of this group
groups-posts-write = Write to this group
### ---- end of groups ----


### ---- posts ----
posts-nav = Posts
posts-lead = Ask the network, offer a hand, say thanks, tell what went well. No client is ever named.
posts-write = Write a post
posts-write-lead = Four kinds, one form. Ask and offer end after 30 days unless you renew them.
posts-mine = My posts
posts-mine-lead = Everything you wrote, also what has ended. Others see only what is current.
posts-mine-none-title = You have not written anything yet
posts-mine-none = A good first post: what you can give. Helpers find it when they look for just that.
posts-kinds = Kinds of posts
posts-kind-all = Everything
posts-kind = What kind of post?
posts-kind-ask = Asks
posts-kind-ask-hint = Who could help with …? Answers come to you alone.
posts-kind-offer = Offers
posts-kind-offer-hint = I can help with …
posts-kind-thanks = Thanks
posts-kind-thanks-hint = To those who helped.
posts-kind-story = Stories
posts-kind-story-hint = What went well, told without names.
posts-title-ask = { $name } asks
posts-title-offer = { $name } offers
posts-title-thanks = { $name } says thanks
posts-title-story = { $name } tells a story
posts-groups = Groups
posts-about = Posts about { $term }.
posts-about-all = Show all
posts-see-all = Mark all as seen
posts-no-more = There are no older posts.
posts-none-title = Nothing here yet
posts-none = This is where helpers ask each other for help, offer it and say thanks. Begin with what you can give: somebody may be looking for it.
posts-none-first = Offer something
posts-open = Read
posts-comments = { $count ->
    [one] One comment
   *[other] { $count } comments
}
posts-thanks = { $count ->
    [one] One thanks
   *[other] { $count } thanks
}
posts-new = New
posts-yours = Yours
posts-solved = Solved
posts-ended = Ended
posts-edited = changed later
posts-needs = Needed
posts-offers = Can give
posts-for-everyone = Everyone here
posts-for-everyone-hint = Every helper on this site.
posts-for-contacts = My contacts
posts-for-contacts-hint = Helpers you know.
posts-for-trusted = Helpers I trust
posts-for-trusted-hint = Also those whom people you rely on vouch for.
posts-for-groups = { $count ->
    [one] A group
   *[other] { $count } groups
}
posts-audience = Who may read it?
posts-words = Your words
posts-words-hint = Plain and short. No names, no addresses, nothing by which a client could be recognised.
posts-privacy = Readers see your name and what you write here. Leave out whatever could tell who a client is.
posts-drafts-lead = Others will read this. Please decide for each piece.
posts-find-by = So that it is found: what it is about, and where
posts-terms = What is it about?
posts-terms-hint = For an ask: what is needed. For an offer: what you can give. At most 8 count. Needs that could shame somebody are never shown by their name.
posts-urgent = It cannot wait
posts-place = Where
posts-place-hint = A city or a region. Small places are shown as the region around them.
posts-place-unknown = We do not know this place. Try the nearest larger town, or leave it empty.
posts-publish = Publish post
posts-save = Save words
posts-edit = Change words
posts-edit-lead = The words change; audience and needs stay. For another audience, delete it and write a new one.
posts-delete = Delete post
posts-delete-title = This cannot be undone
posts-delete-text = The post goes, with everything that was said under it. Nothing of it is kept.
posts-delete-now = Delete this post
posts-renew = Renew for 30 days
posts-ends-on = It ends on { $day }.
posts-ended-on = It ended on { $day }. Only you see it.
posts-thank = Say thanks
posts-unthank = Take my thanks back
posts-thanked-by = Thanks from { $names }.
posts-comments-title = Comments
posts-comments-none = Nobody has said anything yet.
posts-comment = Your comment
posts-comment-hint = Everybody who sees the post reads it.
posts-comment-send = Send comment
posts-comment-delete = Delete the comment of { $name }
posts-report = Report this post
posts-for-client = You asked this for one of your clients. Nobody else is shown for whom; it is kept sealed, for you alone.
posts-client-record = Open the record
posts-answer-title = Can you help?
posts-answer-private = Only { $name } reads your answer. It is sealed for the two of you.
posts-answer-how = Your answer
posts-answer-help = I can help
posts-answer-know = I know somebody
posts-answer-with = With what? (may stay open)
posts-answer-words = A few words
posts-answer-words-hint = What you can give, and when. Leave out telephone numbers: you will be put in touch.
posts-answer-send = Send answer
posts-answer-back = Take my answer back
posts-answer-closed = This answer cannot be opened any more.
posts-my-answer = Your answer
posts-answers = Answers
posts-answers-private = Only you see these answers.
posts-answers-none-title = No answers yet
posts-answers-none = We tell you as soon as somebody answers. Meanwhile, look below for helpers who list what you ask for.
posts-accept = Take up the answer of { $name }
posts-decline = Decline { $name } with thanks
posts-state-waiting = waiting
posts-state-accepted = taken up
posts-state-declined = declined with thanks
posts-state-helped = helped
posts-solve = It is solved
posts-solve-lead = The ask closes for everybody. Those who helped hear of it.
posts-who-helped = Who helped?
posts-solve-now = Close the ask
posts-listed = These helpers list it
posts-listed-lead = They offer this already: you can write to them at once.
posts-ask-network = Who could help?
posts-ask-title = Who could help with …?
posts-ask-lead = Ask other helpers for this client. What the card's rules let through is ticked already.
posts-ask-privacy = Readers see your name, the needs you tick, and “{ $place }” (where everyone may read it, a region at most). They do not see for whom you ask.
posts-ask-card-title = An open card of this client is on show
posts-ask-card = The card hides you; an ask shows your name. Whoever reads both may guess that they belong together. For a few readers only, choose your contacts.
posts-ask-needs = What to ask for
posts-ask-no-needs = The record has no needs that may be shown. Add some to the record, or ask in your own words below.
posts-ask-words = In your own words (may stay empty)
posts-ask-words-hint = No names, nothing by which your client could be recognised.
posts-ask-send = Ask the network
posts-bad-words = Please write between 1 and { $most } characters.
posts-bad-audience = Please choose who may read it.
posts-nothing-asked = Please say what is asked for: in words, or by a need.
posts-changed = It changed in the meantime. Please look again.
posts-over = This is closed, or its time is over.
posts-yourself = That is your own post.
posts-reads-only = You can read here, but not write.
posts-already = You have answered already.
posts-done-written = Your post is published.
posts-done-changed = Your words are saved.
posts-done-deleted = The post is deleted.
posts-done-renewed = It runs for another 30 days.
posts-done-seen = All posts are marked as seen.
posts-done-commented = Your comment is there.
posts-done-comment-deleted = The comment is deleted.
posts-done-thanked = Thank you for saying thanks.
posts-done-thanks-back = Your thanks are taken back.
posts-done-asked = The network is asked. Answers come to you alone.
posts-done-answered = Your answer is on its way, for the asker alone.
posts-done-answer-back = Your answer is taken back.
posts-done-enquiry = An enquiry has begun: here you go on together.
posts-done-contact = You asked them to be a contact. When they accept, you can talk.
posts-done-known = Taken up. You know each other already: write to them.
posts-done-declined = Declined, with thanks.
posts-done-solved = Solved. Those who helped are thanked.
posts-notice-answered = Somebody answered an ask of yours.
posts-notice-news = There is news on a post of yours.
posts-notice-accepted = Your answer to an ask was taken up.
posts-notice-declined = Your answer to an ask was declined, with thanks.
posts-notice-helped = An ask is solved, and your answer helped. Thank you.
posts-hidden-title = Moderators took this off other people’s screens
posts-hidden = Only you see it. Why, and how to appeal, is under
posts-comment-report = Report what { $name } wrote
### ---- end of posts ----
### ---- people ----
people-words = Words: a name, a skill
people-offer = Can help with
people-more = More: place, language
people-situation = Works with
people-place = In or near
people-language = Speaks
people-tag = My tag
people-none = Nobody here fits who shows it to you. Ask for less, or invite somebody you know.
people-narrow = Narrow down
people-about = about { $count }
people-who-contacts = Who sees whom we both know (their side has to agree too)
people-both-know = You both know
people-note = For you alone
people-note-private = Sealed under your key. Nobody else reads it, nor do they know that it is there.
people-note-words = Note
people-note-save = Keep note and tags
people-note-kept = Kept, for you alone.
people-note-long = A note has at most { $most } characters.
people-tags = Tags
people-tags-hint = With commas between them. You can look for them among the helpers.
people-tags-many = At most { $most } tags of { $longest } characters.
people-suggested = You may want to know
people-same-clients = Works with people in the same situation as yours: { $what }
people-has-offers = Offers what people you act for need: { $what }
people-known-to = Known to { $who }
people-not-now = Not now
people-never = Do not suggest again
people-again = Show again whom I put aside
people-invite = Invite somebody
people-befriend = I wish to become contacts
people-befriend-hint = They are asked when they sign up, and may say no.
people-as = What can you say of them?
people-as-hint = It counts when they sign up with this link and become your contact.
people-as-nothing = Nothing
people-as-know = I know them
people-as-worked = I have worked with them
people-as-mother = I would send my mother to them
people-greeting = A greeting
people-greeting-hint = Whoever opens the link reads it. No names of clients, please.
people-greeting-long = A greeting has at most { $most } characters.
people-invitations-many = That is { $most } within a day. Please go on tomorrow.
people-invitation-text = { $greeting } Here people help other people. This link is for you alone: { $address }
people-invitation-subject = An invitation to Argonaut
people-invitation-mail = Open in my mail program
people-invitation-scan = To scan when you are together
people-invited-by = { $name } invites you
people-become-contacts = Become contacts with { $name }
people-found-by = How I can be found
people-found-by-lead = Helpers who have your mail address or number in their address book can find you here, if you want.
people-found-by-private = We keep no readable copy: a keyed hash to compare with, and the text sealed for you. Nobody checks that it is yours, and others are told so.
people-found-by-value = Mail address or telephone number
people-found-by-hint = A number with its country code, or as it is dialled where you help.
people-found-by-add = Be found by this
people-found-by-remove = Remove { $what }
people-found-by-unreadable = This is neither a mail address nor a number we can read. Try it with the country code.
people-found-by-many = At most { $most }. Remove one first.
people-book = Look through my address book
people-book-lead = See which of the people you know are here, and invite others, one by one.
people-book-private = The file is read in memory and forgotten. Nobody in it is stored or written to.
people-book-file = Address book (.vcf)
people-book-hint = Export it from your phone or mail program as vCard.
people-book-look = Look through it
people-book-none = There is no vCard in this file. Choose a file that ends in .vcf.
people-book-found = What we found
people-book-waiting = { $count ->
    [one] One address or number has to wait until tomorrow: so nobody can try them all.
   *[other] { $count } addresses and numbers have to wait until tomorrow: so nobody can try them all.
}
people-book-cut = Only the first { $most } entries were read.
people-book-faults = { $count ->
    [one] One entry could not be read
   *[other] { $count } entries could not be read
}
people-book-entry = Entry { $number }:
people-book-broken = it is cut off, or is no vCard.
people-book-nothing = no name, address or number in it.
people-book-large = it is too large.
people-book-says = Here, by what they say:
people-book-may-be = May be, by the name:
people-book-invite = Invite { $name }
people-book-limit = At most { $most } MB.
people-book-choose = Choose a file first.
people-book-too-large = The file is larger than { $most } MB. Export it without pictures, or in parts.
people-book-cut-off = The file did not arrive whole. Please send it again.
people-in-groups = You are both in
people-today-all = More suggestions
### ---- end of people ----
### ---- limits ----
limits-title = A short wait
limits-often = You did this very often in a short time. Wait { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
  }, then go on. Nothing that you typed is lost.
limits-reading = You have looked at very many cards today. To protect the people behind them, the next one comes after { $seconds } seconds. Your own clients' pages are open as always.
limits-soon = You did this very often in a short time. Wait { $seconds } seconds, then go on. Nothing that you typed is lost.
limits-yours = What you typed
limits-again = Send again
limits-retry = Try again
limits-back = To Today
limits-secret = Please type this once more: we do not repeat it
limits-file = Files have to be chosen again, on the page before this one.
limits-notice-slowed = You have looked at very many cards today, so there is a short wait between them. Tomorrow it is as always.
limits-notice-fast = { $name } looks at far more cards than usual. They are slowed down; ask them why.
limits-notice-fast-unnamed = A helper looks at far more cards than usual. They are slowed down; ask them why.
### ---- end of limits ----


### ---- suspended ----
accounts-suspended-title = Your account is suspended
accounts-suspended-lead = You cannot work here now. Here is why, and how to ask somebody else to look at it again.
accounts-suspended-undecided = An administrator suspended this account. Please write to whoever runs this site.
accounts-suspended-again = Once more, so that nobody else appeals in your name.
accounts-suspended-data = Your clients’ records stay sealed as they are. Whoever shares a record with you keeps access. A client’s own link still opens.
accounts-suspended-branch = Your account and others that came by the same invitations were suspended together
### ---- end of suspended ----
### ---- tree ----
tree-title = Who invited whom
tree-lead = Each helper, and those who came by their invitation. Where many invented accounts came one by another, act on the whole branch at once.
tree-empty = Nobody has invited anybody yet.
tree-depth = step { $depth }
tree-admin = Administrator
tree-below = { $count ->
    [one] one came by them
   *[other] { $count } came by them
}
tree-open = { $count ->
    [one] one open invitation
   *[other] { $count } open invitations
}
tree-cut = Act on this branch
tree-cut-title = Act on a branch
tree-cut-lead = It concerns this helper and everybody who came by them, step by step. You can undo it.
tree-concerns = Active accounts: { $active }. Open invitations: { $open }.
tree-scope = What to do
tree-scope-invitations = End all open invitations
tree-scope-suspend = End all open invitations, and suspend all active accounts. Administrators stay.
tree-reason = Why
tree-reason-hint = Everybody concerned reads this when they try to sign in.
tree-do = Do it
tree-own = Your own account is in this branch. Choose one further down.
tree-bad-reason = Say why in 1 to { $most } characters.
tree-cuts = What was done
tree-cut-line = { $count ->
    [0] { $name } and below: invitations ended
    [one] { $name } and below: invitations ended, one account suspended
   *[other] { $name } and below: invitations ended, { $count } accounts suspended
}
tree-undo = Undo
tree-undone = Undone on { $date }
tree-done-cut = Done. You can undo it below.
tree-done-undone = Undone: exactly what that act had changed.
accounts-declined = This site did not take your request: { $reason }
accounts-answer-missing = Please answer this question (at most { $most } characters).
admin-questions = What newcomers are asked
admin-questions-label = Questions, one a line
admin-questions-hint = At most five. Asked of whoever signs up and waits for approval; their answers are deleted when they are let in.
admin-questions-save = Save the questions
admin-decline = Decline
admin-decline-reason = Why (they read this when they sign in)
admin-decline-do = Decline the request
admin-declined = Declined: { $reason }
admin-done-declined = Declined. They read why when they sign in; you can still let them in.
admin-bad-reason = Say why in 1 to { $most } characters.
### ---- end of tree ----
### ---- rings ----
rings-title = Rings
rings-lead = Three people who could help each other in a circle: each gives what the next one needs. We look for rings each night.
rings-empty-title = No ring yet
rings-empty = When a client of yours has a card that says what they need and what they can give, a ring may be found. You will be told.
rings-one = A ring of three
rings-one-lead = Each gives what the next one needs. Nobody learns a name before all three helpers said yes.
rings-line = A ring with { $name }
rings-line-unnamed = A ring with a client of yours
rings-yes-of = { $yes } of { $seats } said yes
rings-who-gives = Who gives what
rings-gives = gives { $what } to { $to }
rings-picture = A ring: { $one } gives to { $two }, { $two } gives to { $three }, { $three } gives to { $one }.
rings-mine = { $name } (your client)
rings-not-on-show = Somebody whose card is not on show any more
rings-sought = Somebody is being looked for
rings-cards = The cards
rings-state-proposed = Answers are awaited
rings-state-going = The ring goes
rings-state-ended = This ring is over
rings-answer-awaited = Answer awaited
rings-answer-yes = Yes
rings-reason-not-now = Not at this time
rings-reason-not-suitable = It does not fit
rings-reason-need-met = The need is met
rings-reason-client-no = My client said no
rings-reason-other = Another reason
rings-reason-no-answer = No answer came
rings-reason-gone = The card is not on show any more
rings-your-answer = Do you want to try this?
rings-your-answer-lead = Yes means: you are ready to talk about it with the other two helpers. When all three said yes, you see each other's names, and nothing is promised to any client yet.
rings-yes = Yes, let us try
rings-no = No
rings-leave = Leave the ring
rings-leave-lead = Why? The others learn only that your place is free. We look for somebody who fits.
rings-waiting-title = You said yes
rings-waiting = { $count ->
    [one] One answer is still awaited. You will be told.
   *[other] { $count } answers are still awaited. You will be told.
}
rings-seeking-title = One place is free
rings-seeking = We look for somebody whose needs and gifts fit. You will be told when we find them.
rings-going = All three said yes. From here you work in pairs: talk, ask your client, introduce.
rings-room-give = Your client gives: open the room
rings-room-get = Your client is given: open the room
rings-ended = It can no longer be made whole. Other suggestions are on your client's page.
rings-gone = A card of this ring is not on show any more. We look for somebody else.
rings-changed = The ring changed in the meantime. Please look again.
rings-refused = This is not possible any more. Please look again.
rings-done-yes = Your yes is noted. You will be told how it goes on.
rings-done-goes = All three said yes. You can talk with each other now.
rings-done-left = You left the ring.
rings-notice-proposed = A ring was found: three people could help each other, a client of yours among them.
rings-notice-changed = There is news in a ring of yours.
rings-notice-goes = All three said yes: a ring begins.
rings-notice-ended = A ring is over.
rings-link = { $count ->
    [0] Rings
    [one] Rings: one waits for your answer
   *[other] Rings: { $count } wait for your answer
}
### ---- end of rings ----
### ---- plan ----
plan-title = Plan, do, review
plan-lead = What they want in their own words, small steps, and a look back together.
plan-private = The plan lies sealed in the record. Its circle reads it, and the client where you print it or show it by their link.
plan-none = No plan yet. Ask what they care about, and write down one thing they want, the way they say it. One small step is enough to begin.
plan-grew-from = Grew from: { $interest }
plan-last-level = { $level } ({ $date })
plan-next-review = We look at it again on { $date }.
plan-levels = What each level looks like
plan-levels-hint = Only if it helps. Something one could see: "plays once a week".
plan-level-much-less = Much less than hoped
plan-level-less = Less than hoped
plan-level-as-hoped = As hoped
plan-level-more = More than hoped
plan-level-much-more = Much more than hoped
plan-who-client = the client
plan-who-helper = the helper
plan-who-together = both together
plan-who-other = somebody else
plan-you-client = you
plan-you-helper = your helper
plan-you-together = we together
plan-barrier-person = The person
plan-barrier-worker = The helper
plan-barrier-environment = The surroundings
plan-interest = What do they like or care about?
plan-interest-hint = An interest is the best beginning. May stay empty.
plan-goal = What do they want?
plan-goal-hint = In their words: "I want to play chess with somebody again."
plan-goal-first = The first goal
plan-goal-new = Add another goal
plan-goal-add = Add goal
plan-goal-remove = Remove this goal
plan-goal-remove-hint = Its steps, and how far it came at each review, go with it.
plan-goal-remove-now = Remove goal
plan-step-new = Add a step
plan-step = What is to be done?
plan-step-who = Who
plan-step-by = By when
plan-step-add = Add step
plan-by = by { $date }
plan-done-on = done on { $date }
plan-done = Done
plan-undone = Not done after all
plan-remove = Remove
plan-barriers = What stands in the way
plan-barriers-none = Nothing noted. A barrier may lie in the person, in you, or around them: naming it helps to find a way round.
plan-barrier-new = Note a barrier
plan-barrier = What stands in the way?
plan-barrier-of = Where does it come from?
plan-barrier-tried = What was tried?
plan-barrier-add = Note barrier
plan-tried = tried: { $tried }
plan-reviews = Reviews
plan-reviews-none = No review yet. Set a day for the first one together.
plan-review-new = Review together
plan-review-level = How far: { $goal }
plan-review-words = What was said
plan-review-next = Next review
plan-review-add = Keep review
plan-review-on = Day
plan-score = Score
plan-score-hint = The score joins all goals of a review: 50 is "as hoped", each 10 more or less is a clear step. It compares the client with themselves only.
plan-score-line = How the score went, the earliest first: { $scores }
plan-sheet = Sheet for the client
plan-sheet-lead = To print and take home, in the language they read.
plan-sheet-link = They can also read it by their own link.
plan-sheet-en = In English
plan-sheet-es = In Spanish
plan-sheet-of = { $client }: my plan
plan-sheet-nothing = Nothing is written yet.
plan-sheet-barriers = What stands in the way
plan-sheet-reviews = What we found
plan-empty = Write a few words first.
plan-nothing-reviewed = Say how far at least one goal came, or write a few words.
plan-not-there = That part of the plan is gone. Open the plan again.
plan-too-much = That is too long, or the plan is full. Shorten it, or remove something old.
plan-bad-day = That is no day. Write it as 2026-12-31, or leave it empty.
plan-done-saved = Saved.
plan-done-removed = Removed.
### ---- end of plan ----
### ---- events ----
events-title = Events
events-none = Nothing is planned yet.
events-new = Plan an event
events-edit = Change the event
events-cancel = Cancel the event
events-cancel-text = Those who said that they come, or perhaps, are told. This cannot be undone.
events-cancel-now = Cancel it now
events-back = Leave it as it is
events-cancelled = Cancelled
events-going = I come
events-maybe = Perhaps
events-no = I cannot come
events-when = { $from } to { $until } ({ $zone })
events-by = Planned by { $name }
events-calendar = Put it into my calendar
events-answer = Will you come?
events-mine = Your answer: { $answer }
events-who = Answers
events-nobody = Nobody answered yet. Be the first.
events-privacy = Everybody in the group reads this. Say nothing by which a client can be known.
events-name = What is it called?
events-words = What is it about?
events-place = Where?
events-starts = Begins
events-ends = Ends
events-time-hint = Date and time there, like 2027-05-30 18:00
events-zone = Time zone
events-friends = Befriended groups see it too
events-save = Keep the event
events-fault-title = Give it a name of at most 120 characters.
events-fault-words = Say it in at most 2,000 characters.
events-fault-place = Say where in at most 120 characters.
events-fault-times = Give a date and time for its beginning and its end, like 2027-05-30 18:00: the end after the beginning, within a month, and not in the past.
events-fault-zone = There is no such time zone. Write it like America/Los_Angeles.
events-done-kept = The event is kept.
events-done-cancelled = The event is cancelled, and those who answered are told.
events-done-answered = Your answer is kept.
events-notice-changed = An event that you answered changed or is cancelled.
events-notice-soon = An event of your group is within a day.
### ---- end of events ----

### ---- messages ----
messages-title = Messages
messages-nav =
    { $count ->
        [0] Messages
        [one] Messages: { $count } conversation with something new
       *[other] Messages: { $count } conversations with something new
    }
messages-lead = Between you and other helpers, and in your groups. Sealed at rest to those who read them.
messages-search = Search your messages
messages-found =
    { $count ->
        [0] Nothing was found. Try fewer or other words.
        [one] { $count } message found, the latest first.
       *[other] { $count } messages found, the latest first.
    }
messages-all = Show all conversations
messages-empty-title = No messages yet
messages-empty = You can write to your contacts, to people in your groups, and to helpers with whom you work on a match. Open somebody’s page and choose “Write to …”.
messages-empty-act = See my contacts
messages-quiet-groups = Groups where nobody has written yet
messages-unread =
    { $count ->
        [one] { $count } new
       *[other] { $count } new
    }
messages-new = New
messages-read = Read
messages-muted = Muted
messages-you = You
messages-settings = Read marks
messages-read-marks = “Read” under a message says that the other helper has seen it. If you hide your own read marks, you do not see those of others.
messages-read-hide = Hide my read marks
messages-read-show = Show my read marks
messages-to-helper = To this helper’s page
messages-to-group = To the page of the group
messages-group-lead = Everybody who is in the group when you write can read it. Whoever joins later cannot.
messages-earlier = Earlier messages
messages-latest = Back to the latest messages
messages-thread-empty = Nothing has been written here yet.
messages-write = Your message
messages-write-to = Write to { $name }
messages-start-lead = Say in a few words what it is about. Leave out what shows who a client is.
messages-send = Send message
messages-files = Add files
messages-files-choose = Pictures, PDF or plain text
messages-files-hint = Up to { $count } files of { $most } MB each. Pictures are made smaller, and say no longer where and when they were taken. What a PDF says about itself stays in it.
messages-files-large = The files are larger than { $most } MB together. Send fewer at once, or smaller ones. What you wrote is still here; choose the files again.
messages-file-kind = “{ $name }” is no picture (JPEG, PNG, WebP), PDF or plain text, or it is broken. Save it as one of these, and choose your files again.
messages-file-large = “{ $name }” is larger than { $most } MB. Make it smaller, and choose your files again.
messages-file-many = A message takes { $most } files at most. Send the others in a second message.
messages-file-full = Your files have filled the { $most } MB that there are for you. Delete messages with files that you sent a moment ago, or send it without a file.
messages-file = { $name } ({ $size } KB)
messages-picture = Picture: { $name }
messages-private = Sealed to those who are in this conversation now. Notices and mail never show what it says.
messages-reads-only-title = You can read here
messages-reads-only = You cannot write here now: you are no contacts, share no group and no open match, or your part in the group lets you only read.
messages-bad-words = Write something, or add a file. A message has { $most } characters at most.
messages-key-changed = The other helper’s key is not the one that you know. Compare it with them on their page first; nothing was sent.
messages-too-late = A message can be deleted for everybody within { $minutes } minutes. You can still delete it for yourself.
messages-limited = A moderator decided that you may not begin to write to others until { $until }. You find the decision, and how to appeal, under “Safety”.
messages-deleted = A message was deleted.
messages-shut = This message cannot be opened: it is not as it was sealed, or its sender’s key changed.
messages-delete = Delete
messages-delete-one = Delete the message of { $when }
messages-report = Report
messages-report-one = Report the message of { $when }
messages-delete-title = Delete a message
messages-delete-lead = For whom?
messages-delete-text = For you: it is gone from your screens alone. For everybody: within { $minutes } minutes after you sent it; the others then read that a message was deleted. They may have read it before.
messages-delete-all = Delete for everybody
messages-delete-me = Delete for me
messages-more = Mute or take along
messages-mute-text = When it is muted you are told nothing about it. You can still read and write.
messages-mute = Mute this conversation
messages-unmute = Tell me again
messages-export-text = What you can read here, as a file. Keep it where nobody else finds it.
messages-export-plain = Save as text
messages-export-json = Save as data (JSON)
messages-notice = You have a new message.
messages-in-group = Messages in this group
messages-done-deleted = Deleted.
messages-done-muted = Muted. You are told nothing about this conversation.
messages-done-unmuted = You are told about this conversation again.
messages-done-read-marks = Kept.
### ---- end of messages ----

### ---- hints ----
hints-title = Tips
hints-lead = What other helpers think could fit your clients, and what you suggested to others.
hints-empty-title = No tips yet
hints-empty = When you see two cards that could help each other, tell both helpers. Open a card and choose “Suggest it to somebody”.
hints-empty-step = Look at cards
hints-got = For your clients
hints-for = { $from } thinks of { $name }
hints-somebody = A helper
hints-unnamed = a client of yours
hints-sealed = The reason cannot be opened on this account. Look at the card instead.
hints-look = Look at it beside { $name }
hints-aside = Not for us
hints-gave = What you suggested
hints-gave-lead = You learn only whether it went further. Nobody tells you who said no.
hints-pair = { $one } and { $other }
hints-pair-gone = Two people whose cards are not on show any more
hints-state-open = No news yet
hints-state-further = Their helpers talk. Thank you!
hints-state-held = They were introduced. Thank you!
hints-new = Suggest two people to each other
hints-new-lead = You see a card of somebody else, and know of another one that could fit? Tell both helpers. It takes two steps.
hints-this = This card
hints-which = Which card could fit?
hints-none-title = No other card fits this one
hints-none = Among the cards that you see, none meets what this one needs or offers. New cards come each day.
hints-choose = Choose number { $number }
hints-card-link = Suggest it to somebody
hints-why-lead = Say in a sentence why these two could help each other. Both helpers read it, with your name.
hints-words = Why these two?
hints-words-hint = For example: Both like to cook, and live near each other. No names, please.
hints-privacy = Both helpers read your name and these words, if each may see the other’s card. You learn only whether it went further.
hints-send = Tell both helpers
hints-own = One of these cards is of a client of yours. Send an enquiry instead: open the other card and choose “Send an enquiry”.
hints-apart = A limit on one of these cards keeps the two apart, so they cannot be suggested to each other. Choose another card.
hints-already = You suggested these two to each other before. Once is enough: both helpers have it.
hints-bad-words = Please write a reason of 1 to { $most } characters.
hints-link = { $count ->
    [0] Tips
    [one] Tips: one waits for you
   *[other] Tips: { $count } wait for you
  }
hints-notice-received = A helper suggests somebody for a client of yours
hints-notice-further = What you suggested went further: the two helpers talk
hints-notice-held = Two people whom you suggested to each other were introduced. Thank you!
hints-done-sent = Both helpers are told, where they may see each other’s card. You will hear if it goes further.
hints-done-aside = Put aside. Whoever suggested it is not told.
### ---- end of hints ----
### ---- referrals ----
referrals-title = Referrals
referrals-lead = Where you sent this person on to, when to ask how it went, and what came of it.
referrals-private = Only those who may open this record read this. The service is told nothing from here.
referrals-new = Note another referral
referrals-note = Note a referral
referrals-here = Refer a client here
referrals-whom = Who is sent on to { $service }?
referrals-no-clients = No clients yet
referrals-no-clients-text = Record somebody first; a name is enough.
referrals-to = To whom
referrals-to-hint = A service, an office, a doctor, a neighbour.
referrals-to-service = To { $service }.
referrals-find = Find a service in the directory
referrals-need = For which need
referrals-need-none = Not said
referrals-way = How
referrals-way-told = I gave them the address
referrals-way-asked = I called or wrote for them
referrals-way-together = We went or called together
referrals-words = Worth knowing
referrals-again = Ask how it went on
referrals-again-hint = Leave it empty: in two weeks.
referrals-keep = Keep the referral
referrals-nowhere = Please say to whom the person was sent on.
referrals-open = Waiting for word
referrals-closed = What came of others
referrals-contact = How to reach { $to }
referrals-ask-now = Time to ask how it went
referrals-ask-on = To be asked about on { $date }
referrals-close = Say what came of { $to }
referrals-close-send = Close: { $to }
referrals-result = What came of it
referrals-said = In words
referrals-result-served = They got what they needed
referrals-result-partly = They got some of it
referrals-result-waiting-list = They are on a waiting list
referrals-result-not-eligible = They are not among those served there
referrals-result-full = There was no room
referrals-result-no-answer = Nobody answered there
referrals-result-did-not-go = They did not go
referrals-result-other = Something else
referrals-came-of-it = { $result } ({ $date }).
referrals-later = No word yet from { $to }: ask again in two weeks
referrals-reopen = Open again: { $to }
referrals-remove = Remove: { $to }
referrals-due = Ask how it went
referrals-ask-how = A referral of { $name }
referrals-shelf = Referrals to ask about
referrals-done-kept = Kept. Today will remind you to ask how it went.
referrals-done-closed = Kept. Is the need met? If not, look for somebody else.
### ---- end of referrals ----
### ---- searches ----
searches-title = Saved searches
searches-lead = We look each night. When somebody new fits, you are told, at most every three days.
searches-link = Saved searches
searches-save = Tell me when new ones come
searches-save-hint = We keep what you chose here, and look again each night.
searches-empty-title = No saved search yet
searches-empty = Look for something, then choose “Tell me when new ones come” under the results.
searches-empty-step = Look for somebody
searches-new = { $count ->
    [one] One is new
   *[other] { $count } are new
  }
searches-nothing-new = Nothing new yet
searches-since = saved { $when }
searches-why = New among those that fit: { $what }
searches-more = { $count ->
    [one] And one more
   *[other] And { $count } more
  }
searches-look = Look now ({ $number })
searches-seen = I have seen these ({ $number })
searches-delete = Delete search { $number }
searches-kept-how = What you look for is kept on this server in the open, so that it can look while you are away. It holds filters alone, no names.
searches-everything = Choose at least one thing to look for first: a need, a place, a language.
searches-too-many = You can save { $most } searches. Delete one that you do not need any more.
searches-already = You saved this search already. You will be told when something new fits.
searches-notice = Something new fits a search that you saved
searches-done-saved = Saved. We will tell you when something new fits.
searches-done-seen = Good. What comes next is new again.
searches-done-deleted = The search is deleted.
### ---- end of searches ----
### ---- told ----
told-title = How you are told
told-lead = Everything is told in the page. Choose what reaches you elsewhere too. What is sent says how many things wait for you, never what they are.
told-more = Mail, the digest and quiet hours
told-link = Choose how you are told
told-off-title = This site sends no mail
told-off = You are told in the page alone. What you choose below counts as soon as mail is set up.
told-off-admin = Whoever runs this site sets in argonaut.toml:
told-address = Your address for mail
told-address-lead = Give an address, and you can be told by mail. Nobody here ever sees it, and it is kept sealed.
told-address-label = Address
told-address-hint = We send one mail there with a link to confirm it.
told-address-give = Send me the link
told-address-change = Use this address instead
told-address-wrong = Write an address like rosa@example.org.
told-address-none = There is no address that waits for this. Open the page again to see how it stands.
told-state-waiting = Not confirmed yet
told-state-confirmed = Confirmed
told-state-failing = Takes no mail
told-waiting = A mail with a link is on its way. Open the link within two days. Until then nothing else is sent there.
told-confirmed = Mail goes there as you chose.
told-failing = Mail to this address came back, so we stopped. Check that it is right, then ask for a new link.
told-again = Send the link once more
told-remove = Remove this address
told-choose = What reaches you, and how
told-topics = What
told-topics-hint = "At once" waits for the end of quiet hours. What comes close together goes as one mail, and what you read here before is not sent.
told-topic-matches = Enquiries and matches
told-topic-rings = Rings
told-topic-messages = Messages
told-topic-cards = Consents and cards
told-topic-clients = Circles and clients' links
told-topic-people = Contacts and vouches
told-topic-groups = Groups, posts and events
told-topic-suggestions = New suggestions
told-topic-safety = Reports and decisions
told-topic-account = Security of your account
told-account-hint = always at once, at any hour
told-how-page = In the page only
told-how-now = At once
told-how-digest = In the digest
told-digest = The digest
told-rhythm = How often
told-rhythm-daily = Every day
told-rhythm-weekly = Every Monday
told-hour = At
told-quiet = Quiet hours
told-quiet-on = Keep some hours quiet
told-quiet-hint = What comes then waits until they are over.
told-quiet-from = From
told-quiet-until = Until
told-zone = Your time zone
told-zone-hint = By the nearest large city.
told-zone-wrong = There is no such time zone. Choose one of the list.
told-hour-wrong = Choose an hour of the list.
told-language = Language of what is sent
told-keep = Keep this
told-none-title = No mail
told-none = No mail at all
told-none-lead = Nothing is sent any more but word about the security of your account. To end that too, remove your address. Everything still waits for you in the page.
told-ended-title = You get no mail
told-ended = Only word about the security of your account is still sent. To get mail again, choose how you are told and keep it.
told-confirm-title = Confirm your address
told-confirm-lead = Somebody gave this address to be told of what waits for them here. Was it you?
told-confirm = Yes, it is my address
told-confirmed-title = Your address is confirmed
told-stop-title = Get no more mail?
told-door-choose = Choose how you are told
told-link-over-title = This link is over
told-link-over = It was used, has ended, or belongs to an address that was removed. Sign in to see how it stands.
told-done-kept = Kept: this is how you are told from now on.
told-done-ended = You get no more mail.
told-done-address = A mail with a link is on its way.
told-done-removed = The address is removed.
told-push = Your devices
told-push-lead = A short word on your phone or computer, also while Argonaut is closed. It says how many things wait, never what they are. It is sealed, but the maker of your browser learns when a word is sent.
told-push-off = This site sends nothing to devices.
told-push-add = Tell me on this device
told-push-without = This browser takes no such messages, or scripts are off. On an iPhone or iPad, first add Argonaut to the home screen, then open it from there.
told-push-failed = This browser could not be reached that way. Check that it may show notifications, and try again; a private window never can.
told-push-refused = The browser was told not to show notifications from here. Allow them in its settings for this site, then try again.
told-push-many = You have { $most } devices, the most there can be. Remove one first.
told-push-gone = This device is not in your list any more. Open the page again.
told-push-unknown = A device
told-push-here = This device
told-push-added = Since { $when }, by { $service }.
told-push-told = Last message { $when }.
told-push-remove = Remove { $name }
told-push-body = See what it is at { $host }
told-done-device = This device is told from now on.
told-done-device-removed = That device is told no more.
told-notice-failing = Mail to your address came back. Nothing is sent there until you confirm it again.
told-letter-subject = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
told-letter-waiting = { $count ->
    [one] One thing waits for you at { $host }.
   *[other] { $count } things wait for you at { $host }.
}
told-letter-security-subject = Please look at your account
told-letter-security = It is about the security of your account. Please look soon, also if you did something there yourself.
told-letter-link = See what it is
told-letter-why = You get this because you asked to be told by mail. Choose what is sent, or remove your address: { $address }
told-letter-stop = Get no more mail
told-letter-confirm-subject = Please confirm your address
told-letter-confirm = Somebody gave this address at { $host }, to be told by mail when something waits there.
told-letter-confirm-why = If it was you, open the link within two days and press the button.
told-letter-confirm-link = Confirm the address
told-letter-confirm-not = If it was not you, do nothing: no other mail will come.
### ---- end of told ----

### ---- follow-up ----
follow-title = How is it going?
follow-task = { $client } and { $partner }: how is it going?
follow-task-open = With { $partner }: how is it going?
follow-week = { $weeks ->
    [one] After one week
   *[other] After { $weeks } weeks
}
follow-lead = { $client } was introduced together with { $partner }. Two taps are enough.
follow-lead-open = An introduction with { $partner }. Two taps are enough.
follow-asked-now = { $week }: two short questions.
follow-answer = Say how it goes
follow-look = What was said so far, and closing earlier
follow-next = You will be asked again on { $date }.
follow-need = Is the need met?
follow-need-met = Yes, it is met
follow-need-partly = In part
follow-need-not = No
follow-need-harm = It did harm
follow-do-not-know = I do not know
follow-touch = Are they still in touch?
follow-touch-yes = Yes, they are in touch
follow-touch-no = No, not any more
follow-learned-more = What was learned (if you like)
follow-learned = What was learned?
follow-learned-hint = Only you read this: it is sealed.
follow-share = Say this in the room too
follow-share-hint = The other helper reads it. Names are asked about first.
follow-finished = It is finished: close this introduction now
follow-finished-hint = You will not be asked again.
follow-finish-early = It is finished already
follow-closes = This answer closes your side of the introduction.
follow-save = Save my answer
follow-close = Save and close
follow-later = Ask me again in a week
follow-all-answered = You have answered everything. The introduction closes when the other side has answered too, or when you close it in its room.
follow-to-room = To the room
follow-over = This introduction is over. Nothing more is asked.
follow-said = What was said
follow-line = { $week }, { $who }
follow-by-you = by you
follow-by-client = by { $name }
follow-by-your-client = by your client
follow-ask-client = Ask { $name }
follow-ask-client-lead = Your client can answer the same questions by a private link, in their language. You see the answer only when they send it.
follow-ask-client-link = Make a link
follow-answer-both = Please answer both questions. “I do not know” is an answer too.
follow-not-asked = This is not asked now. Somebody may have answered, or the introduction is over.
follow-unsaid = To close it, say whether it helped.
follow-too-long = That is too long. At most { $most } characters.
follow-done-saved = Your answer is kept. Thank you for asking.
follow-done-later = You will be asked again in a week.
follow-notice-client = A client told how an introduction is going
follow-client-title = How is it going?
follow-client-title-with = How is it going with the help through { $helper }?
follow-client-lead = { $helper } would like to know how it went. You may leave out what you like.
follow-client-need = Do you have what you needed?
follow-client-touch = Are you still in touch?
follow-client-learned = What was good, and what was not?
follow-client-say-thanks = A word of thanks to { $helper }
follow-client-say-thanks-hint = Only if you like. Only { $helper } reads it.
follow-client-sends = Nothing is sent yet
follow-client-sends-text = Only when you press the button does { $helper } get your answers.
follow-client-send = Send my answers
follow-client-thanks-title = Thank you
follow-client-thanks = { $helper } has your answers now.
### ---- end of follow-up ----
### ---- impact ----
impact-title = My impact
impact-lead = What your introductions came to. It is for you: nobody is compared with anybody.
impact-yours = Only you see this page.
impact-period = Period
impact-period-year = This year
impact-period-months = Last 12 months
impact-period-all = All
impact-empty-title = Nothing yet in this time
impact-empty = After your first introduction this page shows what became of it, how long it took, and which needs were met.
impact-empty-step = To my introductions
impact-introductions = Introductions
impact-first = Until a client's first introduction
impact-first-days = { $days ->
    [one] 1 day
   *[other] { $days } days
} (the middle of { $count ->
    [one] 1 client
   *[other] { $count } clients
})
impact-first-none = Not known yet
impact-rate = Follow-up answered
impact-rate-of = { $rate } of 100 times
impact-rate-none = Not asked yet
impact-outcomes = What became of them
impact-met = The need is met
impact-partly = Met in part
impact-not = It did not help
impact-harm = It did harm
impact-open = Not told yet
impact-kinds = Needs met, by kind
impact-kind-unknown = Kind not recorded
impact-count = How many
impact-bar = { $label }: { $count }
impact-few = fewer than 11
impact-about = about { $count }
impact-csv = Save the figures as a table (CSV)
impact-csv-part = Part
impact-csv-what = What
impact-milestone = { $count ->
    [one] One introduction that held
   *[other] { $count } introductions that held
}
impact-milestone-text = People you brought together are still in touch, and it helped. Well done.
impact-thanks-link = { $count ->
    [0] Thanks
    [one] 1 thank-you
   *[other] { $count } thank-yous
}
impact-thanks-title = Thanks
impact-thanks-lead = From people who were helped. Sealed for you: nobody else sees them.
impact-thanks-empty-title = No thanks yet
impact-thanks-empty = A client can say thank you on the page of their link, or through their helper. It lands here.
impact-thanks-closed = These words cannot be opened any more.
impact-thanks-room = To the introduction
impact-thanks-delete = Delete thank-you { $number }
impact-thanks-client = From your client
impact-thanks-through = Through { $helper }
impact-thanks-somebody = Through another helper
impact-pass-on-title = Thank-you from your side
impact-pass-on = Pass thanks on to { $helper }
impact-pass-on-words = What did they say?
impact-pass-on-hint = Only { $helper } reads it. Names are asked about first.
impact-pass-on-send = Pass the thanks on
impact-notice-thanks = Somebody who was helped says thank you
impact-done-passed = The thanks are passed on.
impact-done-deleted = The thanks are deleted.
impact-done-rule = Who sees the figures is changed.
impact-voyage-title = My voyage
impact-voyage-lead = The first time of each thing. Only you see it.
impact-voyage-empty-title = The voyage begins with the first client
impact-voyage-empty = Each first finds its place here: the first card, the first introduction, the first thank-you.
impact-first-client = The first client
impact-first-card = The first card
impact-first-contact = The first contact
impact-first-enquiry = The first enquiry
impact-first-introduction = The first introduction
impact-first-follow-up = The first time you asked how it goes
impact-first-held = The first introduction that held
impact-first-thanks = The first thank-you
impact-first-vouch = The first good word for somebody
impact-first-group = The first group
impact-first-post = The first post
impact-group-link = What this group's introductions came to
impact-group-title = Impact of { $group }
impact-group-lead = Sums of what members did since they joined. Nothing under 11 is shown, and numbers are rounded, so that no sum tells of one person.
impact-group-few-title = Too few to tell of
impact-group-few = At least three members and eleven introductions are needed before a sum can be shown.
impact-group-few-step = To the group
impact-rule = Who sees these figures
impact-rule-label = Open to
impact-rule-members = Everybody who works in the group
impact-rule-coordinators = Coordinators alone
impact-rule-save = Save who sees them
weights-title = Learned weights
weights-lead = Which reasons led to introductions that helped. Each moves between { $least } and { $most } of what was set by hand, and few outcomes move little.
weights-on = The engine uses what was learned.
weights-off = Switched off: the engine uses what was set by hand.
weights-learned = Learned on { $date }.
weights-never = Nothing was learned yet.
weights-reason = Reason
weights-factor = Weight
weights-outcomes = Outcomes
weights-unused = (only watched)
weights-need-same = Offers exactly what is needed
weights-need-close = Offers something close to it
weights-need-sibling = Offers something akin
weights-interest = Likes the same
weights-connection = Seeks the same connection
weights-near = Lives near
weights-remote = Helps from afar
weights-language = Speaks the same language
weights-contact = The helper is a contact
weights-waiting = Has waited for long
weights-learn = Learn now
weights-switch-off = Switch off
weights-switch-on = Switch on
weights-reset = Reset to what was set by hand
weights-how = Learned each night from outcomes that helpers recorded. Of two helpers only the latest five outcomes count. After a reset only later outcomes count.
weights-done = The weights are set.
### ---- end of impact ----
### ---- network ----
network-title = People in their life
network-lead = Who is there, how close, and what they give each other. Ask, write down first names, look at the picture together.
network-private = The map lies sealed in the record. Its circle reads it, and the client where you show it by their link. First names or "the sister" are enough.
network-kind-family = Family
network-kind-friend = Friends
network-kind-neighbour = Neighbours
network-kind-group = Church, club, group
network-kind-work = Work or school
network-kind-professional = Paid to help
network-kind-place = Places
network-kind-other = Others
network-close-close = Very close
network-close-middle = Important
network-close-far = Known
network-often-daily = Every day
network-often-weekly = Every week
network-often-monthly = Every month
network-often-yearly = Some times a year
network-often-rarely = Hardly ever
network-part-domestic = Around the home
network-part-advice = Somebody who knows
network-part-skills = Somebody who can
network-part-solving = Somebody who is there
network-help-repairs = Small repairs
network-help-errands = Shopping when ill
network-help-minding = Minding home, child or pet
network-help-rides = A ride
network-help-money = Money and benefits
network-help-rights = Rights and forms
network-help-health = Health questions
network-help-work = Work and training
network-help-digital = Phone and computer
network-help-languages = Languages
network-help-cooking = Cooking and sewing
network-help-hobby = Free time together
network-help-listening = Listening
network-help-bed = A bed for some nights
network-help-lending = Things to borrow
network-help-company = Coming along to appointments
network-ask-matters = With whom do they talk about what matters?
network-ask-family = Which relatives do they see or hear from?
network-ask-ill = Who would shop or cook for them if they were ill?
network-ask-fun = With whom do they spend free time?
network-ask-advice = Whom do they ask when they do not know what to do?
network-ask-neighbours = Which neighbours do they greet or visit?
network-ask-paid = Who is paid to help them?
network-ask-places = Which places do they go to in a usual week?
network-scale-life = How is life just now?
network-scale-connected = How connected do they feel to others?
network-scale-say = How much say do they have in what happens?
network-ask = Who comes to mind?
network-question = Question { $number } of { $all }
network-questions = All questions
network-ask-more = Ask another question
network-names-hint = First names, one on each line or with commas between. Somebody who is on the map already is not added twice.
network-names-send = Add and go on
network-skip = Skip this question
network-skip-last = Go on to what they can help with
network-what = Kind
network-who = Who
network-how-close = How close
network-how-often = How often
network-gives = Helps with
network-gets = Gets help with
network-add = Add one person or place
network-alias = First name, or what you call them
network-alias-hint = "Rosa", "the sister", "the library".
network-add-send = Add to the map
network-nobody-named = Write at least one name.
network-too-much = That is too long, or the map is full. Shorten it, or remove somebody.
network-no-answer = Choose at least one number from 0 to 10.
network-ego = Client
network-told = The network: { $people } people and { $places } places; { $close } people are very close. The table below tells each.
network-table = Everybody on the map
network-table-hint = Open a name to say what they can help with and whom they know.
network-key = In the middle the client; the nearer, the closer. A thick line: every day or week; a dashed one: seldom. Squares are places, hollow circles are paid to help, dotted lines join those who know each other.
network-numbers = In numbers
network-number-none = not yet
network-of = { $count } of { $all }
network-number-people = People
network-number-people-hint = { $close } very close, { $weekly } met every week
network-number-places = Places
network-number-places-hint = where they go
network-number-density = Know each other
network-number-density-hint = of all pairs of people
network-number-diversity = Mixed
network-number-diversity-hint = 0 %: all of one kind
network-number-reach = Reach
network-number-reach-hint = kinds of help that somebody can give
network-number-mutual = Give and take
network-number-mutual-hint = people whom the client helps too
network-tie-lead = What is true today. The map of earlier days stays as it was.
network-gives-ask = What can they help with?
network-gets-ask = What does the client help them with?
network-knows = Whom do they know?
network-knows-hint = Of those on the map.
network-note = Worth knowing
network-save = Save
network-back = Back to the map
network-remove = Remove from the map
network-remove-hint = They leave today's map, and who knows whom with them. Days that you kept stay.
network-remove-now = Remove { $who }
network-days = Days to compare with
network-days-hint = Keep the map of today, change it as life changes, and see later what became of it.
network-keep = Keep today's map
network-day-ties = { $count } on it
network-compare-now = Compare { $date } with now
network-forget = Remove { $date }
network-kept-days = Kept days:
network-compare = What changed
network-compare-lead = Two days of the network beside each other.
network-compare-none = Keep the map of a day first; then there is something to compare.
network-compare-send = Compare
network-from = From
network-until = To
network-now = now
network-changes = Who came, who went
network-changes-none = Nobody came, went, or moved.
network-came = { $who } is new.
network-went = { $who } is no longer there.
network-closer = { $who } is closer.
network-farther = { $who } is less close.
network-resources = What they can help with
network-resources-lead = Where nobody can help, one click shows who could: other people, helpers, services. To say who can, open their name on the map.
network-scores = What the network can give
network-gap = nobody
network-not-asked = not asked yet
network-nobody = Nobody can: { $what }
network-nobody-undo = Ask again: { $what }
network-fill = Who could:
network-fill-cards = people ({ $what })
network-fill-helpers = helpers ({ $what })
network-fill-services = services ({ $what })
network-need = Note as a need and see suggestions: { $what }
network-noted = It stands among their needs.
network-measures = How it goes
network-measures-lead = Ask now and then, and look at the lines together. They compare the client with themselves only.
network-rate = Ask today
network-rate-hint = From 0, as bad as can be, to 10, as good as can be.
network-rate-send = Keep the answers
network-rate-remove = Remove an answer
network-as-table = { $name } as a table
network-goals = Goals (50: as hoped)
network-course = { $name }, the earliest first: { $values }
network-supervision = Summary for supervision
network-supervision-lead = { $date }. No names, and nothing that anybody wrote: numbers and kinds only.
network-gaps = Nobody can help with
network-gaps-none = nothing that was asked
network-unasked = { $count } kinds of help were not asked about yet.
network-plan-count = { $goals } goals; { $made } of { $steps } steps done.
network-done-saved = Saved.
network-done-need = Noted as a need. Here is who could help.
### ---- end of network ----
### ---- room ----
room-notice-stalled = An introduction waits for you, and nothing moved for a while.
room-notice-waits = An introduction has waited for long. You could help out.
room-notice-taken = A deputy took over joint work that you began for this client.
room-notice-handed = Somebody else answers for the other side of an introduction now.
room-notice-reopened = An introduction is taken up again.
room-notice-details = The other helper shows you more about their client.
room-notice-meeting = A first meeting was planned, changed or called off.
room-notice-meeting-soon = A first meeting is on within a day.
room-parked = Put aside until { $date }
room-resume = Take it up now
room-since-both = Both of you are awaited since { $date }.
room-since-you = You are awaited since { $date }.
room-since-them = The other side is awaited since { $date }.
room-stalled = waits for long
room-park = Put aside until a day
room-park-lead = Nothing is awaited of either of you before that day. The other helper sees the day.
room-park-until = Until
room-park-hint = At most { $days } days from now.
room-park-send = Put aside
room-bad-day = Choose a day from tomorrow on, within 90 days.
room-resting = The two rest for now: the reason says until when.
room-same-helper = You stand on the other side of this introduction already.
room-bad-meeting = A meeting needs a place, and a day and time that lie ahead, within half a year.
room-reopen-title = Did something change?
room-reopen-lead = You can take this up again where it stood, as long as both clients are still there.
room-reopen = Take it up again
room-said-yes = said yes
room-awaited = awaited
room-why = Why the two could fit
room-why-mine = Your side needs: { $need }
room-why-theirs = Their side needs: { $need }
room-shown-by-you = What you show the other helper
room-shown-to-you = The other helper shows you
room-more = Show more about your client, to help decide
room-more-change = Change or take back what you show
room-more-title = Show more before deciding
room-more-lead = Things that help to decide, and by which nobody can be found: no name, no address, no telephone.
room-more-fields = What may { $partner } know?
room-more-consent = "To see whether this is right for you, may I tell the other helper what you ticked? They learn neither your name nor where you live. You can change your mind at any time."
room-more-send = Show it to { $partner }
room-more-back = Take it back
room-more-not-now = More can be shown while the two helpers talk, and until both sides have decided.
room-more-nothing = The record says nothing yet that could be shown here. Note needs, strengths or the town first.
room-meeting = First meeting
room-meeting-title = First meeting (Argonaut)
room-meeting-lead = When, where, and who comes along. The place is sealed: only the two helpers read it.
room-meeting-plan = Plan the first meeting
room-meeting-change = Change the meeting
room-meeting-off = Call the meeting off
room-meeting-calendar = Put it into my calendar
room-meeting-when = When
room-meeting-where = Where
room-meeting-where-hint = Best in a public place: a café, the library, the church hall.
room-meeting-along = Who comes along
room-meeting-words = Worth knowing
room-meeting-day = Day
room-meeting-time = Time
room-meeting-long = How long
room-minutes = { $minutes } minutes
room-meeting-send = Keep it and tell { $partner }
room-meeting-not-now = A meeting can be planned once both sides have said yes.
room-along-me = I
room-along-them = { $partner }
room-checks = Before the first meeting
room-checks-hint = Tick what you have thought of. The rest stays in sight.
room-check-public = It is in a public place, or with a helper there.
room-check-told = Somebody else knows when and where.
room-check-stop = Both know that they can stop at any time.
room-check-home = Both know how they get home.
room-check-money = Nobody has to pay or lend anything.
room-check-open = Still to think of
room-stand-in = An introduction that waits
room-stand-in-since = Nothing moved since { $date }.
room-somebody = somebody
room-take-over-title = Take over?
room-take-over-for = This is about { $client }.
room-take-over-lead = From now on you talk with the other helper and decide. What was written before stays with the one who wrote it, and what was agreed is asked anew. Both are told.
room-take-over = Take over for the client
room-to-client = To the client's record
room-coordinates = Both help in a group that you coordinate. A word to the one who is awaited often helps. You see no client here, and no message.
room-files = Send { $partner } a picture or a file, or search what you wrote
room-event-parked = put it aside
room-event-resumed = took it up again
room-event-reopened = opened it again
room-event-taken-over = took over
room-done-parked = Put aside. Nothing is awaited before that day.
room-done-resumed = Taken up again.
room-done-reopened = Open again.
room-done-taken = You took over. Say hello to the other helper.
room-done-shown = Shown. You can take it back at any time.
room-done-hidden = Taken back.
room-done-meeting = The meeting is kept, and the other helper is told.
room-done-meeting-off = Called off, and the other helper is told.
consent-field-place = Town
consent-field-needs = What they need
consent-field-strengths = What they can give and like
consent-field-situations = What describes their situation
### ---- end of room ----
### ---- home ----
home-title = Help people help each other
home-lead = Argonaut is for those who act for others: neighbours, relatives, church members, social workers, matchmakers. It finds who could help the people you care for, and brings them together.
home-how = How it works
home-how-record = Record whom you act for, in a minute. It is sealed; only you can open it.
home-how-card = Share a card without a name, if they agree.
home-how-suggest = See who fits, and why.
home-how-introduce = Talk with the other helper, ask both people, and introduce them.
home-private = Privacy first
home-private-text = Records are sealed at rest with your own password. Cards are de-identified: no names, and so general that many people fit. Nothing is shared without the client’s consent.
home-privacy-more = What is protected, and what is not
about-helpers = Its users are helpers. A helper keeps records of the people they act for, finds others who could help them, and works with other helpers.
about-clients = The people they act for are their clients. A client never needs an account.
about-open = Argonaut is free software under the Apache License 2.0. It asks no other site and shows no advertising.
help-start = How do I start?
help-start-text = Fill in your profile, record one client with what they need, and look at the suggestions. You do not need to publish anything for that.
help-card = What do others see on a card?
help-card-text = Roughly where, an age group, languages, and what is needed or liked. Before you publish you see exactly what strangers will see.
help-refused = Why was my card refused?
help-refused-text = Too few people or helpers fit, so somebody could guess who it is. Share it with your contacts only, or leave something out.
help-forgotten = I forgot my password.
help-forgotten-text = Use the recovery code you printed. Without password and code nobody can open your records, not even whoever runs this site.
help-danger = Somebody is in danger.
help-danger-text = Call the emergency number of your country first. Then take the card down “at once”, or withdraw from the introduction: everything shared is deleted here immediately.
privacy-title = What is protected, and what is not
privacy-lead = Plain words, without promises we cannot keep.
privacy-protected = What is protected
privacy-sealed = Clients’ records and messages are sealed at rest. A stolen database, disk or backup opens none of them without guessing a password.
privacy-cards = Cards carry no names, dates or free text. A gate makes place, age, gender and languages so general that many people fit.
privacy-consent = A card is shown, and details are shared, only with a recorded consent. Withdrawing stops every flow at once.
privacy-log = Every opening of a record is noted, and you can read the list.
privacy-erase = Erasing a client destroys the keys and deletes the record.
privacy-no-break-glass = There is no back door: those who run this site cannot open a client’s record. A helper may choose to give a sealed copy of their key to their organisation, or shares to trusted contacts; it is off unless they do.
privacy-not-protected = What is not protected
privacy-not-server = While you are signed in, the server handles your open records. Somebody who takes over the running server could see what its signed-in users see.
privacy-not-metadata = How many clients you have and when you work is not hidden from those who run the server.
privacy-not-told = What another helper was told in an introduction cannot be untold.
privacy-not-forgotten = If you lose both password and recovery code, your records stay closed for good.
### ---- end of home ----


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

today-could-answer = Asks you could answer
today-ask-of = { $name } asks
today-others-turn = What you wait for
today-week = The week on one sheet
today-week-from = { $name }, { $date }
today-week-names = With your clients’ names
today-week-letters = With first letters only
today-week-careful = Names are on this sheet. Keep it with you, and shred it afterwards.
today-week-notes = Notes
### ---- end of today ----
