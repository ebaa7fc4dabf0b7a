package nl.wegwijzer.server;

/** Entry point. */
public final class Wegwijzer {
    private Wegwijzer() {}

    /** Runs. */
    public static void main(String[] args) {}
}
