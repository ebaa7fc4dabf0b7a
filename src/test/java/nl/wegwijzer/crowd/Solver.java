package nl.wegwijzer.crowd;

import java.util.ArrayList;
import java.util.List;

/** Solves puzzles as a browser does. */
public final class Solver {
    private Solver() {}

    public static String solve(String seed, int parts, int bits) {
        List<String> numbers = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int number = 0;
            while (!Puzzle.startsWithZeros(seed, part, String.valueOf(number), bits)) {
                number++;
            }
            numbers.add(String.valueOf(number));
        }
        return String.join(",", numbers);
    }

    public static String solve(Puzzle puzzle) {
        return solve(puzzle.seed(), puzzle.parts(), puzzle.bits());
    }
}
