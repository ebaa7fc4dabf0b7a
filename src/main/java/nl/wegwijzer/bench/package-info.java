/**
 * Benchmarks: what the product costs in time, as ratios against a baseline of the same run. Start at
 * {@link nl.wegwijzer.bench.ReadingBenchmark}; the command {@code bench} runs it. No test asserts what is measured here.
 */
@org.jspecify.annotations.NullMarked
package nl.wegwijzer.bench;
