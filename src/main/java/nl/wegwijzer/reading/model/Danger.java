package nl.wegwijzer.reading.model;

import java.util.Arrays;
import java.util.Optional;
import nl.wegwijzer.taxonomy.Alert;
import nl.wegwijzer.taxonomy.WireValue;

/** What the committee says about danger: none, or one of the alerts. */
public enum Danger implements WireValue {
    GEEN(Optional.empty()),
    GEWELD_NU(Optional.of(Alert.GEWELD_NU)),
    MEDISCH(Optional.of(Alert.MEDISCH)),
    ZELFDODING(Optional.of(Alert.ZELFDODING)),
    SEKSUEEL_GEWELD(Optional.of(Alert.SEKSUEEL_GEWELD)),
    THUIS(Optional.of(Alert.THUIS)),
    SEXTORTION(Optional.of(Alert.SEXTORTION));

    private final Optional<Alert> alert;

    Danger(Optional<Alert> alert) {
        this.alert = alert;
    }

    /** Returns the alert that this danger raises; empty for {@link #GEEN}. */
    public Optional<Alert> alert() {
        return alert;
    }

    /** Returns the danger that raises an alert. */
    public static Danger of(Alert alert) {
        return Arrays.stream(values())
                .filter(danger -> danger.alert.equals(Optional.of(alert)))
                .findFirst()
                .orElse(GEEN);
    }
}
