/**
 * What the models look at: the features of a story and how heavy each is. The same code runs when training and when reading.
 * Start at {@link nl.wegwijzer.reading.features.FeatureExtractor}.
 */
package nl.wegwijzer.reading.features;
