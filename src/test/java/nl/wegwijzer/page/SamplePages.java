package nl.wegwijzer.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wegwijzer.account.AccountPage;
import nl.wegwijzer.account.InvitePage;
import nl.wegwijzer.account.NewPasskeyPage;
import nl.wegwijzer.account.RecoveryCodePage;
import nl.wegwijzer.account.RecoveryPage;
import nl.wegwijzer.account.SecondStepPage;
import nl.wegwijzer.account.SignInPage;
import nl.wegwijzer.casework.BoardPage;
import nl.wegwijzer.casework.CasePage;
import nl.wegwijzer.casework.InboxPage;
import nl.wegwijzer.casework.KeepingPage;
import nl.wegwijzer.chat.AnswersPage;
import nl.wegwijzer.chat.ChatPage;
import nl.wegwijzer.chat.MessagePage;
import nl.wegwijzer.chat.ReceiptPage;
import nl.wegwijzer.chat.ReturnPage;
import nl.wegwijzer.chat.SchoolsPage;
import nl.wegwijzer.chat.Texts;
import nl.wegwijzer.chat.WaitPage;
import nl.wegwijzer.crowd.Hurdles;
import nl.wegwijzer.crowd.Puzzle;
import nl.wegwijzer.taxonomy.Language;
import nl.wegwijzer.taxonomy.ReporterKind;
import nl.wegwijzer.taxonomy.Urgency;

/** Every page, filled with one text in every field that comes from outside. */
final class SamplePages {
    private static final Language NL = Language.NL;
    private final Texts texts = Texts.of(NL, ReporterKind.LEERLING);
    private final StaffTexts staffTexts = StaffTexts.dutch();
    private final Assets assets = name -> "/s/0/" + name;
    private final String said;

    SamplePages(String said) {
        this.said = said;
    }

    /** Returns the model of every template that is a page, by template name and variant. */
    Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
        for (ChatPage.Kind kind : ChatPage.Kind.values()) {
            pages.put("chat/page.jte " + kind, reporter(chat(kind)));
        }
        pages.put("chat/receipt.jte", reporter(receipt()));
        pages.put("chat/schools.jte", reporter(schools(Optional.of("/medewerker"))));
        pages.put("chat/return.jte", reporter(comeBack()));
        pages.put("chat/answers.jte", reporter(answers()));
        pages.put("chat/message.jte", reporter(message()));
        pages.put("chat/wait.jte", reporter(waiting()));
        pages.put(
                "medewerker/signin.jte",
                staff(new SignInPage(
                        "/medewerker/aanmelden", "/medewerker/aanmelden/passkey", said, said, Optional.of(said))));
        pages.put("medewerker/step.jte", staff(new SecondStepPage("/medewerker/aanmelden/stap", said, said, said)));
        pages.put(
                "medewerker/passkey.jte",
                staff(new NewPasskeyPage("/medewerker/account/passkey/gemaakt", said, said, said, said, said)));
        pages.put("medewerker/invite.jte", staff(invite()));
        pages.put("medewerker/recover.jte", staff(recover()));
        pages.put("medewerker/account.jte", staff(account()));
        pages.put("medewerker/recoverycode.jte", staff(new RecoveryCodePage(said)));
        pages.put("medewerker/inbox.jte", staff(inbox()));
        pages.put("medewerker/case.jte", staff(caseFile()));
        pages.put("medewerker/board.jte", staff(board()));
        pages.put(
                "medewerker/keeping.jte",
                staff(new KeepingPage(
                        List.of(said),
                        List.of(said),
                        List.of(new KeepingPage.Month(said, said, said)),
                        List.of(said))));
        pages.put("medewerker/notice.jte", staff(new NoticePage(said, List.of(said), said, "/medewerker")));
        return pages;
    }

    ChatPage chat(ChatPage.Kind kind) {
        List<ChatPage.Choice> choices =
                List.of(new ChatPage.Choice("een", said, "", false), new ChatPage.Choice("twee", said, said, true));
        List<ChatPage.Person> people = List.of(
                new ChatPage.Person("p1", said, said, said, "", "N", false, "", true),
                new ChatPage.Person("p2", said, said, said, "/foto/x", "N", true, said, false));
        ChatPage.QuestionView question = new ChatPage.QuestionView(
                "vraag",
                kind,
                said,
                choices,
                people,
                List.of(new ChatPage.ReviewLine("verhaal", said, said)),
                said,
                2000,
                true,
                true);
        return new ChatPage(
                NL,
                "de-regenboog",
                said,
                List.of(
                        new ChatPage.Bubble(0, ChatPage.Speaker.REPORTER, List.of(ChatPage.Paragraph.of(said))),
                        new ChatPage.Bubble(
                                1,
                                ChatPage.Speaker.BOT,
                                List.of(ChatPage.Paragraph.of(said), new ChatPage.Paragraph(said, Optional.of("tr"))))),
                question,
                said,
                Optional.of(said),
                List.of(new ChatPage.HelpCard(said, said, List.of(new ChatPage.Phone(said, "tel:113")), true)),
                texts);
    }

    private ReceiptPage receipt() {
        return new ReceiptPage(
                NL,
                "de-regenboog",
                said,
                List.of(said, said + "!"),
                "blije tijger · snelle fiets · warme trui",
                List.of("blije tijger", "snelle fiets", "warme trui"),
                said,
                said,
                List.of(new ChatPage.HelpCard(said, said, List.of(new ChatPage.Phone(said, "tel:113")), true)),
                texts);
    }

    SchoolsPage schools(Optional<String> staffLink) {
        return new SchoolsPage(NL, List.of(new SchoolsPage.SchoolLink(said, "de-regenboog", said)), staffLink, texts);
    }

    private ReturnPage comeBack() {
        return new ReturnPage(NL, "de-regenboog", said, said, said, said, Optional.of(said), texts);
    }

    private AnswersPage answers() {
        return new AnswersPage(
                NL,
                "de-regenboog",
                said,
                said,
                said,
                said,
                List.of(new ChatPage.ReviewLine("verhaal", said, said)),
                List.of(new AnswersPage.Message(1, AnswersPage.Speaker.OFFICIAL, said, said, List.of(said))),
                new AnswersPage.Pictures(true, 9, List.of(said), said, List.of(said)),
                said,
                true,
                said,
                2000,
                Optional.of(said),
                texts);
    }

    private MessagePage message() {
        return new MessagePage(
                NL,
                said,
                List.of(said),
                List.of(new MessagePage.Link(said, "/de-regenboog")),
                Optional.of(new MessagePage.PostForm(
                        "/de-regenboog/gesprek",
                        List.of(new MessagePage.PostForm.Field("gesprek", said)),
                        said,
                        "verder",
                        said)),
                texts);
    }

    private WaitPage waiting() {
        return new WaitPage(
                NL,
                "de-regenboog",
                said,
                said,
                List.of(said),
                said,
                new Hurdles.Hurdle(said, new Puzzle(said, 16, 12)),
                texts);
    }

    private InvitePage invite() {
        return new InvitePage(
                "/medewerker/welkom",
                said,
                said,
                "M0 0h1v1H0z",
                21,
                said,
                "otpauth://totp/x",
                said,
                said,
                Optional.of(said));
    }

    private RecoveryPage recover() {
        return new RecoveryPage(
                "/medewerker/herstel",
                said,
                "M0 0h1v1H0z",
                21,
                said,
                "otpauth://totp/x",
                said,
                said,
                Optional.of(said));
    }

    private AccountPage account() {
        return new AccountPage(
                said,
                List.of(new AccountPage.Open(said, said, said, true), new AccountPage.Open(said, said, said, false)),
                "/medewerker/account/wachtzin",
                "/medewerker/account/herstelcode",
                "/medewerker/account/sessie",
                "/medewerker/afmelden",
                new AccountPage.Passkeys(
                        List.of(new AccountPage.Passkey(said, said, said, said)),
                        false,
                        said,
                        "/medewerker/account/passkey",
                        "/medewerker/account/passkey/weg",
                        said,
                        Optional.of(said)),
                said,
                Optional.of(said),
                Optional.of(said),
                Optional.of(said));
    }

    private InboxPage inbox() {
        return new InboxPage(
                1,
                1,
                List.of(new InboxPage.Row(
                        "/medewerker/melding/1",
                        Urgency.ACUUT,
                        said,
                        said,
                        said,
                        said,
                        said,
                        said,
                        true,
                        true,
                        said,
                        true)));
    }

    private CasePage caseFile() {
        return new CasePage(
                said,
                Urgency.HOOG,
                said,
                said,
                said,
                said,
                said,
                said,
                true,
                List.of(new CasePage.Banner(CasePage.Tone.URGENT, said, List.of(said), said)),
                List.of(new CasePage.Line(said, List.of(said))),
                List.of(new CasePage.Message(1, CasePage.Speaker.REPORTER, said, said, true, List.of(said))),
                List.of(new CasePage.Picture("/medewerker/melding/1/bijlage/1", said, said)),
                List.of(
                        new CasePage.StatusChoice("gelezen", said, "", true),
                        new CasePage.StatusChoice("afgesloten", said, said, false)),
                new CasePage.Route(said, said, List.of(said)),
                new CasePage.Access(said, List.of(new CasePage.LockedOut(said, said)), "/medewerker/melding/1/toegang"),
                new CasePage.Sharing(
                        List.of(new CasePage.Candidate(said, said, List.of(said, said), said)),
                        "/medewerker/melding/1/meelezen"),
                new CasePage.Keeping(
                        said, said, List.of(new CasePage.Reason("jaarverslag", said)), "/medewerker/melding/1/uitstel"),
                "/medewerker/melding/1/antwoord",
                "/medewerker/melding/1/status",
                said,
                said,
                said,
                4000,
                Optional.of(said));
    }

    private BoardPage board() {
        BoardPage.Person person = new BoardPage.Person("p1", said, said, true, true);
        return new BoardPage(
                said,
                List.of(new BoardPage.SchoolPeople(said, "/de-regenboog", List.of(person))),
                List.of(),
                List.of(said),
                List.of(said),
                List.of(said),
                "/medewerker/afwezig",
                said,
                Optional.of(said));
    }

    Map<String, Object> reporter(Object page) {
        return Map.of("frame", new PageFrame(NL, "Wegwijzer", assets, "/weg?nu", "/?taal=en"), "page", page);
    }

    private Map<String, Object> staff(Object page) {
        return Map.of("frame", new StaffFrame("Wegwijzer", assets, said, true, said, staffTexts), "page", page);
    }
}
