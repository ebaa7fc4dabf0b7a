package nl.wegwijzer.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "w:fiets", "<één>", "€", "😭", "w:\u0000", "p:زميل طالب"})
    void hashesWhatAFileHoldsAsItHashesTheName(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(name);

        long inFile = FeatureName.hash(bytes.toByteArray(), 2, bytes.size());

        assertThat(inFile).isEqualTo(FeatureName.hash(name)).isNotZero();
    }
}
