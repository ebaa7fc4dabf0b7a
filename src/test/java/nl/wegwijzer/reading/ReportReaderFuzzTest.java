package nl.wegwijzer.reading;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class ReportReaderFuzzTest {

    private static final ReportReader READER = OpenNlpReportReader.load();

    /** Any text gives a reading whose parts fit the text. */
    @FuzzTest(maxDuration = "30s")
    void readsAnything(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Reading reading = READER.read(text);
        if (reading.categories().size() != 12) {
            throw new AssertionError("not all labels have a probability");
        }
        for (IdentifyingDetail detail : reading.details()) {
            if (!text.startsWith(detail.text(), detail.start())) {
                throw new AssertionError("a detail is not where it says it is");
            }
        }
    }
}
