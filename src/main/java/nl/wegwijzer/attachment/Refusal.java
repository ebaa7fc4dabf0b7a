package nl.wegwijzer.attachment;

import nl.wegwijzer.taxonomy.WireValue;

/** Why a file was not kept. Each has its words for the reporter, which say what to do now. */
public enum Refusal implements WireValue {
    /** No byte in it. */
    LEEG,
    /** More bytes than {@link AttachmentLimits#fileBytes()}. */
    TE_GROOT,
    /** More pixels than anybody's camera makes: a phone or server would choke on it. */
    TE_VEEL_BEELDPUNTEN,
    /** An iPhone's own format, which we can't read. */
    HEIC,
    /** A film. */
    FILM,
    /** No picture of a kind that we know, whatever its name says. */
    GEEN_FOTO,
    /** A picture with another file behind it. */
    VERSTOPT,
    /** It breaks off, or can't be drawn. */
    KAPOT,
    /** The report has as many as it may have. */
    TE_VEEL,
    /** No room on the disk or in the school's share. */
    GEEN_RUIMTE,
    /** Too many pictures are being handled at this moment. */
    DRUK,
    /** The report was erased while the picture was on its way. */
    GEWIST
}
