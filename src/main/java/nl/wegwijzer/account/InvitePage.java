package nl.wegwijzer.account;

import java.util.Optional;

/**
 * The first visit of an official through the one-time link. It posts {@code wachtzin}, {@code wachtzin2} and
 * {@code code}, with {@code bewijs}, to {@code action}.
 *
 * @param action path to post to
 * @param person for whom this is
 * @param accountName what to type as name when signing in
 * @param qrPath data of one SVG path that draws the QR code's dark squares, one unit each, without a margin
 * @param qrSize squares on a side
 * @param secret the same secret in groups of four, to type by hand
 * @param otpauth {@code otpauth://} address, for an app on the same device
 * @param recovery recovery code in groups, to print
 * @param formToken value of the hidden field {@code bewijs}
 * @param problem a friendly word when the last attempt failed
 */
public record InvitePage(
        String action,
        String person,
        String accountName,
        String qrPath,
        int qrSize,
        String secret,
        String otpauth,
        String recovery,
        String formToken,
        Optional<String> problem) {

    @Override
    public String toString() {
        return "InvitePage[redacted]";
    }
}
