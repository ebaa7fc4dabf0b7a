package nl.wegwijzer.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import nl.wegwijzer.routing.OfficialRole;
import nl.wegwijzer.routing.SchoolCalendar;
import nl.wegwijzer.school.OfficialCard;
import nl.wegwijzer.school.SchoolProfile;
import nl.wegwijzer.school.Sector;

/** Schools to talk at; every official has a key of their own. */
final class Schools {
    static final OfficialCard ANTIPEST = official("Noor Antipest", false, OfficialRole.AANSPREEKPUNT_PESTEN);
    static final OfficialCard CONTACT = official("Bram Contact", false, OfficialRole.CONTACTPERSOON);
    static final OfficialCard SECOND_CONTACT = official("Yara Contact", false, OfficialRole.CONTACTPERSOON);
    static final OfficialCard EXTERNAL = official("Else Extern", false, OfficialRole.EXTERNE_VERTROUWENSPERSOON);
    static final OfficialCard SECOND_EXTERNAL = official("Omar Extern", false, OfficialRole.EXTERNE_VERTROUWENSPERSOON);

    private Schools() {}

    static SchoolProfile secondary() {
        return school(Sector.VO, ANTIPEST, CONTACT, SECOND_CONTACT, EXTERNAL, SECOND_EXTERNAL);
    }

    static SchoolProfile vocational() {
        return school(Sector.MBO, ANTIPEST, CONTACT, SECOND_CONTACT, EXTERNAL, SECOND_EXTERNAL);
    }

    static SchoolProfile school(Sector sector, OfficialCard... officials) {
        return new SchoolProfile(
                new UUID(1, sector.ordinal()),
                "de-wilg",
                "De Wilg",
                sector,
                List.of(officials),
                new SchoolCalendar(List.of()),
                "De klachtenregeling staat in de schoolgids.");
    }

    static OfficialCard official(String name, boolean away, OfficialRole... roles) {
        byte[] seed = name.getBytes(StandardCharsets.UTF_8);
        return new OfficialCard(
                UUID.nameUUIDFromBytes(seed), name, List.of(roles), "Ik luister.", "", sha256(seed), away);
    }

    static String id(OfficialCard card) {
        return card.id().toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
