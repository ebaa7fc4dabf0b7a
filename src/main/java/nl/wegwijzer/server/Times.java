package nl.wegwijzer.server;

import java.util.ArrayList;
import java.util.List;

/** How long something took, each time. */
final class Times {
    private static final double NANOS_PER_MILLI = 1e6;
    private final List<Long> nanos = new ArrayList<>();

    static Times together(List<Times> several) {
        Times all = new Times();
        several.forEach(times -> all.nanos.addAll(times.nanos));
        return all;
    }

    void add(long time) {
        nanos.add(time);
    }

    int count() {
        return nanos.size();
    }

    double median() {
        return part(0.5);
    }

    double worst() {
        return part(1);
    }

    /** Milliseconds that this part of them took at most. */
    double part(double part) {
        if (nanos.isEmpty()) {
            return Double.NaN;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1) / NANOS_PER_MILLI;
    }
}
