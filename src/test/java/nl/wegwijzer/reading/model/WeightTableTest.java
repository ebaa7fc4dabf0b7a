package nl.wegwijzer.reading.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightTableTest {

    private static ModelFile model(long... features) {
        int[] ends = new int[features.length];
        for (int f = 0; f < ends.length; f++) {
            ends[f] = f + 1;
        }
        return new ModelFile(
                List.of("geweld", "klacht"), features, ends, new byte[features.length], new float[features.length]);
    }

    @Test
    void laysModelsThatShareFeaturesOnOneTable() {
        assertThat(new WeightTable(List.of(model(7, 8), model(8, 9)))).isNotNull();
    }

    @Test
    void refusesAModelInWhichTwoFeaturesMeet() {
        assertThatThrownBy(() -> new WeightTable(List.of(model(7, 7)))).isInstanceOf(ModelException.class);
    }

    @Test
    void refusesItAlsoWhenAnotherModelHasThatFeature() {
        assertThatThrownBy(() -> new WeightTable(List.of(model(7), model(7, 7))))
                .isInstanceOf(ModelException.class);
    }
}
