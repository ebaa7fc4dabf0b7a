/**
 * Training and judging the models from the corpus: deterministic, with Apache OpenNLP's quasi-Newton maximum entropy. Start at
 * {@link nl.wegwijzer.reading.learning.Training}.
 */
package nl.wegwijzer.reading.learning;
