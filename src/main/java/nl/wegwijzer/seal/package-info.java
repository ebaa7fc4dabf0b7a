/**
 * All cryptography, behind a few verbs: seal to a person's key, encrypt under a report's key, lock under a passphrase,
 * derive keys from a receipt, and seal a form. Nothing outside this package touches a cipher, and this package knows
 * nobody else. Start at {@link nl.wegwijzer.seal.Box} and {@link nl.wegwijzer.seal.ContentKey}.
 *
 * <h2>Threat model</h2>
 *
 * What somebody gets who wants to know what a pupil told, or who told it; what they don't get, and which test says so; and
 * the holes that we know. "In clear" means: school, category, urgency, kind of accused and of reporter, whether it has a
 * name, status, days, why it was routed, who holds it, how many messages and pictures there are and how long each is, and
 * of officials their name, login, roles, absence and, to the microsecond, what they did. "Content" is all else: story,
 * name, wishes, messages, pictures.
 *
 * <h3>Leaked database</h3>
 *
 * <p>Gets what is in clear. Gets no content, no receipt and no key ({@code
 * SealedAtRestIT#nothingThatWasToldStandsReadableInTheDatabaseOrOnDisk}), also not through the rows of open sessions, since
 * those are locked under a secret that only the cookie has ({@code SignInIT#opensNothingWithATamperedCookie}). Can't try
 * receipts at all without the pepper ({@code SealTest#aReceiptLeadsToTheSameKeysOnlyAtItsOwnSchoolAndDeployment}). What was
 * erased before the leak is not in it ({@code ErasureIT#afterErasureNothingIsLeftThatAnyKeyOpensAndTheShellIsCounted}).
 *
 * <p>Holes: the leak allows guessing at the passphrase of each official without anybody noticing, at the price of one
 * Argon2id of 64 MiB and three passes a try. A passphrase of twelve characters that somebody else would think of falls, and
 * with it every case of that official. The length of a message is that of its ciphertext. In a school where one pupil in a
 * hundred speaks out, a day and a category may be enough to guess who it was.
 *
 * <h3>Query that goes wrong, or is made to go wrong</h3>
 *
 * <p>The application's role changes no table, no audit entry, and reads no school or board that the transaction did not name
 * ({@code LeastPrivilegeIT#withoutASchoolAQueryFindsNothing}, {@code LeastPrivilegeIT#whatWasAuditedStays}, {@code
 * BoardWallsIT#withoutABoardAQueryFindsNobody}, {@code BoardWallsIT#noTableThatTheApplicationTouchesIsWithoutAWall}).
 *
 * <p>Holes: whoever can make the application run any command can also name another board; the wall is against mistakes
 * and against conditions that are smuggled into a query. On a server with one account for everything, {@code reset role}
 * leads back to the owner. What is found is still sealed.
 *
 * <h3>Stolen backup</h3>
 *
 * <p>Without the private half: nothing ({@code BackupIT#whoStealsTheArchiveAloneReadsNothingAtAll}). With it: the secrets
 * file, what is in clear of officials and in the audit, and of each report what would be left of it after erasure, but
 * nothing sealed ({@code ErasedBackupIT#whoOpensTheArchiveFindsNothingSealedOfAnyReport}). With the newest erasure keys as
 * well: what a leaked database gives, and no content ({@code
 * BackupIT#whoHasTheErasureKeysAsWellReadsNothingThatWasTold}).
 * What was erased before those were written is in no archive for anybody, whatever passphrase, code or key of the report
 * they kept ({@code ErasedBackupIT#whatWasErasedDoesNotComeBackAndAllElseDoes}). Nothing that a later version seals for a
 * report is forgotten ({@code ErasedBackupIT#everythingSealedBelongsToAReportAndIsCoveredOrIsKnown}). A restore brings no
 * session and no invitation back ({@code RestoreIT#everyRowComesBackButSessionsAndInvitations}).
 *
 * <p>Holes: an old copy of the erasure keys brings back what was erased since, for who also has an archive of then, the
 * private half, and a code or a passphrase ({@code ErasedBackupIT#onlyTheErasureKeysOfThenWouldBringItBack}). So does a
 * copy of the database or its disk that was made in another way. What is erased is out of the archives only at the next
 * backup, which replaces the erasure keys. An archive from before a grant was withdrawn still holds it, as long as the
 * report lives. Who deletes erasure keys in the database makes those reports unreadable in every archive at the next
 * backup; they stay as they are in the database.
 *
 * <h3>Stolen disk, with the server's keys</h3>
 *
 * <p>Gets what a leaked database gives, and the pepper and form keys, but no content ({@code
 * SealedAtRestIT#nothingThatWasToldStandsReadableInTheDatabaseOrOnDisk} searches every file too, {@code
 * RetentionIT#aConversationIsWarnedOfPutOffOnceAndErased} again after erasure). Can try receipts, one Argon2id of 19 MiB and
 * two passes each, against all reports of one school at once: at 10 ms a try, finding one of 100 reports takes 1.2 · 10¹⁹ /
 * 100 / 2 · 0.01 s, some twenty million years of one core. Can make a page for a conversation, and can open one that was
 * recorded elsewhere: the server keeps none.
 *
 * <p>Holes: a disk gives up deleted sectors; against that helps only a disk that is encrypted itself. The form keys have no
 * forward secrecy: who recorded pages for months and then gets the keys opens what was sealed with them ({@code rotate}
 * limits it to what comes after). A page of who came back with a code holds that report's key for two hours.
 *
 * <h3>Curious administrator</h3>
 *
 * <p>The beheerder of a board manages people and sees no report ({@code
 * CaseworkIT#theAdministratorManagesPeopleAndSeesNoReport}); a new account reads no old case ({@code
 * LostKeysIT#aNewColleagueGetsNoOldCases}). Who reads the database or its files has what is in clear. What officials did
 * stands in a chain in which a change shows, even when it was made anew as a whole, if somebody noted a hash ({@code
 * AuditCommandsIT#findsAChainThatWasMadeAnewByTheHashThatWasNoted}).
 *
 * <p>Holes: public keys are not signed. Who can write in the database can put a key of their own in an official's place and
 * read what is reported from then on; the official notices that new cases don't open. Who can run {@code invite} can take an
 * official's place in the same way; that official can't sign in any more, and the audit names the invitation. Nobody
 * compares keys with the official on another way.
 *
 * <h3>Observer on the school's network</h3>
 *
 * <p>Sees, behind TLS, that a device speaks with this host, when and how much. Answers on the reporters' side are padded to
 * multiples of 8 KiB and the sealed conversation to powers of two ({@code
 * TracesIT#reportersGetNoCookieAndEveryProtectingHeader}, {@code FormSealTest#lengthsTellOnlyTheBucket}); no other site is
 * asked for anything ({@code BrowserIT#nothingIsKeptInTheBrowserAndNoOtherSiteIsAsked}). The management port and, if set, the
 * officials' side are not on the public address ({@code SidesIT#healthIsOnNeitherSide}, {@code
 * SidesIT#onTheReportersSideTheWayToOfficialsIsAsUnknownAsAnyOtherPath}).
 *
 * <p>Holes: the host name alone tells that somebody is reporting, unless it is a name that many visit. What a browser sends
 * is not padded: a long story and a photo can be told from "ja". Who sees the traffic and later the case can match times,
 * since a message says, sealed, when it was written.
 *
 * <h3>School IT with access to the device</h3>
 *
 * <p>A managed device, a TLS root of the school's own or a camera behind the chair shows all that is typed, and no product
 * on that device can help. Afterwards there is no cookie, no storage and no page in the cache ({@code
 * BrowserIT#nothingIsKeptInTheBrowserAndNoOtherSiteIsAsked}, {@code
 * TracesIT#reportersGetNoCookieAndEveryProtectingHeader}), and titles are neutral. Nothing that tells one reporter from
 * another is written on the server ({@code TracesIT#nothingOfTheReporterIsWrittenAnywhere}).
 *
 * <p>Holes: the browser's own history holds the addresses that were open.
 *
 * <h3>Hostile guesser</h3>
 *
 * <p>A receipt is one of (944 · 2 433)³ = 1.21 · 10¹⁹, that is 63.4 bits. With 1 000 tries a second for a year of 31 557 600
 * seconds, at a school with 100 open reports, by the union bound the chance to find any of them is at most 1 000 · 31 557 600
 * · 100 / 1.21 · 10¹⁹ = 2.6 · 10⁻⁷, below 10⁻⁶ ({@code ThreatModelTest#aYearOfGuessingStaysBelowOneInAMillion}). A slip of
 * the finger that is forgiven gives no second guess: each try is read as one code. Old peppers make a try dearer, not
 * luckier. A guesser waits up to 30 seconds a try with a page's token and up to 4 without ({@code
 * GuessThrottleTest#aGuesserWaitsLongerAndLongerUpToHalfAMinute}, {@code
 * GuessThrottleTest#aGuesserWhoDropsTheTokenIsKnownByTheAddressWhichIsNeverRefused}). Who guesses at accounts learns nothing of
 * which exist ({@code SignInIT#saysTheSameWhateverIsWrong}) and has to queue ({@code
 * SignInThrottleTest#letsTheFirstTriesThroughAtOnceAndThenMakesThemQueue}).
 *
 * <p>Holes: tries at receipts can wait side by side, so from many addresses the wait alone does not hold the rate below 1 000
 * a second; the few threads that derive keys do, and then pupils get "try again in a moment" as well.
 *
 * <h3>Malicious official</h3>
 *
 * <p>Who received a report has read it, and can tell it on. Can't open cases of others, and is blind to those in which they
 * are accused or excluded ({@code JourneyIT#anExcludedOfficialNeverSeesTheReport}, {@code
 * CaseworkIT#anExcludedOfficialNeverSeesTheReportEvenWithAGrant}, {@code
 * CaseworkIT#signingInAsTheWrongPersonShowsNothingOfACase}); nothing is sealed to them. Loses access with the role ({@code
 * CaseworkIT#aGrantAtASchoolWhereTheOfficialNoLongerWorksOpensNothing}). Can't find out from the server who an anonymous
 * reporter is: it doesn't know.
 *
 * <p>Holes: a report keeps one key. An official who, together with somebody at the database, kept it reads what is said
 * later, also after the grant was withdrawn. Reserves hold a sealed key from the start, which only the state of a row keeps
 * from them; so only people in whom the reporter may trust are in reserve.
 *
 * <h3>Compelled board</h3>
 *
 * <p>A board that has to hand over what it has can give what is in clear, and what its officials can open. It has no address,
 * no device and no account of a reporter to give ({@code TracesIT#nothingOfTheReporterIsWrittenAnywhere}), and nothing of what
 * was erased ({@code RetentionIT#aConversationIsWarnedOfPutOffOnceAndErased}).
 *
 * <p>Holes: it can order an official to open a case, or another version of this program to be run.
 *
 * <h3>Compromised server</h3>
 *
 * <p>Who controls the running program sees all that passes while they do: stories as they are told, passphrases as they are
 * typed, codes as they come back, and every case that an official opens; with a passphrase, all cases of that official. They
 * get no content of which neither reader nor reporter comes by ({@code
 * SealedAtRestIT#nothingThatWasToldStandsReadableInTheDatabaseOrOnDisk}). Sealing at rest protects what is stored; it does
 * not make a server honest. What runs is on a list ({@code DependenciesIT#theJarHoldsWhatIsOnTheListAndNothingElse}).
 */
package nl.wegwijzer.seal;
