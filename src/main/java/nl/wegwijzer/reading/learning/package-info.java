/**
 * Training and judging the models from the corpus: deterministic, with Apache OpenNLP's quasi-Newton maximum entropy and a
 * committee of small networks. Start at
 * {@link nl.wegwijzer.reading.learning.Training}.
 */
package nl.wegwijzer.reading.learning;
