package nl.wegwijzer.reading;

import java.util.Random;
import java.util.stream.Stream;

/** Texts that nobody should type and somebody will. */
final class Odd {

    private Odd() {}

    static Stream<String> texts() {
        return Stream.of(
                "",
                " \t\r\n",
                "a",
                "😀",
                "👩‍👩‍👧‍👦🏳️‍🌈🇳🇱",
                "haat ".repeat(5_000),
                "mes ".repeat(5_000),
                "foto geld ".repeat(4_000),
                "x".repeat(20_000),
                "niet leven ".repeat(3_000),
                "<script>alert('x')</script><b onclick=\"x\">hallo</b>",
                "\u202eשלום עולם\u202c مرحبا بالعالم",
                "z\u200be\u200bl\u200bf\u200bm\u200bo\u200bo\u200br\u200bd",
                "\u0000\u0000ze\u0000 slaan me\u0001",
                "\ud800 half een teken \udfff",
                "我每天都被欺负,我很害怕",
                "1234567890 ".repeat(500),
                "'; DROP TABLE report; --",
                "ｆｕｌｌｗｉｄｔｈ ①②③ ﷽",
                "e\u0301\u0301\u0301".repeat(3_000),
                noise(1));
    }

    private static String noise(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append((char) random.nextInt(0x10000));
        }
        return text.toString();
    }
}
