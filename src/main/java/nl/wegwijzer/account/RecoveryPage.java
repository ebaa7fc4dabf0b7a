package nl.wegwijzer.account;

import java.util.Optional;

/**
 * The way back in with the printed code. It posts {@code naam}, {@code herstelcode}, {@code wachtzin}, {@code wachtzin2}
 * and {@code code}, with {@code bewijs}, to {@code action}.
 *
 * @param action path to post to
 * @param name typed before, to put back
 * @param qrPath data of one SVG path that draws the QR code's dark squares, one unit each, without a margin
 * @param qrSize squares on a side
 * @param secret the same secret in groups of four, to type by hand
 * @param otpauth {@code otpauth://} address, for an app on the same device
 * @param recovery the next recovery code in groups, to print
 * @param formToken value of the hidden field {@code bewijs}
 * @param problem one line, the same whether name or code was wrong
 */
public record RecoveryPage(
        String action,
        String name,
        String qrPath,
        int qrSize,
        String secret,
        String otpauth,
        String recovery,
        String formToken,
        Optional<String> problem) {

    @Override
    public String toString() {
        return "RecoveryPage[redacted]";
    }
}
