/**
 * Crisis rules: data files that say which words, in which order, mean danger, and a matcher that finds them in a story
 * whatever the spelling. Rules run before any model and never block a report. Start at
 * {@link nl.wegwijzer.reading.crisis.CrisisRules}.
 */
package nl.wegwijzer.reading.crisis;
